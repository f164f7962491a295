import fc from 'fast-check'
import { generateSample } from '@/data/sample'
import type { Cell, Report } from '@/domain/report'
import { printForm } from '../../documents/formTables'
import { pieces } from '../../documents/houseStyles'
import { sheetRows } from '../../documents/sheetRows'
import type { Sheet } from './layouts'

const { reports, units } = generateSample({ counties: 6, years: [2019, 2024] }, 4)
export const formUnits = units

/** A report of the sample, and which of its cells were left blank or crossed out. */
export interface MarkedReport {
  readonly at: number
  readonly marks: readonly (readonly [cell: number, kind: 'blank' | 'notApplicable'])[]
}

const mark = fc.tuple(
  fc.nat(300),
  fc.constantFrom<'blank' | 'notApplicable'>('blank', 'notApplicable'),
)

export const arbitraryReports: fc.Arbitrary<readonly MarkedReport[]> = fc.uniqueArray(
  fc.record({ at: fc.nat(reports.length - 1), marks: fc.array(mark, { maxLength: 4 }) }),
  { minLength: 1, maxLength: 3, selector: ({ at }) => at },
)

/** The tables of a report, without what its text tells. */
export function markedReport({ at, marks }: MarkedReport): Report {
  const report = reports[at]
  if (report === undefined) throw new Error('No report there')
  const cells = new Map<string, Cell>([...report.cells].filter(([id]) => !id.startsWith('prose.')))
  const ids = [...cells.keys()]
  for (const [cell, kind] of marks) cells.set(ids[cell % ids.length] ?? '', { kind })
  return { ...report, cells }
}

export type FormLayout = 'sheetPerReport' | 'sheetPerTable' | 'belowEachOther'

/** The statutory form of some reports; a table a sheet only where the file is of one report. */
export function formSheets(some: readonly Report[], layout: FormLayout): Sheet[][] {
  switch (layout) {
    case 'sheetPerReport':
      return [some.map((report) => sheetOf(nameOf(report), formRows(report)))]
    case 'belowEachOther':
      return [[sheetOf('年报', some.flatMap(formRows))]]
    case 'sheetPerTable':
      return some.map(sheetsOfTables)
  }
}

function sheetsOfTables(report: Report): Sheet[] {
  const { two, three, four } = printForm(report, editionOf(report))
  const title = `${nameOf(report)}政府信息公开工作年度报告`
  return [
    sheetOf('表二', sheetRows([title, '二、主动公开政府信息情况', two])),
    sheetOf('表三', sheetRows([title, '三、收到和处理政府信息公开申请情况', three])),
    sheetOf('表四', sheetRows([title, '四、政府信息公开行政复议、行政诉讼情况', four])),
  ]
}

function formRows(report: Report): string[][] {
  const title = `${nameOf(report)}政府信息公开工作年度报告`
  return sheetRows(pieces(printForm(report, editionOf(report)), title))
}

function nameOf({ unit, year }: Report): string {
  return `${unit.name}${year}年`
}

function editionOf({ edition }: Report): '2019' | '2021' {
  if (edition === 'unknown') throw new Error('A sample report has an edition')
  return edition
}

function sheetOf(name: string, rows: readonly (readonly string[])[]): Sheet {
  return { name, rows, table: [0, rows.length] }
}
