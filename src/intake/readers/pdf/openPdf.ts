import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { CharacterMaps } from './characterMaps'
import type { Matrix } from './matrix'
import type { PdfPage } from './pdfPage'
import { pdfRules } from './pdfRules'
import { pdfTexts } from './pdfTexts'

/** A PDF that cannot be opened, in a word. */
export type PdfRefusal = 'encrypted' | 'damaged'

/** Pages read at most: a report has twenty. */
const MOST_PAGES = 500

/**
 * The pages of a PDF, one after the other. The library runs in the thread of the caller, which is a
 * worker in the browser; it evaluates no code, decodes no pictures and asks the network for nothing.
 */
export async function* openPdf(bytes: Uint8Array): AsyncGenerator<PdfPage, void> {
  Object.assign(globalThis, { pdfjsWorker: worker })
  const task = pdfjs.getDocument({
    // The library takes the bytes away from their owner.
    data: bytes.slice(),
    CMapReaderFactory: CharacterMaps,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
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
  const viewport = page.getViewport({ scale: 1 })
  const toPage = viewport.transform as unknown as Matrix
  const content = await page.getTextContent({ disableNormalization: false })
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
