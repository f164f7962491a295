/** The worker that owns the data. */
export interface EngineWorker {
  readonly worker: Worker
  /** Settles with the reason when the worker dies or does not start. */
  readonly ended: Promise<string>
}

let running: EngineWorker | null = null

/**
 * The running worker, started at the first call. The page calls it before anything else is loaded:
 * starting a worker and opening the store take longer than all the rest.
 */
export function engineWorker(): EngineWorker {
  running ??= start()
  return running
}

function start(): EngineWorker {
  const worker = new Worker(new URL('../engine/engine.worker.ts', import.meta.url), {
    type: 'module',
  })
  const ended = new Promise<string>((resolve) => {
    worker.addEventListener('error', ({ message }) => {
      running = null
      resolve(message)
    })
  })
  return { worker, ended }
}
