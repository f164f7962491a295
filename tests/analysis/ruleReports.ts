import { findingsOf, type CheckFinding } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import type { RuleId } from '@/domain/checks/rules'
import type { Cell, Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports, toldText } from '../foldReports'

export type Written = Readonly<Record<string, number | Exclude<Cell['kind'], 'value'>>>

/** The report of a fictional county for 2023, or of another unit or year, with its text. */
export interface Told {
  readonly code?: string
  readonly year?: number
  readonly edition?: Report['edition']
  readonly cells?: Written
  readonly text?: readonly string[]
}

export type Outcome = 'passed' | CheckFinding['outcome']

const COUNTY = '990101'

function unit(code: string, kind: Unit['kind'], parent: string | null): Unit {
  const id = `cn:${code}`
  return { id, code, name: code, kind, parent, formerCodes: [], formerNames: [] }
}

const registry = createUnitRegistry([
  unit('990100', 'city', null),
  unit(COUNTY, 'county', 'cn:990100'),
  unit('990102', 'county', 'cn:990100'),
  unit('990103', 'department', 'cn:990100'),
  unit('990104', 'department', `cn:${COUNTY}`),
])

/** What a rule finds of the first of some reports; `passed`: nothing. */
export function outcomeOf(rule: RuleId, reports: readonly Told[]): Outcome {
  const texts = new Map<string, readonly string[]>()
  const made = reports.map((told): Report => {
    const { code = COUNTY, year = 2023, edition = '2021', cells = {}, text } = told
    if (text !== undefined) texts.set(`${code} ${year}`, text)
    // A report that has nothing but its text.
    const written = Object.keys(cells).length === 0 ? { 'custom.示例': 1 } : cells
    return {
      unit: { code, name: '' },
      year,
      scope: 'whole',
      edition,
      cells: new Map(Object.entries(written).map(([id, cell]) => [id, cellOf(cell)])),
    }
  })
  const cube = foldReports(made, (report) => {
    const text = texts.get(`${report.unit.code} ${report.year}`)
    return text === undefined ? null : toldText(report.year, ...text)
  })
  const [first] = reports
  const key = { unit: `cn:${first?.code ?? COUNTY}`, year: first?.year ?? 2023 }
  const found = findingsOf(checkCube(cube, registry), { ...key, scope: 'whole' })
  return found.find((each) => each.rule === rule)?.outcome ?? 'passed'
}

function cellOf(written: Written[string]): Cell {
  if (typeof written === 'number') return { kind: 'value', value: written, approximate: false }
  return { kind: written }
}
