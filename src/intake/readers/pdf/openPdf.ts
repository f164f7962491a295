import { loadPdf, MOST_PAGES, pdfjs } from './loadPdf'
import type { Matrix } from './matrix'
import type { PdfPage } from './pdfPage'
import { pdfRules } from './pdfRules'
import { pdfTexts } from './pdfTexts'
import { uprightRotation } from './turnedPage'

/** A PDF that cannot be opened, in a word. */
export type PdfRefusal = 'encrypted' | 'damaged'

/** The pages of a PDF, one after the other. Pictures are counted, not decoded. */
export async function* openPdf(bytes: Uint8Array): AsyncGenerator<PdfPage, void> {
  const task = loadPdf(bytes, { isOffscreenCanvasSupported: false, maxImageSize: 1 })
  try {
    const pdf = await task.promise
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      yield await readPage(await pdf.getPage(number))
    }
  } finally {
    await task.destroy()
  }
}

/** Why opening failed; null where it is a fault of ours. */
export function pdfRefusal(cause: unknown): PdfRefusal | null {
  if (!(cause instanceof Error)) return null
  if (cause.name === 'PasswordException') return 'encrypted'
  const damaged = [
    'InvalidPDFException',
    'FormatError',
    'XRefEntryException',
    'UnknownErrorException',
  ]
  return damaged.includes(cause.name) ? 'damaged' : null
}

async function readPage(page: pdfjs.PDFPageProxy): Promise<PdfPage> {
  const content = await page.getTextContent({ disableNormalization: false })
  const viewport = page.getViewport({ scale: 1, rotation: uprightRotation(page, content) })
  const toPage = viewport.transform as unknown as Matrix
  const drawing = await page.getOperatorList()
  const pictures = drawing.fnArray.filter((code) => pictureCodes.has(code)).length
  page.cleanup()
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    texts: pdfTexts(content, toPage),
    rules: pdfRules(drawing, pdfjs.OPS, toPage),
    pictures,
  }
}

const pictureCodes: ReadonlySet<number> = new Set([
  pdfjs.OPS.paintImageXObject,
  pdfjs.OPS.paintInlineImageXObject,
  pdfjs.OPS.paintImageMaskXObject,
  pdfjs.OPS.paintImageXObjectRepeat,
])
