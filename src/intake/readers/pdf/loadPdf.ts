import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api'
import { CharacterMaps } from './characterMaps'

export { pdfjs }

/** Pages read at most: a report has twenty. */
export const MOST_PAGES = 500

/** What reading and drawing ask for differently. */
type Options = Pick<
  DocumentInitParameters,
  'isOffscreenCanvasSupported' | 'maxImageSize' | 'CanvasFactory' | 'FilterFactory'
>

/**
 * Starts opening a PDF; whoever asks must destroy the task. The library runs in the thread of the
 * caller, which is a worker in the browser; it evaluates no code and asks the network for nothing but
 * our own character maps.
 */
export function loadPdf(bytes: Uint8Array, options: Options): pdfjs.PDFDocumentLoadingTask {
  Object.assign(globalThis, { pdfjsWorker: worker })
  return pdfjs.getDocument({
    // The library takes the bytes away from their owner.
    data: bytes.slice(),
    CMapReaderFactory: CharacterMaps,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...options,
  })
}
