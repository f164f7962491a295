import { listFindings, type CheckFinding } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import type { BatchContent, Correction } from '@/data/batch'
import { foldBatches } from '@/data/fold'
import { generateSample } from '@/data/sample'
import { createRandom, mixSeed, type Random } from '@/data/sample/random'
import type { ToldText } from '@/data/segment'
import { rollUps } from '@/domain/checks/rollUp'
import { textRules } from '@/domain/checks/textRules'
import { PUBLISHED_ON } from '@/domain/publication'
import type { Cell, Report } from '@/domain/report'
import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { addressCell, WEB_ADDRESS } from '@/domain/webAddress'
import { batchOf, toldText } from './foldReports'

const CITY = '990100'
const ORGAN = '990190'
const codes = ['990101', '990102', '990103', '990104']

const registry = createUnitRegistry([
  unit(CITY, 'city', null),
  ...codes.map((code) => unit(code, 'county', `cn:${CITY}`)),
])
const withOrgan = createUnitRegistry([
  unit(CITY, 'city', null),
  ...codes.map((code) => unit(code, 'county', `cn:${CITY}`)),
  unit(ORGAN, 'department', `cn:${CITY}`),
])

function unit(code: string, kind: Unit['kind'], parent: string | null): Unit {
  const id = `cn:${code}`
  return { id, code, name: code, kind, parent, formerCodes: [], formerNames: [] }
}

/** What a random store has beside its figures; each turns up in many stores. */
export interface StoreTraits {
  readonly editions: ReadonlySet<string>
  readonly addresses: number
  readonly own: number
  readonly auxiliary: number
  readonly corrections: number
  /** Cells that stood for 0 and are left blank, or written “/”. */
  readonly blanks: number
  readonly singleRows: number
  readonly gaps: number
  readonly cities: number
  readonly organs: number
}

/** A store in which everything adds up. */
export interface ConsistentStore {
  readonly batches: readonly BatchContent[]
  readonly hasOrgan: boolean
  readonly traits: StoreTraits
}

/**
 * A random store of several counties and years, some with their city, in which everything adds up and
 * every text tells its tables. Sizes, years and what there is beside the figures come from the seed.
 */
export function consistentStore(seed: number): ConsistentStore {
  const random = createRandom(mixSeed(seed, 7))
  const hasOrgan = random.next() < 0.2
  const hasCity = hasOrgan || random.next() < 0.4
  const whole = wholeReports(seed, hasOrgan, hasCity)
  const kept = whole.filter(() => random.next() > 0.08)
  const single = kept.map((report) => (random.next() < 0.2 ? inSingleRow(report, random) : report))
  const final = single.map((report) => beside(blanked(report, random), random))
  const others = kept.flatMap((report) => (random.next() < 0.3 ? auxiliaryOf(report, random) : []))
  const wrong = final.map((report) => misread(report, random))
  const imported = [...wrong.map(({ report }) => report), ...others]
  const corrections = wrong.flatMap((each) => each.corrections)
  const texts = new Map(wrong.map(({ report }, at) => [report, textOf(final[at] ?? report)]))
  const batch = batchOf(imported, 1, (report) => texts.get(report) ?? null)
  return {
    batches: corrections.length === 0 ? [batch] : [batch, correctionBatch(corrections)],
    hasOrgan,
    traits: {
      editions: new Set(final.map(({ edition }) => edition)),
      addresses: count(final, (id) => id === WEB_ADDRESS),
      own: count(final, (id) => id === OWN),
      auxiliary: others.length,
      corrections: corrections.length,
      blanks: count(final, (_, { kind }) => kind === 'blank' || kind === 'notApplicable'),
      singleRows: count(final, (id) => id === 'requests.other.all.total'),
      gaps: whole.length - kept.length,
      cities: final.filter(({ unit: { code } }) => code === CITY).length,
      organs: final.filter(({ unit: { code } }) => code === ORGAN).length,
    },
  }
}

/**
 * The first finding of severity error, or of a text that contradicts its tables, on the store of a seed;
 * null where there is none.
 */
export function firstAlarm({ batches, hasOrgan }: ConsistentStore): CheckFinding | null {
  const store = checkCube(foldBatches(batches), hasOrgan ? withOrgan : registry)
  const page = { first: 0, count: 1 }
  const errors = listFindings(store, { severities: ['error'], outcomes: ['failed'] }, page)
  const onTexts = listFindings(store, { rules: textRules, outcomes: ['failed'] }, page)
  const rollUp = listFindings(store, { rules: ['S-SUM', 'S-GE'] }, page)
  return errors.findings[0] ?? onTexts.findings[0] ?? rollUp.findings[0] ?? null
}

/** Counties, an organ, and the city that they make up. */
function wholeReports(seed: number, hasOrgan: boolean, hasCity: boolean): Report[] {
  const counties = 1 + (seed % 4)
  const first = 2016 + (seed % 7)
  const years = [first, first + 1 + (seed % 3)] as const
  const { reports } = generateSample({ counties: counties + (hasOrgan ? 1 : 0), years }, seed)
  const drawn = [...new Set(reports.map(({ unit: { code } }) => code))]
  const names = [...codes.slice(0, counties), ORGAN]
  const parts = reports.map((report) => ({
    ...report,
    unit: { code: names[drawn.indexOf(report.unit.code)] ?? '', name: '' },
  }))
  return hasCity ? [...parts, ...citiesOver(parts)] : parts
}

