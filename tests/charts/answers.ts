import { askMatrix } from '@/analysis/matrix'
import type { CheckFilter, MatrixAnswer } from '@/analysis/answer'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell, MissingState, Report } from '@/domain/report'
import { foldReports } from '../foldReports'
import { unitTree } from '../unitTree'

/** A number, a state, or a number marked 约. */
export type Written = number | MissingState | { readonly about: number }

/** A fictional report: the unit by its code, its figures by indicator. */
export interface WrittenReport {
  readonly unit: string
  readonly year: number
  readonly edition?: ReportEdition
  readonly figures: Readonly<Record<string, Written>>
}

export interface Asked {
  readonly items: readonly string[]
  /** Codes in the order asked for; names are 甲县, 乙县 … in that order. */
  readonly units: readonly string[]
  readonly years: readonly [number, number]
  readonly checks?: CheckFilter
}

const names = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县']

/** What the program answers when these reports are on record. */
export function answerTo(
  asked: Asked,
  reports: readonly WrittenReport[],
  parents: ReadonlyMap<string, string> = new Map(),
): MatrixAnswer {
  const units = asked.units.map((code) => `cn:${code}`)
  return askMatrix(
    foldReports(reports.map(reportOf)),
    { ...asked, units, scope: 'whole' },
    {
      label: (id) => ({
        id,
        code: id.slice(3),
        name: names[units.indexOf(id)] ?? id,
        since: null,
        until: null,
      }),
      units: unitTree(parents),
      dataVersion: '1',
    },
  )
}

function reportOf({ unit, year, edition = '2021', figures }: WrittenReport): Report {
  const cells = Object.entries(figures).map(([id, written]): [string, Cell] => [
    id,
    cellOf(written),
  ])
  return {
    unit: { code: unit, name: '' },
    year,
    scope: 'whole',
    edition,
    cells: new Map(cells),
  }
}

function cellOf(written: Written): Cell {
  if (typeof written === 'number') return { kind: 'value', value: written, approximate: false }
  if (typeof written === 'string') return { kind: written }
  return { kind: 'value', value: written.about, approximate: true }
}
