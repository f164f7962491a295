import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateSample } from '@/data/sample'
import { printForm } from './formTables'
import { houseStyles, pieces, renderDocument } from './houseStyles'
import { renderDocx } from './renderDocx'
import { runningText } from './runningText'

/** A document as it lies in a folder. */
export interface MixedDocument {
  readonly name: string
  readonly content: Buffer
}

/** The reports of as many documents as a county's office collects at once. */
const { reports } = generateSample({ counties: 25, years: [2019, 2022] }, 17)

/** Up to a hundred reports of fictional counties as pages, texts, Word files and PDFs. */
export function mixedDocuments(count: number): Promise<MixedDocument[]> {
  const pdf = readFileSync(
    fileURLToPath(new URL('../../fixtures/documents/old-form.pdf', import.meta.url)),
  )
  return Promise.all(
    reports.slice(0, count).map(async (report, at): Promise<MixedDocument> => {
      if (report.edition === 'unknown') throw new Error('a sample report has an edition')
      const form = printForm(report, report.edition)
      const title = `${report.unit.name}人民政府${String(report.year)}年政府信息公开工作年度报告`
      const text = runningText(report)
      const name = String(at + 1).padStart(3, '0')
      if (at % 10 === 9) {
        // The same pages again and again, but no file is given twice.
        return { name: `${name}.pdf`, content: Buffer.concat([pdf, Buffer.from(`\n% ${name}\n`)]) }
      }
      if (at % 5 === 3) {
        const content = Buffer.from(await renderDocx(pieces(form, title, text)))
        return { name: `${name}.docx`, content }
      }
      const style = houseStyles[at % houseStyles.length] ?? 'html'
      const extension = style.startsWith('html') ? 'html' : 'txt'
      const content = Buffer.from(renderDocument(form, style, title, text))
      return { name: `${name}.${extension}`, content }
    }),
  )
}
