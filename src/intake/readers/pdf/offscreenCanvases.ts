/** A canvas with its context, as the library passes them round. */
interface Drawing {
  canvas: OffscreenCanvas | null
  context: OffscreenCanvasRenderingContext2D | null
}

/** Gives the library canvases where there is no document. */
export class OffscreenCanvases {
  create(width: number, height: number): Drawing {
    if (width <= 0 || height <= 0) throw new Error('Invalid canvas size')
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas === null || width <= 0 || height <= 0) throw new Error('Invalid canvas size')
    canvas.width = width
    canvas.height = height
  }

  destroy(drawing: Drawing): void {
    if (drawing.canvas !== null) {
      drawing.canvas.width = 0
      drawing.canvas.height = 0
    }
    drawing.canvas = null
    drawing.context = null
  }
}

/** The filters of a document are SVG elements; without one, pictures are drawn unfiltered. */
export class NoFilters {
  addFilter(): string {
    return 'none'
  }

  addHCMFilter(): string {
    return 'none'
  }

  addAlphaFilter(): string {
    return 'none'
  }

  addLuminosityFilter(): string {
    return 'none'
  }

  addHighlightHCMFilter(): string {
    return 'none'
  }

  destroy(): void {
    // Nothing was made.
  }
}
