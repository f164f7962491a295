import fc from 'fast-check'
import type { Unit } from '@/domain/unit'
import { figureAt, measureCells, named, written, type Figures, type Hand } from './figures'

/** A sheet as an office writes it; its name may be that of its file. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** The rows of the table, header included; titles stand above and notes below. */
  readonly table: readonly [from: number, until: number]
}

/** Rows and columns that an office adds to a table, and that are no data. */
export interface Surrounding {
  readonly title: boolean
  readonly reporter: boolean
  readonly totalRow: boolean
  readonly subtotalRow: boolean
  readonly totalColumn: boolean
  readonly notes: boolean
  readonly blankRow: boolean
  /** Where unit, year or indicator are said that the table does not say. */
  readonly saidIn: 'name' | 'title' | 'both'
}

export const arbitrarySurrounding: fc.Arbitrary<Surrounding> = fc.record({
  title: fc.boolean(),
  reporter: fc.boolean(),
  totalRow: fc.boolean(),
  subtotalRow: fc.boolean(),
  totalColumn: fc.boolean(),
  notes: fc.boolean(),
  blankRow: fc.boolean(),
  saidIn: fc.constantFrom('name', 'title', 'both'),
})

export type Layout = (figures: Figures, hand: Hand, around: Surrounding) => readonly Sheet[]

const TITLE = '政府信息公开工作情况统计表'

/** A row for every county and year, a column for every indicator. */
function wide(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  const body = units.flatMap((unit, u) =>
    years.map((year, y) => [
      ...unitCells(unit, hand),
      String(year),
      ...measureCells(indicators, hand),
      ...indicators.map((id, i) => written(figureAt(figures, u, y, i), id, hand)),
    ]),
  )
  const header = [
    ...unitHeads(hand),
    '年份',
    ...sharedHeads(hand),
    ...indicators.map((id) => named(id, hand)),
  ]
  return [sheet('汇总', TITLE, header, withTotals(body, header, around), hand, around)]
}

/** A row for every figure. */
function long(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  const body = units.flatMap((unit, u) =>
    years.flatMap((year, y) =>
      indicators.map((id, i) => [
        ...unitCells(unit, hand),
        `${year}年`,
        named(id, hand),
        ...measureCells([id], hand),
        written(figureAt(figures, u, y, i), id, hand),
      ]),
    ),
  )
  const header = [...unitHeads(hand), '年度', '指标', ...measureHeads(hand), '数值']
  return [sheet('明细', TITLE, header, body, hand, around)]
}

/** Indicators as rows, counties as columns, a sheet a year. */
function countiesAcross(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  return years.map((year, y) => {
    const header = ['指标', ...measureHeads(hand), ...units.map((unit) => unitCell(unit, hand))]
    const body = indicators.map((id, i) => [
      named(id, hand),
      ...measureCells([id], hand),
      ...units.map((_, u) => written(figureAt(figures, u, y, i), id, hand)),
    ])
    const [name, title] = saying(`${year}年`, around)
    return sheet(name, title, ...withTotalColumn(header, body, around), hand, around)
  })
}

/** Indicators as rows, years as columns, a sheet a county. */
function yearsAcross(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  return units.map((unit, u) => {
    const header = ['指标', ...measureHeads(hand), ...years.map((year) => `${year}年`)]
    const body = indicators.map((id, i) => [
      named(id, hand),
      ...measureCells([id], hand),
      ...years.map((_, y) => written(figureAt(figures, u, y, i), id, hand)),
    ])
    const [name, title] = saying(unitCell(unit, hand), around)
    return sheet(name, title, ...withTotalColumn(header, body, around), hand, around)
  })
}

/** Years as rows, indicators as columns, a sheet a county. */
function sheetPerCounty(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  return units.map((unit, u) => {
    const header = ['年份', ...sharedHeads(hand), ...indicators.map((id) => named(id, hand))]
    const body = years.map((year, y) => [
      String(year),
      ...measureCells(indicators, hand),
      ...indicators.map((id, i) => written(figureAt(figures, u, y, i), id, hand)),
    ])
    const [name, title] = saying(unitCell(unit, hand), around)
    return sheet(name, title, header, withTotals(body, header, around), hand, around)
  })
}

