import type { PrintedForm, PrintedTable } from './formTables'
import type { RunningText } from './runningText'
import { escaped, siteForm, siteStyles, siteTable, type SiteStyle } from './siteStyles'
import {
  wildForm,
  wildLines,
  wildStyles,
  wildTextStyles,
  type WildStyle,
  type WildTextStyle,
} from './wildStyles'

type TextStyle = 'tabs' | 'pipes' | 'lines'
type PageStyle = 'html' | 'htmlWord' | SiteStyle
type AnyStyle = TextStyle | WildTextStyle

/** A document as text, in the way one kind of office publishes it. */
export type HouseStyle = PageStyle | WildStyle | AnyStyle

export const houseStyles: readonly HouseStyle[] = [
  'html',
  'htmlWord',
  'tabs',
  'pipes',
  'lines',
  ...siteStyles,
  ...wildStyles,
  ...wildTextStyles,
]

/** A piece of a document: a paragraph or a table. */
export type Piece = string | PrintedTable

/** All of a report in printed order, its title first. */
export function pieces(
  form: PrintedForm,
  title: string,
  text: RunningText = { overview: [], others: [] },
): Piece[] {
  return [
    title,
    '一、总体情况',
    ...text.overview,
    '二、主动公开政府信息情况',
    form.two,
    '三、收到和处理政府信息公开申请情况',
    form.three,
    '四、政府信息公开行政复议、行政诉讼情况',
    form.four,
    '五、存在的主要问题及改进情况',
    '公开内容与群众期待仍有差距，下一步将继续改进。',
    '六、其他需要报告的事项',
    ...text.others,
  ]
}

/** Renders a report with its headings, as a page or as plain text. */
export function renderDocument(
  form: PrintedForm,
  style: HouseStyle,
  title: string,
  text?: RunningText,
): string {
  if (isSite(style)) return page(pieces(siteForm(form, style), title, text), style)
  if (isWild(style)) return page(pieces(wildForm(form, style), title, text), 'html')
  const all = pieces(form, title, text)
  if (style === 'html' || style === 'htmlWord') return page(all, style)
  return all
    .flatMap((piece) => (typeof piece === 'string' ? [piece] : textLines(piece, style)))
    .join('\n')
}

function isSite(style: HouseStyle): style is SiteStyle {
  return siteStyles.some((each) => each === style)
}

function isWild(style: HouseStyle): style is WildStyle {
  return wildStyles.some((each) => each === style)
}

function isWildText(style: AnyStyle): style is WildTextStyle {
  return wildTextStyles.some((each) => each === style)
}

/** A page; `css` sets it for printing. */
export function page(all: readonly Piece[], style: PageStyle, css = ''): string {
  const [title, ...body] = all
  const heading = typeof title === 'string' ? `<h1>${escaped(title)}</h1>` : ''
  return [
    `<html><head><meta charset="utf-8"><style>${css}</style></head><body>${heading}`,
    ...body.map((piece) =>
      typeof piece === 'string' ? `<p>${escaped(piece)}</p>` : htmlTable(piece, style),
    ),
    '</body></html>',
  ].join('\n')
}

function htmlTable(table: PrintedTable, style: PageStyle): string {
  if (style !== 'html' && style !== 'htmlWord') return siteTable(table, style)
  const rows = table.map((row) => {
    const cells = row.map(({ text, rows: tall, columns }) => {
      const spans = `${tall > 1 ? ` rowspan="${tall}"` : ''}${columns > 1 ? ` colspan=${columns}` : ''}`
      const inside = style === 'htmlWord' ? wordRuns(text) : escaped(text)
      return `<td${spans}>${inside}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`
}

/** A word processor breaks a label into runs and adds empty paragraph marks. */
function wordRuns(text: string): string {
  const middle = Math.ceil(text.length / 2)
  const isNumber = /^[\d.+]*$/.test(text)
  const parts = isNumber ? [text] : [text.slice(0, middle), text.slice(middle)]
  const runs = parts.map((part) => `<span lang="EN-US">${escaped(part)}</span>`)
  return `<p class="MsoNormal">${runs.join('')}<o:p></o:p></p>`
}

function textLines(table: PrintedTable, style: AnyStyle): string[] {
  if (isWildText(style)) return wildLines(table, style)
  if (style === 'lines') return table.flatMap((row) => row.map(({ text }) => text))
  const separator = style === 'tabs' ? '\t' : ' | '
  return table.map((row) =>
    row
      .flatMap(({ text, columns }) => [text, ...Array.from({ length: columns - 1 }, () => '')])
      .join(separator),
  )
}
