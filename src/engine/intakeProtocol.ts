import type { Place } from '@/domain/finding'
import type { Unit, UnitId } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import type { GivenFile } from '@/intake/givenFile'
import type { KeptSource } from '@/intake/keptReading'
import type { OriginalDocument } from '@/intake/original/original'
import type { EncodingSample } from '@/intake/readers/encoding/encodingSamples'
import type { ScannedPart } from '@/intake/scanner/scannedPart'
import type { SourceExcerpt } from '@/intake/sourceExcerpt'
import type { RepairApi } from './repairProtocol'

/** What the intake worker gives the engine, over a port of their own. */
export interface DraftSink {
  /** Starts a new draft and drops what an unfinished one had. */
  begin(): Promise<void>
  /** `reading` is what is kept of its reading, as `keepReading` makes it. */
  addFile(file: FileDraft, content: Blob, reading: Blob | null): Promise<void>
  /** Puts a file that was read again in the place of what was read of it before. */
  replaceFile(file: FileDraft): Promise<void>
  /** Adds a file to the draft that is under review. */
  insertFile(file: FileDraft, content: Blob): Promise<void>
  /** The draft is whole; now it is compared with the data. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** What one intake does for another one. */
export interface IntakeHelper {
  /** Scans the last part of a file; see `readPart`. */
  scanPart(
    file: GivenFile,
    from: number,
    ownUnits: readonly Unit[],
    within: UnitId | null,
    onProgress: (bytes: number) => void,
  ): Promise<ScannedPart | null>
}

/** The intake worker, one for an import; ended to cancel it. */
export interface IntakeApi extends RepairApi {
  /** The port whose other end the engine listens to; once, before `read`. */
  connect(port: MessagePort): Promise<void>
  /** The port over which another intake asks this one for help. */
  help(port: MessagePort): Promise<void>
  /** The port whose other end an intake listens to that helps this one. */
  takeHelp(port: MessagePort): Promise<void>
  /** Hands over some of the files that `read` will read. */
  give(files: readonly File[]): Promise<void>
  read(
    ownUnits: readonly Unit[],
    within: UnitId | null,
    onProgress: (progress: IntakeProgress) => void,
  ): Promise<void>
  /** Reads a source again, to be drawn; it stays open for `page`. */
  openOriginal(source: KeptSource): Promise<readonly OriginalDocument[]>
  /** A page (from 1) of the PDF that is open as a picture, `scale` pixels a point. */
  page(document: string, number: number, scale: number): Promise<ImageBitmap>
  /** Reads files of the draft again, with what the user said of them. */
  readAgain(
    files: readonly GivenFile[],
    ownUnits: readonly Unit[],
    within: UnitId | null,
  ): Promise<void>
  /** How the beginning of a file, or of one inside it, reads in each encoding. */
  encodingSamples(
    content: Blob,
    path: string,
    inner: string | null,
  ): Promise<readonly EncodingSample[]>
  /** Reads a source again and cuts out what stands around a place; null when it is not found. */
  excerpt(source: KeptSource, place: Place): Promise<SourceExcerpt | null>
}

export interface IntakeProgress {
  readonly file: string
  readonly fileIndex: number
  readonly files: number
  readonly bytesDone: number
  readonly bytesTotal: number
}