/** Counties as rows, indicators as columns, a sheet a year. */
function sheetPerYear(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  return years.map((year, y) => {
    const header = [
      ...unitHeads(hand),
      ...sharedHeads(hand),
      ...indicators.map((id) => named(id, hand)),
    ]
    const body = units.map((unit, u) => [
      ...unitCells(unit, hand),
      ...measureCells(indicators, hand),
      ...indicators.map((id, i) => written(figureAt(figures, u, y, i), id, hand)),
    ])
    const [name, title] = saying(`${year}年度`, around)
    return sheet(name, title, header, withTotals(body, header, around), hand, around)
  })
}

/** Counties as rows, years as columns, a sheet an indicator. */
function sheetPerIndicator(figures: Figures, hand: Hand, around: Surrounding): Sheet[] {
  const { units, years, indicators } = figures
  return indicators.map((id, i) => {
    const header = [...unitHeads(hand), ...measureHeads(hand), ...years.map(String)]
    const body = units.map((unit, u) => [
      ...unitCells(unit, hand),
      ...measureCells([id], hand),
      ...years.map((_, y) => written(figureAt(figures, u, y, i), id, hand)),
    ])
    const label = named(id, { ...hand, names: 'short' })
    const [name, title] = saying(label, { ...around, title: around.title || label.length > 25 })
    return sheet(name, title, header, withTotals(body, header, around), hand, around)
  })
}

export const layouts = {
  wide,
  long,
  countiesAcross,
  yearsAcross,
  sheetPerCounty,
  sheetPerYear,
  sheetPerIndicator,
} as const satisfies Readonly<Record<string, Layout>>

/** The sheet's name and its title, one of which or both say it. */
function saying(word: string, { saidIn, title }: Surrounding): readonly [string, string] {
  const inTitle = saidIn !== 'name' && title
  const inName = saidIn !== 'title' || !title
  return [inName ? word : '', inTitle ? `${word}${TITLE}` : TITLE]
}

function sheet(
  name: string,
  titleText: string,
  header: readonly string[],
  body: readonly (readonly string[])[],
  hand: Hand,
  around: Surrounding,
): Sheet {
  const rows: (readonly string[])[] = []
  if (around.title) rows.push([titleText])
  if (around.reporter) rows.push(['填报单位：某某办公室'])
  if (hand.moneySaid === 'line') rows.push([`单位：件、${hand.money}`])
  if (around.blankRow && rows.length > 0) rows.push([])
  const from = rows.length
  rows.push(header, ...body)
  const until = rows.length
  if (around.notes) rows.push([], ['注：空格为未填报。'], ['填报人：王某', '审核人：李某'])
  return { name, rows: padded(rows, header.length), table: [from, until] }
}

function padded(rows: readonly (readonly string[])[], width: number): (readonly string[])[] {
  return rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''))
}

/** Rows that add others up; what they state is not looked at here, so it is never wrong. */
function withTotals(
  body: readonly (readonly string[])[],
  header: readonly string[],
  { totalRow, subtotalRow }: Surrounding,
): readonly (readonly string[])[] {
  const total = (word: string) => header.map((_, column) => (column === 0 ? word : ''))
  const middle = Math.ceil(body.length / 2)
  return [
    ...body.slice(0, middle),
    ...(subtotalRow ? [total('小计')] : []),
    ...body.slice(middle),
    ...(totalRow ? [total('合计')] : []),
  ]
}

function withTotalColumn(
  header: readonly string[],
  body: readonly (readonly string[])[],
  { totalColumn }: Surrounding,
): readonly [readonly string[], readonly (readonly string[])[]] {
  if (!totalColumn) return [header, body]
  return [[...header, '合计'], body.map((cells) => [...cells, '9999'])]
}

/** The heading over the units of measure, a unit a row. */
function measureHeads({ moneySaid, measureHeading }: Hand): string[] {
  return moneySaid === 'column' ? [measureHeading] : []
}

/** Rows of several indicators name several units (`件、元`), which only a plain heading can stand over. */
function sharedHeads({ moneySaid }: Hand): string[] {
  return moneySaid === 'column' ? ['计量单位'] : []
}

function unitHeads({ units }: Hand): string[] {
  const heads = { name: ['县区'], code: ['单位代码'], both: ['单位代码', '单位名称'] }
  return heads[units]
}

function unitCells({ code, name }: Unit, { units }: Hand): string[] {
  const cells = { name: [name], code: [code ?? ''], both: [code ?? '', name] }
  return cells[units]
}

/** Where there is room for one cell. */
function unitCell({ code, name }: Unit, { units }: Hand): string {
  return units === 'code' ? (code ?? '') : name
}
