import type { FileDraft } from '@/intake/draft'
import type { Unit } from '@/domain/unit'

/** What the engine needs of the place it runs in; a test gives its own. */
export interface Surroundings {
  /** Milliseconds since 1970; only shown, never compared. */
  now(): number
  /** Runs work while no other tab writes, where the browser has locks; else at once. */
  locked<T>(work: () => Promise<T>): Promise<T>
  /** Tells other tabs that the store changed, and hears it from them. */
  readonly tabs: {
    tell(sequence: number): void
    hear(listener: (sequence: number) => void): void
  }
  /** Bytes of segments up to which hashes are checked before anything is shown; the rest when idle. */
  readonly checkedAtOnce: number
  /** Runs work when there is nothing better to do. */
  whenIdle(work: () => void): void
  /** Names this very build of the program, whose replies are kept for its next start; null: none are. */
  readonly program: string | null
  /** Bytes stored and to be had; null where the browser does not say. */
  usage(): Promise<{ readonly used: number; readonly quota: number } | null>
  persisted(): Promise<boolean>
  readSample(sample: 'real' | 'fictional'): Promise<SampleReading>
}

/** A sample as the intake reads it, and the units that come and go with it. */
export interface SampleReading {
  readonly files: readonly ReadFile[]
  readonly units: readonly Unit[]
}

export interface ReadFile {
  readonly draft: FileDraft
  readonly content: Blob
  readonly reading: Blob | null
}
