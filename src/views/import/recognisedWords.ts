import type { ReportEdition } from '@/domain/indicator'
import type { FileKind } from '@/intake/document'
import type { Layout, MappingEvidence } from '@/intake/draft'
import { exactText } from '@/wording/numbers'

const kinds: Readonly<Record<FileKind, string>> = {
  csv: 'CSV',
  json: 'JSON',
  xlsx: 'Excel（xlsx）',
  xls: 'Excel（xls）',
  ods: 'ODS',
  html: '网页表格',
  docx: 'Word（docx）',
  pdf: 'PDF',
  text: '文本',
  clipboard: '剪贴板',
  zip: '压缩包',
  unknown: '其他文件',
}

const layouts: Readonly<Record<Layout, string>> = {
  wide: '宽表（一行一份年报）',
  long: '长表（一行一个数）',
  cross: '交叉表（指标、单位、年份纵横排列）',
  json: 'JSON 年报',
  form: '法定表格（表二、三、四）',
  checkSheet: '退回核对表',
}

const evidence: Readonly<Record<MappingEvidence, string>> = {
  id: '指标代号',
  label: '全称',
  shortLabel: '简称',
  alias: '常见写法',
  confirmed: '以前确认过',
  user: '本次指定',
}

const editions: Readonly<Record<ReportEdition, string>> = {
  '2019': '2019 表样',
  '2021': '2021 表样',
  unknown: '表样不明',
}

/** How a file was understood: its kind, its encoding, its layout; or that it was not. */
export function recognisedText(
  kind: FileKind,
  encoding: string | null,
  layout: Layout | null,
): string {
  const read = encoding === null ? kinds[kind] : `${kinds[kind]}，${encoding}`
  return layout === null ? `${read}，没有读懂` : `${read}，${layouts[layout]}`
}

/** What the rows of files became: reports, and figures beside them. */
export function takenText({ reports, auxiliary = 0 }: Taken): string {
  const beside = `${exactText(auxiliary)} 行辅助数据`
  if (auxiliary === 0) return `${exactText(reports)} 份年报`
  return reports === 0 ? beside : `${exactText(reports)} 份年报，${beside}`
}

interface Taken {
  readonly reports: number
  readonly auxiliary?: number
}

/** How a header led to its indicator. */
export function evidenceText(by: MappingEvidence | null): string {
  return by === null ? '' : evidence[by]
}

/** The forms that occur, the oldest first. */
export function editionsText(found: readonly ReportEdition[]): string {
  const order: readonly ReportEdition[] = ['2019', '2021', 'unknown']
  return order
    .filter((edition) => found.includes(edition))
    .map((edition) => editions[edition])
    .join('、')
}