function citiesOver(parts: readonly Report[]): Report[] {
  return parts
    .filter(({ unit: { code } }) => code === codes[0])
    .map((like): Report => {
      const same = parts.filter(({ year }) => year === like.year)
      const cells = rollUps.flatMap(({ indicator }): [string, Cell][] => {
        const values = same.map((part) => numberAt(part, indicator))
        if (values.some(Number.isNaN)) return []
        return [[indicator, asCell(Number(values.reduce((a, b) => a + b, 0).toFixed(6)))]]
      })
      return { ...like, unit: { code: CITY, name: '' }, cells: new Map(cells) }
    })
}

const OTHER_PARTS = requestRows.filter(
  ({ group, key }) => group === 'other' && key !== 'otherSingle',
)
const OTHER_SINGLE = requestRows.filter(({ key }) => key === 'otherSingle')

/** （六）其他处理 in one row, as some print it: beside its parts, or with “/” or nothing in their place. */
function inSingleRow(report: Report, random: Random): Report {
  const cells = new Map(report.cells)
  const way = random.between(0, 2)
  for (const applicant of applicants) {
    const ids = OTHER_PARTS.map((row) => requestIndicator(row, applicant))
    const sum = ids.reduce((up, id) => up + numberAt(report, id), 0)
    if (Number.isNaN(sum)) continue
    for (const row of OTHER_SINGLE) cells.set(requestIndicator(row, applicant), asCell(sum))
    if (way === 1) for (const id of ids) cells.set(id, { kind: 'notApplicable' })
    if (way === 2) for (const id of ids) cells.delete(id)
  }
  return { ...report, cells }
}

/** Many reports leave zeros blank, or write “/”. */
function blanked(report: Report, random: Random): Report {
  if (random.next() > 0.3) return report
  const chance = random.next()
  const state = random.next() < 0.5 ? 'blank' : 'notApplicable'
  const cells = [...report.cells].map(([id, cell]): [string, Cell] => {
    const isZero = cell.kind === 'value' && cell.value === 0
    return isZero && random.next() < chance ? [id, { kind: state }] : [id, cell]
  })
  return { ...report, cells: new Map(cells) }
}

const OWN = 'custom.热线'

/** What is on record beside the form: an address, a day, a column of the user’s own. */
function beside(report: Report, random: Random): Report {
  const { unit: of, year } = report
  const more: [string, Cell][] = []
  if (random.next() < 0.4)
    more.push([WEB_ADDRESS, addressCell(`https://example.invalid/${of.code}/${year}`)])
  if (random.next() < 0.4) more.push([PUBLISHED_ON, asCell((year + 1) * 10_000 + 331)])
  if (random.next() < 0.4) more.push([OWN, asCell(random.between(-900, 90_000) / 8)])
  return { ...report, cells: new Map([...report.cells, ...more]) }
}

function auxiliaryOf(report: Report, random: Random): Report[] {
  const cells = new Map([['auxiliary.常住人口', asCell(random.between(90_000, 900_000))]])
  return [{ ...report, scope: 'auxiliary', edition: 'unknown', cells }]
}

/** A report as it was read, with a cell or more wrong, and the corrections that set it right. */
function misread(
  report: Report,
  random: Random,
): { readonly report: Report; readonly corrections: readonly Correction[] } {
  if (random.next() > 0.2) return { report, corrections: [] }
  const cells = new Map(report.cells)
  const ids = [...report.cells.keys()].filter((id) => id !== WEB_ADDRESS)
  const chosen = new Set(
    Array.from(
      { length: random.between(1, 4) },
      () => ids[random.between(0, ids.length - 1)] ?? '',
    ),
  )
  const corrections = [...chosen].map((indicator): Correction => {
    const value = report.cells.get(indicator) ?? { kind: 'absent' }
    const expected: Cell =
      random.next() < 0.3 ? { kind: 'blank' } : asCell(random.between(1, 5000) + 100_000)
    cells.set(indicator, expected)
    const { year, scope } = report
    const of = `cn:${report.unit.code}`
    return { unit: of, year, scope, indicator, expected, value, reason: '经核实' }
  })
  return { report: { ...report, cells }, corrections }
}

function correctionBatch(corrections: readonly Correction[]): BatchContent {
  const { batch } = batchOf([], 2)
  return { batch: { ...batch, kind: 'correction', sources: [] }, segments: [], corrections }
}

/** A text that tells what the tables of a report have; a cell without a number is not spoken of. */
function textOf({ year, cells }: Report): ToldText {
  const told = sentences.flatMap(([indicator, before, after]) => {
    const cell = cells.get(indicator)
    return cell?.kind === 'value' ? [`${before}${cell.value}${after}`] : []
  })
  return toldText(year, `${year}年，我县推进政务公开。`, ...told)
}

const sentences = [
  ['requests.processed.total', '全年政府信息公开申请共答复', '件。'],
  ['requests.granted.total', '申请中予以公开', '件。'],
  ['requests.carriedOut.total', '结转下年度继续办理的申请', '件。'],
  ['requests.new.naturalPerson', '收到的申请中，自然人', '件。'],
  ['review.total', '因信息公开引起行政复议', '件。'],
  ['litigation.direct.total', '因信息公开未经复议直接起诉', '件。'],
  ['normativeDocuments.issued', '全年制发规范性文件', '件。'],
  ['licensing.decisions', '全年办理行政许可', '件。'],
] as const

function asCell(value: number): Cell {
  return { kind: 'value', value, approximate: false }
}

function numberAt({ cells }: Report, indicator: string): number {
  const cell = cells.get(indicator)
  return cell?.kind === 'value' ? cell.value : NaN
}

function count(reports: readonly Report[], is: (indicator: string, cell: Cell) => boolean): number {
  return reports.reduce(
    (sum, { cells }) => sum + [...cells].filter(([id, cell]) => is(id, cell)).length,
    0,
  )
}
