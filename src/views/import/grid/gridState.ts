import { gridSubjects, type GridFilter } from '@/engine/reviewProtocol'
import { isFindingCode } from '@/wording/findings'
import { firstText, type Query } from '../../compare/viewState'

/** What the grid shows before anything is chosen. */
export const startFilter: GridFilter = { show: 'all', code: null, source: null }

const OWN = new Set(['cells', 'finding', 'file'])

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseGridFilter(query: Query): GridFilter {
  const text = (name: string) => firstText(query[name])
  const code = text('finding')
  const source = text('file')
  const asked = gridSubjects.find((subject) => subject === text('cells')) ?? startFilter.show
  // A kind of finding is one of those cells that have findings.
  return isFindingCode(code)
    ? { show: 'problems', code, source: source === '' ? null : source }
    : { show: asked, code: null, source: source === '' ? null : source }
}

/** The query with the filter in the place of the one it had; the shortest that reads back as it. */
export function withGridFilter(query: Query, { show, code, source }: GridFilter): Query {
  const others = Object.entries(query).filter(([name]) => !OWN.has(name))
  return {
    ...Object.fromEntries(others),
    ...(show === startFilter.show || code !== null ? {} : { cells: show }),
    ...(code === null ? {} : { finding: code }),
    ...(source === null ? {} : { file: source }),
  }
}
