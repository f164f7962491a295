import { knownAuxiliary } from '@/domain/auxiliary'
import {
  customIndicator,
  fullLabel,
  indicators,
  isInEdition,
  isReportFact,
} from '@/domain/catalogue'
import type { Edition, Indicator } from '@/domain/indicator'
import { SHEETS_OF_NOTES } from '@/intake/recognisers/recogniseFile'
import { KEY_IDS, KEY_LABELS } from './canonical'
import { BOM, csvRow } from './csvText'

const kinds: Readonly<Record<Indicator['kind'], string>> = {
  count: '非负整数',
  stock: '非负整数（年末存量）',
  signed: '整数，减少写负号',
  money: '金额，小数位照原文',
  percent: '百分数，减少写负号',
  date: '日期，如 2024-03-28',
  address: '网页地址，以 http:// 或 https:// 开头',
}

const tables: Readonly<Record<Indicator['table'], string>> = {
  '2': '表二 主动公开',
  '3': '表三 申请办理',
  '4': '表四 复议诉讼',
  prose: '正文',
  custom: '自定义',
  auxiliary: '辅助数据',
}

/** How to fill the template in, a line a row. */
const instructions = [
  '一行一个单位一个年份。前两行是表头，不要改动；从第三行起填写。',
  '单位代码写六位区划代码，单位名称写全称；二者写一个也可以，重名的必须写代码。开发区等没有代码的只写名称，导入时指定。',
  '年份写四位数字，如 2023。口径写“全县汇总”或“办公室”，不写按全县汇总。表样已经填好，不要改动。',
  '数字照年报原文填写，不要四舍五入；收费金额单位是万元。',
  '没有填报的格留空，空不等于 0；确实是 0 的写 0；标“/”“—”“无”的写 /；表里没有这一格的写 未列。',
  '约数在数字前写“约”，如 约300。',
  '公开日期、网址不知道的留空；网址写公开年报的网页，以 http:// 或 https:// 开头。',
  '填好后保存为 Excel 或 CSV，拖到县鉴页面即可。',
] as const

/** The columns of an edition's form and the figures of the prose, in the order of the form; then what is known of a report itself. */
export function templateIndicators(edition: Edition): readonly Indicator[] {
  const facts = ['公开日期', '网址'].map((name) => customIndicator(name, ''))
  return [...indicators.filter(({ id }) => isInEdition(id, edition)), ...facts]
}

/** An empty wide CSV of an edition: a header of ids, one of Chinese labels. */
export function templateCsv(edition: Edition): string {
  const [ids, labels] = headerRows(edition)
  return BOM + csvRow(ids) + csvRow(labels)
}

/**
 * An empty table of auxiliary figures: they belong to a unit and a year, not to a report. One header row,
 * so that it is plain what is written in which unit.
 */
export function auxiliaryTemplateCsv(): string {
  const [code, name, year] = KEY_LABELS
  const figures = knownAuxiliary.map(({ rowLabel, unit }) => `${rowLabel}（${unit}）`)
  return BOM + csvRow([code, name, year, ...figures])
}

/** Rows of the sheets of a template workbook: the table to fill in, instructions, data dictionary. */
export interface TemplateSheets {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** The template as the sheets of a workbook; only the first is read back. */
export function templateSheets(edition: Edition): readonly TemplateSheets[] {
  return [
    { name: '填报', rows: headerRows(edition) },
    {
      name: SHEETS_OF_NOTES.instructions,
      rows: instructions.map((text, at) => [`${at + 1}. ${text}`]),
    },
    { name: SHEETS_OF_NOTES.dictionary, rows: dictionary(edition) },
  ]
}

/** The template as an Excel workbook; the library is loaded on first use. */
export async function templateWorkbook(edition: Edition): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const { name, rows } of templateSheets(edition)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    utils.book_append_sheet(book, sheet, name)
  }
  const bytes: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true })
  if (!(bytes instanceof ArrayBuffer)) throw new Error('a workbook is written as an array buffer')
  return new Uint8Array(bytes)
}

function headerRows(edition: Edition): readonly [readonly string[], readonly string[]] {
  const columns = templateIndicators(edition)
  return [
    [...KEY_IDS, ...columns.map(({ id }) => id)],
    [...KEY_LABELS, ...columns.map(({ id }) => fullLabel(id))],
  ]
}

function dictionary(edition: Edition): readonly (readonly string[])[] {
  return [
    ['指标代号', '名称', '所在表', '计量单位', '填什么'],
    ...templateIndicators(edition).map(({ id, table, unit, kind }) => [
      id,
      fullLabel(id),
      isReportFact(id) ? '年报' : tables[table],
      unit,
      kinds[kind],
    ]),
  ]
}
