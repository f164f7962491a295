import type { PrintedCell, PrintedForm, PrintedTable } from './formTables'

/** How offices write the same form in their own ways, each really seen. */
export type WildStyle =
  | 'htmlYuan'
  | 'htmlYuanHeader'
  | 'htmlYuanCaption'
  | 'htmlLabels'
  | 'htmlOldWords'
  | 'htmlRemarks'
  | 'htmlNotes'

/** How converters and pages of text lay out the same form, each really seen. */
export type WildTextStyle =
  | 'markdown'
  | 'tabsFiller'
  | 'pipesFiller'
  | 'linesPiped'
  | 'linesSpaced'
  | 'layout'
  | 'orphans'
  | 'commas'
  | 'wideCommas'

export const wildStyles: readonly WildStyle[] = [
  'htmlYuan',
  'htmlYuanHeader',
  'htmlYuanCaption',
  'htmlLabels',
  'htmlOldWords',
  'htmlRemarks',
  'htmlNotes',
]

export const wildTextStyles: readonly WildTextStyle[] = [
  'markdown',
  'tabsFiller',
  'pipesFiller',
  'linesPiped',
  'linesSpaced',
  'layout',
  'orphans',
  'commas',
  'wideCommas',
]

/** The tables as such an office writes them. */
export function wildForm(form: PrintedForm, style: WildStyle): PrintedForm {
  switch (style) {
    case 'htmlYuan':
      return { ...form, two: mapAmounts(form.two, (amount) => `${inYuan(amount)}元`) }
    case 'htmlYuanHeader':
      return { ...form, two: mapAmounts(renamed(form.two, /单位：万元/, '单位：元'), inYuan) }
    case 'htmlYuanCaption': {
      const two = mapAmounts(renamed(form.two, /[（(]单位：万元[)）]/, ''), inYuan)
      return { ...form, two: [[label('单位：件、元', widthOf(two))], ...two] }
    }
    case 'htmlLabels':
      return mapLabels(form, looselyWritten)
    case 'htmlOldWords':
      return mapLabels(form, inOldWords)
    case 'htmlRemarks':
      return { ...form, two: form.two.map(withRemark) }
    case 'htmlNotes':
      return withNotes(form)
  }
}

/** One table as lines of such a text. */
export function wildLines(table: PrintedTable, style: WildTextStyle): string[] {
  switch (style) {
    case 'markdown':
      return markdown(table)
    case 'tabsFiller':
      return table.map((row) => tabbed(row, widthOf(table)))
    case 'pipesFiller':
      return table.flatMap((row) => [row.map(({ text }) => text).join(' | '), '|||'])
    case 'linesPiped':
      return table.flatMap((row) => row.map(({ text }) => `${text} |`))
    case 'linesSpaced':
      return table.flatMap((row) => row.flatMap(({ text }) => [text, '']))
    case 'layout':
      return table.flatMap(aroundFigures)
    case 'commas':
      return table.map((row) => row.map(({ text }) => text).join(','))
    case 'wideCommas':
      return table.map((row) => row.map(({ text }) => text).join('，'))
    case 'orphans':
      return ['## 表', ...table.flatMap(apart)]
  }
}

function label(text: string, columns = 1): PrintedCell {
  return { text, rows: 1, columns }
}

function widthOf(table: PrintedTable): number {
  return Math.max(...table.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)))
}

function isFigure({ text }: PrintedCell): boolean {
  return /^[+-]?\d[\d.]*$/.test(text)
}

function mapLabels(form: PrintedForm, change: (text: string) => string): PrintedForm {
  const map = (table: PrintedTable) =>
    table.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) })))
  return { two: map(form.two), three: map(form.three), four: map(form.four) }
}

function renamed(table: PrintedTable, from: RegExp, to: string): PrintedTable {
  return table.map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace(from, to) })))
}

/** The last figure of the rows that tell of money: fees in the 2021 edition, purchases in that of 2019. */
function mapAmounts(table: PrintedTable, change: (amount: string) => string): PrintedTable {
  const isFee = table.some((row) => row.some(({ text }) => text.startsWith('本年收费金额')))
  const money = isFee ? '行政事业性收费' : '政府集中采购'
  return table.map((row) => {
    const last = row.findLastIndex(isFigure)
    const isMoney = row.some(({ text }) => text === money)
    return row.map((cell, at) =>
      isMoney && at === last ? { ...cell, text: change(cell.text) } : cell,
    )
  })
}

function inYuan(amount: string): string {
  return String(Number(`${amount}e4`))
}

