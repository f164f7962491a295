/** The columns of a 退回核对表, in their order; the returned one is read by these words. */
export const sheetColumns = {
  kind: '类别',
  code: '单位代码',
  unit: '单位',
  year: '年份',
  scope: '口径',
  item: '项目',
  id: '编号',
  value: '现值',
  advice: '建议值',
  note: '说明',
  replyValue: '核对后数值',
  replyText: '县局答复',
} as const

export type SheetColumn = keyof typeof sheetColumns

export const sheetKinds = { check: '勾稽', figure: '数据' } as const

/** A row of a returned 退回核对表 that says something, as it is written. */
export interface ReturnedRow {
  /** Of the workbook; empty where the file has one table only. */
  readonly sheet: string
  /** In the file, from 1. */
  readonly row: number
  /** Empty where the row or the column is. */
  readonly texts: Readonly<Record<SheetColumn, string>>
}
