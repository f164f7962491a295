import type { FileAnswers } from './fileAnswers'

/** A file that is or was given, and what the user said of it. */
export interface GivenFile {
  readonly name: string
  /** Inside a chosen folder, a file knows its path. */
  readonly path: string
  readonly content: Blob
  readonly answers?: FileAnswers
}
