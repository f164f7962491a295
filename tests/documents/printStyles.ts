import type { Browser } from '@playwright/test'
import { page, type Piece } from './houseStyles'

/** A way of setting a report for print, beside the paper. */
export interface PrintStyle {
  readonly name: string
  readonly css: string
  /** Drawn on every page. */
  readonly watermark?: string
  readonly header?: string
  readonly footer?: string
  /** Rows at the top of a table that every page repeats. */
  readonly headRows?: number
  /** Findings that the style brings about: a unit of money that stands on the page before. */
  readonly assumed?: readonly string[]
}

const TABLE = 'table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }'
const CELL = 'td { border: 1px solid; height: 8mm; padding: 1px }'
const LINE = 'font-size:9px;width:100%;padding:0 18mm'
const NUMBER = `<div style="${LINE};text-align:center">第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</div>`

export const printStyles: readonly PrintStyle[] = [
  {
    name: 'large and small print',
    css: `body { font: 15pt serif } h1 { font-size: 26pt; text-align: center } ${TABLE} ${CELL}
      table { font: 8pt sans-serif } tr:nth-child(3n) td { font-size: 10.5pt; font-weight: bold } td:last-child { font-family: serif }`,
    footer: NUMBER,
  },
  {
    name: 'lines below rows and no others',
    css: `body { font: 11pt sans-serif } ${TABLE} td { border-bottom: 1px solid; height: 8mm; padding: 1px 4px }`,
  },
  {
    name: 'no lines at the sides',
    css: `body { font: 11pt sans-serif } ${TABLE} ${CELL} td:first-child { border-left: none } td:last-child { border-right: none }`,
    footer: NUMBER,
  },
  {
    name: 'labels with letters spaced out',
    css: `body { font: 11pt sans-serif } ${TABLE} ${CELL} td { letter-spacing: 2px; text-align: center }`,
    footer: NUMBER,
  },
  {
    name: 'a watermark over every page',
    css: `body { font: 11pt sans-serif } ${TABLE} ${CELL}`,
    watermark: '内部资料 注意保存 2099',
    footer: NUMBER,
  },
  {
    name: 'lines of a site above and below every page',
    css: `body { font: 11pt sans-serif } ${TABLE} ${CELL}`,
    header: `<div style="${LINE};display:flex;justify-content:space-between"><span>2099/3/28 09:15</span><span>示例县人民政府 信息公开 年度报告</span></div>`,
    footer: `<div style="${LINE};display:flex;justify-content:space-between"><span>http://example.invalid/xxgk/12/345.html</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`,
  },
  {
    name: 'tables over three pages, their header repeated',
    css: `body { font: 11pt sans-serif } ${TABLE} ${CELL} td { height: 21mm }`,
    headRows: 3,
    assumed: ['cell-unit-assumed'],
    footer: NUMBER,
  },
  {
    name: 'table 三 on pages of their own, across',
    css: `@page { size: A4; margin: 18mm } @page across { size: A4 landscape } body { font: 11pt sans-serif } ${TABLE} ${CELL}
      table:nth-of-type(2) { page: across; break-before: page; break-after: page }`,
  },
  {
    name: 'table 三 turned on an upright page',
    css: `@page { size: A4; margin: 10mm } body { font: 8pt sans-serif } ${TABLE} ${CELL} td { height: 4mm }
      table:nth-of-type(2) { writing-mode: sideways-rl; break-before: page; break-after: page; height: 270mm; width: auto }
      table:nth-of-type(2) td { height: auto; width: 5mm }`,
  },
  {
    name: 'numbers to the right, labels to the left, narrow',
    css: `body { font: 9pt sans-serif; width: 120mm } ${TABLE} ${CELL} td { height: 5mm; text-align: right } td:first-child { text-align: left; width: 9mm }`,
  },
]

/** A report printed by a browser in such a style. */
export async function printStyled(
  browser: Browser,
  all: readonly Piece[],
  style: PrintStyle,
): Promise<Uint8Array> {
  const { css, watermark, header, footer, headRows } = style
  const tab = await browser.newPage()
  try {
    const mark = watermark === undefined ? '' : `<div class="mark">${watermark}</div>`
    const own = `${css} .mark { position: fixed; top: 40%; left: 10%; font-size: 40pt; opacity: 0.15; transform: rotate(-30deg) }`
    await tab.setContent(page(all, 'html', own).replace('<body>', `<body>${mark}`))
    if (headRows !== undefined) await tab.evaluate(repeatHeads, headRows)
    const isLined = header !== undefined || footer !== undefined
    return new Uint8Array(
      await tab.pdf({
        ...(css.includes('@page')
          ? { preferCSSPageSize: true }
          : { format: 'A4' as const, margin: MARGIN }),
        ...(isLined
          ? {
              displayHeaderFooter: true,
              headerTemplate: header ?? '<span></span>',
              footerTemplate: footer ?? '<span></span>',
            }
          : {}),
      }),
    )
  } finally {
    await tab.close()
  }
}

const MARGIN = { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' }

/** Runs in the page: the first rows of every table become its head, which print repeats. */
function repeatHeads(rows: number): void {
  for (const table of document.querySelectorAll('table')) {
    const head = table.createTHead()
    const most = table.rows[0]?.textContent.includes('总计') === true ? 1 : rows
    const own = table.tBodies[0]
    for (
      let at = 0;
      at < most && own?.rows[0] !== undefined && /^\D*$/.test(own.rows[0].textContent);
      at++
    ) {
      head.append(own.rows[0])
    }
  }
}
