import { applicants, requestRows } from '@/domain/tableThree'
import type { Told, Written } from './ruleReports'

export type Number = number | 'blank'

/** Totals of rows of table 三. */
export const totals = (written: Readonly<Record<string, Number>>): Written =>
  Object.fromEntries(Object.entries(written).map(([row, each]) => [`requests.${row}.total`, each]))
/** Every way of dealing with requests at 0, in the 总计 column. */
export const noOutcomes: Written = Object.fromEntries(
  requestRows
    .filter(({ group, key }) => group !== 'flow' && group !== 'processed' && key !== 'otherSingle')
    .map(({ id }) => [`${id}.total`, 0]),
)
export const flow = (fresh: Number, carriedIn: Number, processed: Number, carriedOut: Number) =>
  totals({ new: fresh, carriedIn, processed, carriedOut })
export const table = (name: string, keys: readonly string[], numbers: readonly Number[]): Written =>
  Object.fromEntries(keys.map((key, at) => [`${name}.${key}`, numbers[at] ?? 0]))
export const others = (all: number, ...parts: readonly Number[]) =>
  totals({
    'other.all': all,
    'other.notCorrected': parts[0] ?? 0,
    'other.feeUnpaid': parts[1] ?? 0,
    'other.rest': parts[2] ?? 0,
  })
export const row = (...numbers: readonly Number[]) =>
  table(
    'requests.new',
    applicants.map(({ id }) => id),
    numbers,
  )
export const results = (name: string, ...numbers: readonly Number[]) =>
  table(name, ['upheld', 'corrected', 'other', 'pending', 'total'], numbers)
export const stock = (name: string, ...numbers: readonly Number[]) =>
  table(name, ['issued', 'repealed', 'inForce'], numbers)
export const madeAndPublished = (name: string, ...numbers: readonly Number[]) =>
  table(name, ['issued', 'newlyPublished', 'publishedTotal'], numbers)
export const items = (...numbers: readonly Number[]) =>
  table('licensing', ['itemsPreviousYear', 'itemsChange'], numbers)
export const licences = (decisions: Number): Written => ({ 'licensing.decisions': decisions })
export const fees = (amount: Number): Written => ({ 'fees.amount': amount })
export const prose = (figures: Readonly<Record<string, number | 'unreadable'>>): Written =>
  Object.fromEntries(Object.entries(figures).map(([id, each]) => [`prose.${id}`, each]))

/** Forty figures of table 三, none of them 0; another seed gives others. */
export const full = (figureAt: (at: number) => number): Written =>
  Object.fromEntries(
    requestRows
      .slice(2, 10)
      .flatMap(({ id: of }) => applicants.slice(0, 5).map(({ id }) => `${of}.${id}`))
      .map((id, at) => [id, figureAt(at)]),
  )
export const mine = full((at) => 2 + at)
export const theirs = full((at) => 90 + 3 * at)

export const now = (cells: Written, ...text: readonly string[]): Told =>
  text.length === 0 ? { cells } : { cells, text }
export const before = (cells: Written): Told => ({ year: 2022, cells })
export const form2019 = { edition: '2019', year: 2020 } as const
export const of = (code: string, cells: Written): Told => ({ code, cells })
export const told = (cells: Written, text: string): readonly Told[] => [now(cells, text)]
export const parts = (fifth: string) => [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  fifth,
  '六、其他需要报告的事项',
]

export interface Cases {
  readonly passed: readonly Told[]
  readonly failed: readonly Told[]
  /** Or why there is no 不可判: what the rule looks at is then no figure that can be missing. */
  readonly undecidable: readonly Told[] | string
}

export const NOT_WITHOUT = '要有数才看得出；空格由表内各等式判为不可判'
export const NO_FIGURE = '看的是有没有年报、是哪种表样，不是某个数'
export const cellsOnly = (indicator: string): Cases => ({
  passed: [now({ [indicator]: 2 })],
  failed: [now({ [indicator]: 2.5 })],
  undecidable: NOT_WITHOUT,
})
