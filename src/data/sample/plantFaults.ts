import type { Cell, Report } from '@/domain/report'

/** The faults that the example city shows on purpose; `fixtures/README.md` lists them for people. */
const faults: readonly {
  readonly unit: string
  readonly year: number
  readonly change: (cells: Map<string, Cell>) => void
}[] = [
  { unit: '990121', year: 2022, change: addTwoGranted },
  { unit: '990122', year: 2023, change: breakCarryLink },
  { unit: '990123', year: 2021, change: blankPetitions },
  { unit: '990124', year: 2020, change: slashCoercion },
  { unit: '990126', year: 2024, change: roundWebsite },
  { unit: '990127', year: 2023, change: feeInYuan },
]
const missingReport = { unit: '990125', year: 2022 }

/** Takes one report out and plants one fault in each of six others; every other report stays as it is. */
export function plantFaults(reports: readonly Report[]): Report[] {
  return reports
    .filter((report) => !isOf(report, missingReport))
    .map((report) => {
      const fault = faults.find((candidate) => isOf(report, candidate))
      if (!fault) return report
      const cells = new Map(report.cells)
      fault.change(cells)
      return { ...report, cells }
    })
}

function isOf(report: Report, { unit, year }: { unit: string; year: number }): boolean {
  return report.unit.code === unit && report.year === year
}

/** 总计 of a row is 2 more than its parts, and so the outcomes no longer sum to （七）总计. */
function addTwoGranted(cells: Map<string, Cell>): void {
  raise(cells, 'requests.granted.total', 2)
}

/** One more carried in than the year before carried out; within the report everything still adds up. */
function breakCarryLink(cells: Map<string, Cell>): void {
  for (const column of ['naturalPerson', 'total']) {
    raise(cells, `requests.carriedIn.${column}`, 1)
    raise(cells, `requests.new.${column}`, -1)
  }
  raise(cells, 'prose.requests.received', -1)
  raise(cells, 'prose.requests.online', -1)
}

function blankPetitions(cells: Map<string, Cell>): void {
  for (const id of cells.keys()) {
    if (id.startsWith('requests.rejected.petition.')) cells.set(id, { kind: 'blank' })
  }
}

function slashCoercion(cells: Map<string, Cell>): void {
  cells.set('coercion.decisions', { kind: 'notApplicable' })
}

function roundWebsite(cells: Map<string, Cell>): void {
  const value = numberOf(cells, 'prose.published.website')
  const rounded = Math.round(value / 100) * 100
  cells.set('prose.published.website', { kind: 'value', value: rounded, approximate: true })
}

function feeInYuan(cells: Map<string, Cell>): void {
  const value = Math.round(numberOf(cells, 'fees.amount') * 1_000_000) / 100
  cells.set('fees.amount', { kind: 'value', value, approximate: false })
}

function raise(cells: Map<string, Cell>, id: string, by: number): void {
  cells.set(id, { kind: 'value', value: numberOf(cells, id) + by, approximate: false })
}

function numberOf(cells: ReadonlyMap<string, Cell>, id: string): number {
  const cell = cells.get(id)
  if (cell?.kind !== 'value') throw new Error(`The example has no number for ${id}.`)
  return cell.value
}
