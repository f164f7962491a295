/** The two statutory forms; which one a report uses is read from its table headers, never from its year. */
export type Edition = '2019' | '2021'
export type ReportEdition = Edition | 'unknown'

export type IndicatorTable = '2' | '3' | '4' | 'prose' | 'custom' | 'auxiliary'

/** `stock` is a level on 31 December, `signed` a change that may be negative, `date` a day (20240328), `address` a text (`addressCell`), the rest are flows. */
export type IndicatorKind = 'count' | 'stock' | 'signed' | 'money' | 'percent' | 'date' | 'address'

/** One figure of the statutory form, a column of the user's own (`custom.<name>`), or an auxiliary one (`auxiliary.<name>`). */
export interface Indicator {
  readonly id: string
  readonly editions: readonly Edition[]
  readonly table: IndicatorTable
  /** The printed block the row stands in, e.g. `第二十条第（一）项`; empty where the form has none. */
  readonly group: string
  readonly rowLabel: string
  readonly columnLabel: string
  /** Unit of measure as printed: 件, 项, 万元, 元, 条, 期, 次, 个, %. */
  readonly unit: string
  readonly kind: IndicatorKind
  /** A published statistic: 25.31万 is its number in another unit, not a round one. */
  readonly isStatistic?: boolean
  /** What a reader of the figure should know, in Chinese; empty where nothing. */
  readonly note: string
}
