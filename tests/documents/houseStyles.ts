import type { PrintedForm, PrintedTable } from './formTables'

/** A document as text, in the way one kind of office publishes it. */
export type HouseStyle = 'html' | 'htmlWord' | 'tabs' | 'pipes' | 'lines'

export const houseStyles: readonly HouseStyle[] = ['html', 'htmlWord', 'tabs', 'pipes', 'lines']

/** Renders the tables with a title and section headings around them. */
export function renderDocument(form: PrintedForm, style: HouseStyle, title: string): string {
  const sections: readonly (readonly [string, PrintedTable])[] = [
    ['二、主动公开政府信息情况', form.two],
    ['三、收到和处理政府信息公开申请情况', form.three],
    ['四、政府信息公开行政复议、行政诉讼情况', form.four],
  ]
  const opening = '一、总体情况'
  const closing = '五、存在的主要问题及改进情况'
  if (style === 'html' || style === 'htmlWord') {
    const paragraph = (text: string): string => `<p>${text}</p>`
    return [
      `<html><head><meta charset="utf-8"><title>x</title></head><body><h1>${title}</h1>`,
      paragraph(opening),
      ...sections.map(([heading, table]) => paragraph(heading) + htmlTable(table, style)),
      paragraph(closing),
      '</body></html>',
    ].join('\n')
  }
  return [
    title,
    opening,
    ...sections.flatMap(([heading, table]) => [heading, ...textLines(table, style)]),
    closing,
  ].join('\n')
}

function htmlTable(table: PrintedTable, style: HouseStyle): string {
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function textLines(table: PrintedTable, style: HouseStyle): string[] {
  if (style === 'lines') return table.flatMap((row) => row.map(({ text }) => text))
  const separator = style === 'tabs' ? '\t' : ' | '
  return table.map((row) =>
    row
      .flatMap(({ text, columns }) => [text, ...Array.from({ length: columns - 1 }, () => '')])
      .join(separator),
  )
}
