import type { Finding } from '@/domain/finding'
import type { Grid, SourceDocument } from '../../document'
import { openPdf, pdfRefusal } from './openPdf'
import { pageTables } from './pageTables'
import { paragraphs, type PageText } from './paragraphs'
import { textTable } from './textTable'

/**
 * A PDF with a text layer: every ruled table a grid, the texts of its cells by their positions; what
 * stands outside of rulings as running text, and on pages without any ruling as a table by gaps too.
 * A scan, an encrypted or damaged file is said to be one. Never rejects but for a fault of the program.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const grids: Grid[] = []
  const texts: PageText[] = []
  let letters = 0
  let pictures = 0
  try {
    for await (const page of openPdf(bytes)) {
      const { tables, outside } = pageTables(page)
      grids.push(...tables.map(({ grid }) => grid))
      if (tables.length === 0) grids.push(...textTable(outside, page.number))
      texts.push({ page: page.number, texts: outside })
      letters += page.texts.length
      pictures += page.pictures
    }
  } catch (cause) {
    const refusal = pdfRefusal(cause)
    if (refusal === null) throw cause
    return refused(file, refusal === 'encrypted' ? 'pdf-encrypted' : 'pdf-damaged')
  }
  if (letters === 0) return refused(file, pictures > 0 ? 'pdf-scanned' : 'file-empty')
  const named = grids.map((grid, at) => ({ ...grid, name: `表格 ${at + 1}` }))
  return { file, kind: 'pdf', grids: named, prose: paragraphs(texts), findings: [] }
}

function refused(file: string, code: Finding['code']): SourceDocument {
  const findings: Finding[] = [{ code, severity: 'error', place: { file } }]
  return { file, kind: 'pdf', grids: [], prose: [], findings }
}
