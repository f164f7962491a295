import { loadPdf, MOST_PAGES } from './loadPdf'
import { OffscreenCanvases, NoFilters } from './offscreenCanvases'
import { uprightRotation } from './turnedPage'

/** A page as it is seen, in points. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** A PDF opened to be looked at. */
export interface DrawablePdf {
  readonly pages: readonly PageSize[]
  /** Draws a page (from 1), `scale` pixels a point. */
  draw(page: number, scale: number): Promise<ImageBitmap>
  close(): Promise<void>
}

/** Pixels of one drawn page at most, whatever a file says of its size. */
const MOST_PIXELS = 24e6

/**
 * Opens a PDF to draw its pages; only in a worker of a browser. Letters are drawn as shapes, so that no
 * font of the file becomes one of the page. Rejects as the library does; see `pdfRefusal`.
 */
export async function openDrawablePdf(bytes: Uint8Array): Promise<DrawablePdf> {
  const task = loadPdf(bytes, { CanvasFactory: OffscreenCanvases, FilterFactory: NoFilters })
  const pdf = await task.promise
  const numbers = Array.from({ length: Math.min(pdf.numPages, MOST_PAGES) }, (_, at) => at + 1)
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number)
      const rotation = uprightRotation(page, await page.getTextContent())
      const { width, height } = page.getViewport({ scale: 1, rotation })
      return { width, height, rotation }
    }),
  )
  return {
    pages: pages.map(({ width, height }): PageSize => ({ width, height })),
    draw: async (number, wanted) => {
      const page = await pdf.getPage(number)
      const { width, height, rotation } = pages[number - 1] ?? page.getViewport({ scale: 1 })
      const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)))
      const viewport = page.getViewport({ scale, rotation })
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.floor(viewport.width)),
        Math.max(1, Math.floor(viewport.height)),
      )
      // The library draws on either kind of canvas; its types know only that of a document.
      const drawn = canvas as unknown as HTMLCanvasElement
      await page.render({ canvas: drawn, viewport, background: '#ffffff' }).promise
      page.cleanup()
      return canvas.transferToImageBitmap()
    },
    close: () => task.destroy(),
  }
}
