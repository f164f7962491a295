import type { ReadingCode } from '@/domain/finding'
import { fact, ifFact, quoted, type FindingText } from './findingWords'
import { columnLetters } from './placeText'

/** Why an archive or a workbook was not opened; any other reason is told as it came. */
const reasonWords: ReadonlyMap<string, string> = new Map([
  ['ratio', '压缩比异常'],
  ['size', '解开后过大'],
  ['entries', '文件过多'],
  ['depth', '层层嵌套'],
  ['declared-size', '标明的大小与实际不符'],
  ['encrypted', '设有密码'],
  ['method', '压缩方式不支持'],
  ['damaged', '内容已损坏'],
])

function reasonWord(reason: string): string {
  return reasonWords.get(reason) ?? reason
}

/** A row of another width may be shifted: nothing is taken from it. */
const shifted: FindingText = ({ severity }) =>
  severity === 'error'
    ? '各列可能错位，本行没有导入。请补齐后再导入。'
    : '像是标题、注释或空列，请核对。'

/** Columns as a spreadsheet names them, as many as a line has room for. */
const columnList: FindingText = (finding) => {
  const columns = fact(finding, 'list').split(' ').map(Number)
  const named = columns.slice(0, 8).map(columnLetters).join('、')
  return columns.length > 8 ? `${named} 等` : named
}

/** What to do with files that are not read, where more can be said. */
const unsupported: ReadonlyMap<string, string> = new Map([
  [
    'encrypted Office',
    '文件设有打开密码，读不出内容。请在 Excel、Word 或 WPS 里取消密码，另存后再导入。',
  ],
  [
    'DOC',
    '这是旧格式的文字文档（.doc 或 .wps），读不出内容。请用 Word 或 WPS 打开，另存为 .docx 后再导入。',
  ],
  [
    'OLE',
    '这是旧格式的 Office 或 WPS 文件，读不出内容。请用 WPS 打开，表格另存为 .xlsx，文字另存为 .docx 后再导入。',
  ],
  ['RTF', '这是 RTF 文档，读不出内容。请用 Word 或 WPS 打开，另存为 .docx 后再导入。'],
  ...['PNG', 'JPEG', 'GIF'].map((kind): [string, string] => [
    kind,
    `这是图片（${kind}），没有文字可读。请导入原来的网页、Word、PDF 或表格文件。`,
  ]),
  ...['RAR', '7z', 'gzip'].map((kind): [string, string] => [
    kind,
    `不支持 ${kind} 压缩包。请解压后把里面的文件拖进来，或改用 zip 打包。`,
  ]),
])

