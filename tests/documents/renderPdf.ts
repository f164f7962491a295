import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from '@playwright/test'
import { page, type Piece } from './houseStyles'

/** Paper and the height of its rows: the taller, the sooner a page ends within table 三. */
export interface Paper {
  readonly format: 'A4' | 'A3' | 'Letter'
  readonly landscape: boolean
  /** Height of a table row in millimetres. */
  readonly row: number
  /** How the borders of cells are drawn. */
  readonly border: 'solid' | 'dashed' | 'double' | 'none'
}

export const papers: readonly Paper[] = [
  { format: 'A4', landscape: false, row: 9, border: 'solid' },
  { format: 'A4', landscape: true, row: 7, border: 'dashed' },
  { format: 'Letter', landscape: false, row: 14, border: 'double' },
  { format: 'A3', landscape: false, row: 8, border: 'solid' },
]

/** Paper on which nothing but the gaps parts the cells. */
export const borderless: Paper = { format: 'A4', landscape: false, row: 7, border: 'none' }

/** A report printed by a browser, its tables broken where the page ends. */
export async function printInBrowser(
  browser: Browser,
  all: readonly Piece[],
  { format, landscape, row, border }: Paper,
): Promise<Uint8Array> {
  const css = `body { font: 11pt sans-serif } table { border-collapse: collapse; width: 100% }
    td { border: ${border === 'double' ? 3 : 1}px ${border}; height: ${row}mm; padding: 1px } tr { break-inside: avoid }`
  const tab = await browser.newPage()
  try {
    await tab.setContent(page(all, 'html', css))
    const footer =
      '<div style="font-size:9px;margin:auto">- <span class="pageNumber"></span> -</div>'
    return new Uint8Array(
      await tab.pdf({
        format,
        landscape,
        margin: { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' },
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer,
      }),
    )
  } finally {
    await tab.close()
  }
}

/** A Word file turned into PDF by LibreOffice (`soffice` must be on the machine). */
export async function printInOffice(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'xianjian-office-'))
  try {
    const input = join(folder, 'report.docx')
    await writeFile(input, docx)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, input]
    await promisify(execFile)('soffice', args, { timeout: 120_000 })
    return new Uint8Array(await readFile(join(folder, 'report.pdf')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
