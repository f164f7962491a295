import { fullLabel, indicatorById, isCustom, shortLabel } from './catalogue'
import type { Edition, Indicator } from './indicator'
import { measureById, yearOnYear, yearOnYearById } from './measures'
import { caseIndicator, caseResults, channels } from './tableFour'
import { applicants, outcomeGroups, requestIndicator, requestRows } from './tableThree'

/** What a figure that can be asked for is: an indicator, a column of the user's own, a measure or a change. */
export interface Item {
  readonly id: string
  readonly kind: 'indicator' | 'custom' | 'auxiliary' | 'measure' | 'change'
  /** Short, and no other item's. */
  readonly label: string
  /** With the printed block it stands in. */
  readonly fullLabel: string
  /** Unit of measure; `%` for ratios, 百分点 for changes of ratios. */
  readonly unit: string
  /** Whether it is a quotient of a numerator and a denominator. */
  readonly isRatio: boolean
  /** Whether its values may be negative by meaning. */
  readonly isSigned: boolean
  /** Which way is better; null: neither, so no colour may say good or bad. */
  readonly direction: 'up' | 'down' | null
  /** Below it a ratio is shown with its counts but not ranked; null where it is no ratio. */
  readonly minimumDenominator: number | null
  /** The formula or the place in the form, in words. */
  readonly definition: string
  /** What a reader must know to use it rightly; may be empty. */
  readonly note: string
  /** Editions of the form that have it. */
  readonly editions: readonly Edition[]
  /** The item of the same report that it is a part of; null: none. */
  readonly whole: string | null
}

/** What an item is, by its id; an unknown id is described as a column without a unit. */
export function describeItem(id: string): Item {
  return describeChange(id) ?? describeMeasure(id) ?? describeIndicator(id)
}

/** 同比 of an item, by its id. */
export function changeOf(item: string): string {
  return yearOnYear(item)?.id ?? item
}

const changeFormulas = {
  relative: '（本年 − 上年）÷ 上年',
  points: '本年 − 上年，百分点',
  difference: '本年 − 上年',
} as const

const bothEditions: readonly Edition[] = ['2019', '2021']

function describeChange(id: string): Item | null {
  const change = yearOnYearById(id)
  if (change === undefined) return null
  return {
    ...describeItem(change.item),
    id,
    kind: 'change',
    label: change.label,
    fullLabel: change.label,
    unit: change.unit,
    isRatio: false,
    isSigned: true,
    minimumDenominator: null,
    definition: changeFormulas[change.mode],
    note: '',
    whole: null,
  }
}

function describeMeasure(id: string): Item | null {
  const measure = measureById(id)
  if (measure === undefined) return null
  const { label, unit, numerator, denominator, direction, minimumDenominator, note } = measure
  return {
    id,
    kind: 'measure',
    label,
    fullLabel: label,
    unit,
    isRatio: denominator !== null,
    isSigned: numerator.some(({ factor }) => factor < 0),
    direction,
    minimumDenominator,
    definition: measure.formula,
    note,
    editions: bothEditions,
    whole: wholes.get(id) ?? null,
  }
}

const tables = { '2': '表二', '3': '表三', '4': '表四', prose: '正文' } as const

function describeIndicator(id: string): Item {
  const indicator = indicatorById(id)
  const full = fullLabel(id)
  const own = { id, label: shortLabel(id), fullLabel: full, isRatio: false, direction: null }
  if (indicator === undefined || indicator.table === 'custom') {
    return {
      ...own,
      kind: 'custom',
      unit: '',
      isSigned: true,
      minimumDenominator: null,
      definition: isCustom(id) ? '自定义列，按导入文件所写' : '',
      note: '',
      editions: bothEditions,
      whole: null,
    }
  }
  if (indicator.table === 'auxiliary') return { ...describeAuxiliary(indicator), ...own }
  const only = indicator.editions.length === 1 ? `，仅 ${indicator.editions[0] ?? ''} 表样` : ''
  return {
    ...own,
    kind: 'indicator',
    unit: indicator.unit,
    isSigned: indicator.kind === 'signed',
    minimumDenominator: null,
    definition: `${tables[indicator.table]}：${full}${only}`,
    note: indicator.note,
    editions: indicator.editions,
    whole: wholes.get(id) ?? null,
  }
}

/** A figure beside the reports: the user's own may be anything that has a unit. */
function describeAuxiliary({ unit, kind, note }: Indicator) {
  return {
    kind: 'auxiliary',
    unit,
    isSigned: unit === '' || kind === 'money',
    minimumDenominator: null,
    definition: '辅助数据：按单位、年份导入，不算年报',
    note,
    editions: bothEditions,
    whole: null,
  } as const
}

const PROCESSED = 'requests.processed.total'

/** What the form itself sums: an applicant in its row, an outcome in 办理结果总计, a result in its channel. */
const wholes: ReadonlyMap<string, string> = new Map([
  ...requestRows.flatMap((row) =>
    applicants.flatMap((applicant): (readonly [string, string])[] =>
      applicant.id === 'total'
        ? []
        : [[requestIndicator(row, applicant), `${row.id}.total`] as const],
    ),
  ),
  ...requestRows
    .filter(({ group }) => group !== 'flow' && group !== 'processed')
    .map(({ id }) => [`${id}.total`, PROCESSED] as const),
  ...outcomeGroups.map(({ id }) => [`outcome.${id}`, PROCESSED] as const),
  ...channels.flatMap((channel) => {
    const [last, ...others] = caseResults
      .toReversed()
      .map((result) => caseIndicator(channel, result))
    return others.map((id) => [id, last ?? ''] as const)
  }),
])
