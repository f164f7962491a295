import { askMatrix } from '@/analysis/matrix'
import type { MatrixQuestion } from '@/analysis/answer'
import type { Cell, Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { answerContext } from '@/engine/unitViews'
import { explorationOf } from '@/views/explore/explorationOf'
import { exploreLayout, exploreQuestion } from '@/views/explore/exploreLayout'
import { parseExploration } from '@/views/explore/exploreState'
import { plainTheme } from '../charts/theme'
import { foldReports } from '../foldReports'
import { surroundingsOf } from './surroundings'

const CITY = 'own-city'

/** A county of 虚构市. */
export function county(code: string, name: string, more: Partial<Unit> = {}): Unit {
  return {
    ...{ id: `cn:${code}`, code, name, kind: 'county', parent: CITY },
    ...{ formerCodes: [], formerNames: [], ...more },
  }
}

/** 虚构市 with these counties; each count is one of a code and a year, and stands for all the items. */
export function changedCity(
  counties: readonly Unit[],
  counts: readonly (readonly [code: string, year: number, count: number])[],
  items: readonly string[],
) {
  const units = [county('990100', '虚构市', { id: CITY, kind: 'city', parent: null }), ...counties]
  const registry = createUnitRegistry(units)
  const reports = counts.map(([code, year, count]): Report => ({
    unit: { code, name: units.find((each) => each.code === code)?.name ?? '' },
    year,
    scope: 'whole',
    edition: '2021',
    cells: new Map(
      items.map((id): [string, Cell] => [id, { kind: 'value', value: count, approximate: false }]),
    ),
  }))
  const cube = foldReports(reports)
  const answerTo = (question: MatrixQuestion) =>
    askMatrix(cube, question, { ...answerContext(registry), dataVersion: '1' })
  return {
    city: CITY,
    ...{ registry, cube, answerTo },
    /** Of all counties in two years. */
    ask: (asked: readonly string[], more: Partial<MatrixQuestion> = {}) =>
      answerTo({ items: asked, units: null, years: [2022, 2023], scope: 'whole', ...more }),
    exploration: (query: Readonly<Record<string, string>>) => {
      const state = parseExploration(query)
      const layout = exploreLayout(state, surroundingsOf(reports))
      const answer = answerTo(exploreQuestion(state, layout))
      const frame = { width: 75, height: null }
      return explorationOf({ state, layout, answer, theme: plainTheme, frame })
    },
  }
}
