import { proxy, transfer, wrap, type Remote } from 'comlink'
import type { Place } from '@/domain/finding'
import type { Unit, UnitId } from '@/domain/unit'
import { EngineFailure, toEngineFailure } from '@/engine/failure'
import type { IntakeApi, IntakeProgress } from '@/engine/intakeProtocol'
import type { OriginalDocument } from '@/intake/original/original'
import type { GivenFile } from '@/intake/givenFile'
import type { KeptSource } from '@/intake/keptReading'
import type { EncodingSample } from '@/intake/readers/encoding/encodingSamples'
import type { SourceExcerpt } from '@/intake/sourceExcerpt'
import { ask } from './engineClient'

interface Intake {
  readonly worker: Worker
  readonly api: Remote<IntakeApi>
  /** Ends the worker, and the one that helps it. */
  end(): void
}

/** A browser asks the disk about every file that it hands to a worker: about a millisecond each. */
const GIVEN_AT_ONCE = 8

/** A worker started ahead of its import, so that the first file does not wait for it. */
let spare: Intake | null = null

/** One import under way. */
export interface Reading {
  /** Settles when every file is read and the engine has the whole draft, or when it was ended. */
  readonly done: Promise<void>
  /** Ends the worker at once; what it had read is for the caller to discard. */
  end(): void
}

/** Starts a worker for an import that is likely to come. */
export function prepareIntake(): void {
  spare ??= startHelped()
}

/** Reads files in a worker of their own, which hands them to the engine as a draft. */
export function readFiles(
  files: readonly File[],
  ownUnits: readonly Unit[],
  within: UnitId | null,
  onProgress: (progress: IntakeProgress) => void,
): Reading {
  const intake = spare ?? startHelped()
  spare = null
  const ended = endOf(intake)
  let stop = (): void => undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })

  async function run(): Promise<void> {
    await connect(intake)
    for (let at = 0; at < files.length; at += GIVEN_AT_ONCE) {
      await intake.api.give(files.slice(at, at + GIVEN_AT_ONCE))
    }
    await intake.api.read(ownUnits, within, proxy(onProgress))
  }
  async function guarded(): Promise<void> {
    try {
      await Promise.race([run(), ended, stopped])
    } catch (thrown) {
      throw toEngineFailure(thrown)
    } finally {
      intake.end()
    }
  }
  return {
    done: guarded(),
    end: () => {
      intake.end()
      stop()
    },
  }
}

/** Reads files of the draft again, with what the user said of them, and has the engine take them. */
export async function readFilesAgain(
  files: readonly GivenFile[],
  ownUnits: readonly Unit[],
  within: UnitId | null,
): Promise<void> {
  await withIntake((api) => api.readAgain(files, ownUnits, within))
}

/** Has an intake of its own do something of which the engine hears. */
export async function withIntake<T>(work: (api: Remote<IntakeApi>) => Promise<T>): Promise<T> {
  const intake = spare ?? start()
  spare = null
  const ended = endOf(intake)
  async function run(): Promise<T> {
    await connect(intake)
    return work(intake.api)
  }
  try {
    return await Promise.race([run(), ended])
  } catch (thrown) {
    throw toEngineFailure(thrown)
  } finally {
    intake.end()
  }
}

/** The engine hears what the intake reads. */
async function connect({ api }: Intake): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  await ask((engine) => engine.listen(transfer(port1, [port1])))
  await api.connect(transfer(port2, [port2]))
}

/** Rejects when the worker dies. */
function endOf({ worker }: Intake): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new EngineFailure('worker-ended', event.message))
    })
  })
  ended.catch(() => undefined)
  return ended
}

/** Cuts out, in a worker, what stands around a place in a source. */
export function readExcerpt(source: KeptSource, place: Place): Promise<SourceExcerpt | null> {
  return alone(async (api) => api.excerpt(source, place))
}

/** How the beginning of a file, or of one inside it, reads in each encoding; asked of a worker. */
export function readEncodingSamples(
  content: Blob,
  path: string,
  inner: string | null,
): Promise<readonly EncodingSample[]> {
  return alone((api) => api.encodingSamples(content, path, inner))
}

/** Has a worker of its own do something of which the engine hears nothing. */
async function alone<T>(work: (api: Remote<IntakeApi>) => Promise<T>): Promise<T> {
  const { worker, api } = start()
  try {
    return await work(api)
  } catch (thrown) {
    throw toEngineFailure(thrown)
  } finally {
    worker.terminate()
  }
}

/** A source that is being looked at. */
export interface OpenedOriginal {
  readonly documents: readonly OriginalDocument[]
  /** A page of a document as a picture, `scale` pixels a point; the caller closes it. */
  page(document: string, number: number, scale: number): Promise<ImageBitmap>
  close(): void
}

/** Opens a source, to be drawn, in a worker of its own that lives until it is closed. */
export async function openOriginal(source: KeptSource): Promise<OpenedOriginal> {
  const { worker, api } = start()
  try {
    return {
      documents: await api.openOriginal(source),
      page: (document, number, scale) => api.page(document, number, scale),
      close: () => {
        worker.terminate()
      },
    }
  } catch (thrown) {
    worker.terminate()
    throw toEngineFailure(thrown)
  }
}

function start(): Intake {
  const worker = new Worker(new URL('../engine/intake.worker.ts', import.meta.url), {
    type: 'module',
  })
  return {
    worker,
    api: wrap<IntakeApi>(worker),
    end: () => {
      worker.terminate()
    },
  }
}

/** An intake with another one that shares the work on a large file, where there is a core for it. */
function startHelped(): Intake {
  const intake = start()
  if (!(navigator.hardwareConcurrency > 1)) return intake
  const helper = start()
  const { port1, port2 } = new MessageChannel()
  void helper.api.help(transfer(port1, [port1]))
  void intake.api.takeHelp(transfer(port2, [port2]))
  return {
    ...intake,
    end: () => {
      intake.end()
      helper.end()
    },
  }
}