/** Labels cut, misspelt, spaced out, with other numbers, quotes and brackets. */
const loose: readonly (readonly [official: string | RegExp, written: string])[] = [
  [/^第二十条第（一）项$/, '第二十条 第(一)项'],
  [/^第二十条第（五）项$/, '第二十条第'],
  [/^第二十条第（六）项$/, '第二十條第(六)項'],
  [/^三、本年度办理结果$/, '三 、本 年 度办 理 结果'],
  [/^（二）部分公开.*$/, '(二) 部分公开(区分处理的, 只计这一情形,'],
  [/^2\.其他法律行政法规禁止公开$/, '2.其他法律行政止公开'],
  [/^3\.危及.三安全一稳定.$/, '3、危及三安全一稳定'],
  [/^4\.保护第三方合法权益$/, '４．保护第三方合法权益'],
  [/^(\d)\.(申请人.*)、(行政机关.*)$/, '$1、$2，$3'],
  [/（单位：万元）/, '(单位:万元)'],
  [/^社会公益组织$/, '社会公益'],
  [/^法律服务机构$/, '法律服务'],
  [/^总计$/, '总 计'],
  [/^结果(..)$/, '结果 $1'],
  [/^四、结转下年度继续办理$/, '四、　结转下年度继续办理 '],
]

function looselyWritten(text: string): string {
  return loose.reduce((now, [official, written]) => now.replace(official, written), text)
}

/** The words of the other edition, headers cut to the same beginning, no number before a row. */
function inOldWords(text: string): string {
  if (text === '行政规范性文件') return '规范性文件'
  if (text === '本年新制作数量' || text === '本年新公开数量') return '本年新'
  if (text === '本年收费金额（单位：万元）') return '本年收费金额单位:万元'
  return text.replace(/^\d\.(?=申请人)/, '')
}

function withRemark(row: PrintedTable[number]): PrintedTable[number] {
  if (!row.some(({ text }) => text.endsWith('规范性文件'))) return row
  const first = row.findIndex(isFigure)
  return row.map((cell, at) =>
    at === first ? { ...cell, text: `${cell.text}（其中修订1件）` } : cell,
  )
}

/** A note below, and the header once more where the page ends. */
function withNotes({ two, three, four }: PrintedForm): PrintedForm {
  const at = Math.ceil(three.length / 2)
  return {
    two: [...two, [label('注：以上数据截至12月31日。', widthOf(two))]],
    three: [...three.slice(0, at), ...repeatedHead(three), ...three.slice(at)],
    four: [...four, [label('注：行政复议、行政诉讼数量含上年度结转数量。', widthOf(four))]],
  }
}

function repeatedHead(table: PrintedTable): PrintedTable {
  return table.slice(0, 3)
}

function markdown(table: PrintedTable): string[] {
  const width = widthOf(table)
  const lines = table.map((row) => {
    const cells = row.flatMap(({ text, columns }) => [
      isFigure({ text, rows: 1, columns }) || text === '' ? text : `**${text}**`,
      ...Array.from({ length: columns - 1 }, () => ''),
    ])
    const before = Array.from({ length: width - cells.length }, () => '')
    return `| ${[...before, ...cells].join(' | ')} |`
  })
  return lines.toSpliced(1, 0, `|${' --- |'.repeat(width)}`)
}

/** Labels first, then figures, then as many empty cells as make up the width. */
function tabbed(row: PrintedTable[number], width: number): string {
  const texts = row.map(({ text }) => text)
  return [...texts, ...Array.from({ length: width - texts.length }, () => '')].join('\t')
}

/** As a PDF of aligned text: a long label stands above, beside and below its figures. */
function aroundFigures(row: PrintedTable[number]): string[] {
  const first = row.findIndex(isFigure)
  const labels = row.slice(0, first < 0 ? undefined : first).map(({ text }) => text)
  const figures = first < 0 ? [] : row.slice(first).map(({ text }) => text)
  const long = labels.at(-1) ?? ''
  if (figures.length === 0 || long.length < 16) return [[...labels, ...figures].join('   ')]
  const third = Math.floor(long.length / 3)
  return [
    long.slice(0, third),
    [...labels.slice(0, -1), long.slice(third, -third), ...figures].join('   '),
    long.slice(-third),
  ]
}

/** A label on lines of its own, then its figures as a row without a label, with an eighth, empty cell. */
function apart(row: PrintedTable[number]): string[] {
  const first = row.findIndex(isFigure)
  if (first < 0) return [row.map(({ text }) => text).join(' | ')]
  const labels = row.slice(0, first).map(({ text }) => text)
  return [
    ...labels,
    `| ${row
      .slice(first)
      .map(({ text }) => text)
      .join(' | ')} | |`,
  ]
}
