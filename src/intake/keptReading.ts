import type { SourceDocument, SourceFile } from './document'
import { encodingOf, type StoredEncodings } from './readers/encoding/encodings'
import { readSource } from './readers/readSource'

/** A source, and what was read in it where that was kept beside it. */
export interface KeptSource extends StoredEncodings {
  readonly name: string
  /** Path inside a dropped folder, else the name: places in archives begin with it. */
  readonly path: string
  readonly content: Blob
  /** As `keepReading` makes it; null: it is read again. */
  readonly reading: Blob | null
}

interface Kept {
  /** Goes up when documents change their shape; what another version kept is read again. */
  readonly version: number
  readonly documents: readonly SourceDocument[]
}

const VERSION = 1
/** A source with more is read again when it is looked at. */
const MOST_CHARACTERS = 4 * 2 ** 20

/**
 * What was read in a source whose places are slow to find again (a PDF, also in an archive), so that
 * it is looked at without reading it once more and the places are those of its reading. Null for all
 * others, and where it would be too much.
 */
export function keepReading(documents: readonly SourceDocument[]): Blob | null {
  const isSlow = documents.some(({ positions }) => positions !== undefined)
  if (!isSlow || documents.some(({ json }) => json !== undefined)) return null
  const kept: Kept = { version: VERSION, documents }
  const text = JSON.stringify(kept, shortened)
  return text.length > MOST_CHARACTERS ? null : new Blob([text])
}

/** The documents of a source: those that were kept, else read again. */
export async function sourceDocuments(source: KeptSource): Promise<readonly SourceDocument[]> {
  const { reading } = source
  const kept = reading === null ? null : readKept(await reading.text())
  return kept ?? readSource(await sourceFile(source), encodingOf(source))
}

/** The bytes of a source. */
export async function sourceFile({
  name,
  path,
  content,
}: Pick<KeptSource, 'name' | 'path' | 'content'>): Promise<SourceFile> {
  return { name, path, bytes: new Uint8Array(await content.arrayBuffer()) }
}

/** Null where it is another version's, or damaged: nothing is lost, the source is read again. */
function readKept(text: string): readonly SourceDocument[] | null {
  try {
    const { version, documents } = JSON.parse(text) as Kept
    if (version !== VERSION) return null
    return documents.map((document) => ({
      ...document,
      grids: document.grids.map(({ rowNumbers, ...grid }) =>
        rowNumbers === undefined ? grid : { ...grid, rowNumbers: Uint32Array.from(rowNumbers) },
      ),
    }))
  } catch {
    return null
  }
}

/** A hundredth of a point is more than any screen shows. */
function shortened(_key: string, value: unknown): unknown {
  if (value instanceof Uint32Array) return [...value]
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}
