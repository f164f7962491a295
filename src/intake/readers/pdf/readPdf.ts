import type { Finding } from '@/domain/finding'
import type { PagePositions, SourceDocument, SourcePage } from '../../document'
import { openPdf, pdfRefusal } from './openPdf'
import { pageTables, type PlacedGrid } from './pageTables'
import { paragraphs, type Paragraph, type TextOfPage } from './paragraphs'
import { boxOf, type PdfPage } from './pdfPage'
import { textTable } from './textTable'

/**
 * A PDF with a text layer: every ruled table a grid, the texts of its cells by their positions; what
 * stands outside of rulings as running text, and on pages without any ruling as a table by gaps too.
 * A scan, an encrypted or damaged file is said to be one. Never rejects but for a fault of the program.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const grids: PlacedGrid[] = []
  const texts: TextOfPage[] = []
  const pages: SourcePage[] = []
  let letters = 0
  let pictures = 0
  try {
    for await (const page of openPdf(bytes)) {
      const { tables, outside } = pageTables(page)
      grids.push(...tables)
      if (tables.length === 0) grids.push(...textTable(outside, page.number))
      texts.push({ page: page.number, texts: outside })
      pages.push(sourcePage(page))
      letters += page.texts.length
      pictures += page.pictures
    }
  } catch (cause) {
    const refusal = pdfRefusal(cause)
    if (refusal === null) throw cause
    return refused(file, refusal === 'encrypted' ? 'pdf-encrypted' : 'pdf-damaged')
  }
  if (letters === 0) return refused(file, pictures > 0 ? 'pdf-scanned' : 'file-empty')
  const named = grids.map(({ grid }, at) => ({ ...grid, name: `表格 ${at + 1}` }))
  const text = paragraphs(texts)
  const prose = text.map((paragraph) => paragraph.prose)
  const positions = positionsOf(pages, grids, text)
  return { file, kind: 'pdf', grids: named, prose, positions, findings: [] }
}

function sourcePage({ number, width, height, texts }: PdfPage): SourcePage {
  return {
    number,
    width,
    height,
    texts: texts.map((text) => ({ text: text.text, box: boxOf([text]) })),
  }
}

function positionsOf(
  pages: readonly SourcePage[],
  grids: readonly PlacedGrid[],
  text: readonly Paragraph[],
): PagePositions {
  return {
    pages,
    cells: grids.map(({ boxes }) => boxes),
    lines: text.map(({ lines }) => lines),
  }
}

function refused(file: string, code: Finding['code']): SourceDocument {
  const findings: Finding[] = [{ code, severity: 'error', place: { file } }]
  return { file, kind: 'pdf', grids: [], prose: [], findings }
}
