import type { SourceFile } from '../document'
import type { DrawablePdf } from '../readers/pdf/drawPdf'
import type { OriginalDocument } from './original'
import { readOriginal } from './readOriginal'

/** One source that is being looked at: read once, its pages drawn as they are asked for. */
export class OriginalDesk {
  readonly #file: SourceFile
  readonly #documents: Promise<OriginalDocument[]>
  #pdf: Promise<DrawablePdf> | null = null

  constructor(file: SourceFile) {
    this.#file = file
    this.#documents = readOriginal(file)
  }

  documents(): Promise<OriginalDocument[]> {
    return this.#documents
  }

  /**
   * A page (from 1) of the source as a picture, `scale` pixels a point. Rejects where the source is no
   * PDF: one inside an archive is shown as text.
   */
  async page(number: number, scale: number): Promise<ImageBitmap> {
    this.#pdf ??= open(this.#file.bytes)
    return (await this.#pdf).draw(number, scale)
  }
}

async function open(bytes: Uint8Array): Promise<DrawablePdf> {
  return (await import('../readers/pdf/drawPdf')).openDrawablePdf(bytes)
}
