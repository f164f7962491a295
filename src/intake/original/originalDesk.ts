import { sourceDocuments, sourceFile, type KeptSource } from '../keptReading'
import { fileInArchive } from '../readers/archive'
import type { DrawablePdf } from '../readers/pdf/drawPdf'
import type { OriginalDocument } from './original'
import { originalsOf } from './readOriginal'

/** One source that is being looked at: read once, or not at all where its reading was kept. */
export class OriginalDesk {
  readonly #source: KeptSource
  readonly #documents: Promise<OriginalDocument[]>
  /** By document. */
  readonly #pdfs = new Map<string, Promise<DrawablePdf>>()

  constructor(source: KeptSource) {
    this.#source = source
    this.#documents = sourceDocuments(source).then(originalsOf)
  }

  documents(): Promise<OriginalDocument[]> {
    return this.#documents
  }

  /** A page (from 1) of a document as a picture, `scale` pixels a point. Rejects where it is no PDF. */
  async page(document: string, number: number, scale: number): Promise<ImageBitmap> {
    const pdf = this.#pdfs.get(document) ?? this.#open(document)
    this.#pdfs.set(document, pdf)
    return (await pdf).draw(number, scale)
  }

  async #open(document: string): Promise<DrawablePdf> {
    const source = await sourceFile(this.#source)
    const { openDrawablePdf } = await import('../readers/pdf/drawPdf')
    if (document === source.path) return openDrawablePdf(source.bytes)
    const inside = fileInArchive(source, document)
    if (inside === null) throw new Error(`There is no ${document}`)
    return openDrawablePdf(inside.bytes)
  }
}
