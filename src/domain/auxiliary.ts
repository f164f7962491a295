import type { Indicator } from './indicator'
import { ownName } from './ownName'

/** The prefix of the ids of auxiliary figures: `auxiliary.常住人口`. */
const AUXILIARY = 'auxiliary.'

interface KnownAuxiliary {
  readonly name: string
  readonly unit: string
  readonly note: string
  /** Other headers that mean just the same. */
  readonly aliases: readonly string[]
}

/**
 * Auxiliary figures that are recognised by name. 人口 without a word on whose it is stays by itself: it
 * may be 常住 or 户籍.
 */
const known: readonly KnownAuxiliary[] = [
  {
    name: '常住人口',
    unit: '人',
    note: '一年中实际居住的人口，见统计公报或人口普查公报',
    aliases: ['常住人口数', '人口常住', '常住人口总数', '年末常住人口', '年末常住人口数'],
  },
  {
    name: '户籍人口',
    unit: '人',
    note: '公安户籍登记的人口',
    aliases: [
      '户籍人口数',
      '人口户籍',
      '户籍人口总数',
      '年末户籍人口',
      '年末户籍人口数',
      '户籍总人口',
    ],
  },
  {
    name: '人口',
    unit: '人',
    note: '来源没有写明是常住人口还是户籍人口',
    aliases: ['人口数', '总人口', '人口总数', '年末人口', '年末总人口', '年末人口数'],
  },
  {
    name: '工作人员',
    unit: '人',
    note: '从事政府信息公开工作的人员',
    aliases: ['工作人员数', '工作人员人数', '工作人员数量'],
  },
  {
    name: '专职人员',
    unit: '人',
    note: '专职从事政府信息公开工作的人员',
    aliases: ['专职人员数', '专职工作人员', '专职工作人员数', '专职人数'],
  },
  {
    name: '编制',
    unit: '人',
    note: '核定编制数',
    aliases: ['编制数', '编制人数', '核定编制', '核定编制数', '人员编制'],
  },
]

const knownById: ReadonlyMap<string, KnownAuxiliary> = new Map(
  known.map((one) => [AUXILIARY + one.name, one]),
)

/** The known auxiliary figures by id, with the headers that name them. */
export const auxiliaryHeaders: ReadonlyMap<string, readonly string[]> = new Map(
  [...knownById].map(([id, { name, aliases }]) => [id, [name, ...aliases]]),
)

/** Populations by which counts are made comparable, the most telling first. */
export const populations: readonly string[] = ['常住人口', '户籍人口', '人口'].map(
  (name) => AUXILIARY + name,
)

/**
 * Whether an id is that of an auxiliary figure: of a unit and a year, but of no report (population,
 * staff, any denominator). They are kept in a scope of their own, beside the reports.
 */
export function isAuxiliary(id: string): boolean {
  return id.length > AUXILIARY.length && id.startsWith(AUXILIARY)
}

/** The id of an auxiliary figure, one of the user's own too: `auxiliary.耕地面积(亩)`; see `ownName`. */
export function auxiliaryId(name: string, unit = ''): string {
  return AUXILIARY + ownName(name, unit)
}

/** The name of an auxiliary figure, without the prefix of its id. */
export function auxiliaryName(id: string): string {
  return id.slice(AUXILIARY.length)
}

const UNIT_IN_NAME = /[(（]\s*([^()（）]{1,6}?)\s*[)）]$/u

/** What an auxiliary figure is: one of the known, or one of the user's own. `undefined`: another id. */
export function auxiliaryIndicator(id: string): Indicator | undefined {
  if (!isAuxiliary(id)) return undefined
  const found = knownById.get(id)
  const name = auxiliaryName(id)
  const unit = found?.unit ?? UNIT_IN_NAME.exec(name)?.[1] ?? ''
  return {
    id,
    editions: ['2019', '2021'],
    table: 'auxiliary',
    group: '',
    rowLabel: name,
    columnLabel: '',
    unit,
    kind: unit === '%' ? 'percent' : unit.endsWith('元') ? 'money' : 'stock',
    isStatistic: true,
    note: found?.note ?? '',
  }
}

/** What the known auxiliary figures are. */
export const knownAuxiliary: readonly Indicator[] = [...knownById.keys()].flatMap(
  (id) => auxiliaryIndicator(id) ?? [],
)

/** Whether every figure of a list is auxiliary: then what they make needs no report. */
export function isAllAuxiliary(ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every(isAuxiliary)
}