/** What a reader noticed, and what to do. */
export const readingFindings: Readonly<Record<ReadingCode, FindingText>> = {
  'file-empty': () => '文件是空的，没有可读的内容。请核对是否选错或下载不完整。',
  'file-binary': () => '文件不是文本表格，读不出内容。请另存为 CSV 或 Excel 后再导入。',
  'file-type-mismatch': (finding) =>
    `扩展名与内容不符：内容是 ${fact(finding, 'kind')}，已按内容读取。`,
  'file-type-unsupported': (finding) =>
    unsupported.get(fact(finding, 'kind')) ??
    `不支持这种文件${ifFact(finding, 'kind', (kind) => `（${kind}）`)}。请另存为 CSV、Excel、网页、Word 或 PDF 后再导入。`,
  'file-too-large': (finding) =>
    `超出上限${ifFact(finding, 'limit', (limit) => ` ${limit}`)}，没有读取。请拆分后分批导入。`,
  'read-failed': (finding) =>
    `读取失败${ifFact(finding, 'reason', (reason) => `（${reasonWord(reason)}）`)}。请重新导出该文件后再试。`,
  'encoding-damaged': (finding) =>
    finding.severity === 'warning'
      ? `按指定的 ${fact(finding, 'encoding')} 读取，从此行起有字节不合，读作“�”。请核对，或换一种编码。`
      : `文字已损坏，不能按 ${fact(finding, 'encoding')} 正确读出，为避免乱码没有采用。请从原系统重新导出，或在审阅中指定编码。`,
  'encoding-mixed': (finding) =>
    `同一文件混有两种编码（${fact(finding, 'encodings')}），从此行开始不一致。请统一编码后再导入，或在审阅中指定一种。`,
  'encoding-ambiguous': (finding) =>
    `编码有两种可能：已按 ${fact(finding, 'chosen')} 读取，也可能是 ${fact(finding, 'other')}。请核对文字是否正常，不对时可在审阅中另选编码。`,
  'text-mojibake': (finding) =>
    `${quoted(finding)} 像是乱码${ifFact(finding, 'repaired', (text) => `，原文可能是“${text}”`)}。没有自动改动，请核对来源。`,
  'text-lost-character': (finding) =>
    `${quoted(finding)} 中的“?”可能是导出时丢失的生僻字，请核对。`,
  'text-control-character': (finding) =>
    `${quoted(finding)} 含有不可见的控制字符${ifFact(finding, 'character', (name) => `（${name}）`)}，匹配时已忽略，原文保留。`,
  'newlines-mixed': () => '换行方式不一致，已按看到的行逐行读取。',
  'quote-unescaped': (finding) =>
    `引号写法不规范：${quoted(finding)}。本行已单独读取，请核对各列是否错位。`,
  'quote-unclosed': (finding) =>
    `引号没有闭合：${quoted(finding)}。后面的行没有被并入，请核对本行。`,
  'row-short': (finding) =>
    `本行比表头少列（应有 ${fact(finding, 'expected')} 列，实有 ${fact(finding, 'cells')} 列）。${shifted(finding)}`,
  'row-long': (finding) =>
    `本行比表头多列（应有 ${fact(finding, 'expected')} 列，实有 ${fact(finding, 'cells')} 列）。${shifted(finding)}`,
  'delimiter-guessed': (finding) =>
    `分隔符不明确，按 ${fact(finding, 'delimiter')} 读取，请核对各列。`,
  'json-invalid': (finding) =>
    `不是合格的 JSON${ifFact(finding, 'reason', (reason) => `（${reason}）`)}，此处 ${quoted(finding)} 无法读取。请修正后再导入。`,
  'json-too-deep': (finding) => `JSON 嵌套超过 ${fact(finding, 'limit')} 层，没有读取。`,
  'json-duplicate-key': (finding) =>
    `同一对象里键 ${quoted(finding)} 出现两次，不知以哪个为准，请删去一个。`,
  'json-number-unsafe': (finding) =>
    `数字 ${quoted(finding)} 超出可以精确表示的范围，没有当作数值采用。`,
  'json-item-skipped': (finding) => `第 ${fact(finding, 'index')} 项不是对象，没有读取。`,
  'cell-too-long': (finding) => `单元格文字过长（上限 ${fact(finding, 'limit')} 字），已截断显示。`,
  'sheet-hidden': () => '这是隐藏的工作表，也已读取，请确认是否需要。',
  'rows-hidden': (finding) =>
    `有 ${fact(finding, 'rows')} 行在表格软件里看不见（多半被筛选掉），也已读取，请确认是否需要。`,
  'columns-hidden': (finding) =>
    `有 ${fact(finding, 'columns')} 列（${columnList(finding)}）在表格软件里看不见（被隐藏），也已读取，请确认是否需要。`,
  'archive-unsafe': (finding) =>
    `压缩包不能安全解开（${reasonWord(fact(finding, 'reason'))}），没有采用。请解压后直接拖入文件。`,
  'archive-damaged': () => '压缩包已损坏，读不出其中的文件。请重新打包或下载。',
  'pdf-encrypted': () => 'PDF 设有密码，读不出内容。请去除密码后再导入。',
  'pdf-damaged': () => 'PDF 已损坏，读不出内容。请重新下载。',
  'page-in-frame': (finding) =>
    `这个网页文件里没有表格，它的框架显示的内容在别处：${fact(finding, 'frames')}。年报如在框架里，请${finding.detail?.['online'] === 1 ? '在浏览器中单独打开这个地址，另存后导入' : '导入那个文件（保存网页时通常在同名的文件夹里）'}。`,
  'pdf-scanned': () =>
    '这份 PDF 是扫描图片，没有文字层，不能读取。请改用网页、Word 或带文字的 PDF。',
}
