import { expose, transfer, type Endpoint } from 'comlink'
import type { Engine } from './createEngine'
import type { EngineWorkerApi } from './protocol'
import { SentLabels, type SentAnswer } from './sentAnswer'

/** Lets the other side of an endpoint ask the engine. */
export function serveEngine(engine: Engine, endpoint?: Endpoint): void {
  const labels = new SentLabels()
  const served: EngineWorkerApi = {
    ...engine,
    askSent: async (question) => withNumbersMoved(labels.pack(await engine.ask(question))),
    listen: async (port) => {
      expose(await engine.newSink(), port)
    },
  }
  expose(served, endpoint)
}

/** The engine keeps no answers, so their numbers need not be copied. */
function withNumbersMoved(answer: SentAnswer): SentAnswer {
  const numbers = [
    answer.values,
    answer.states,
    answer.numerators,
    answer.denominators,
    answer.marks,
    answer.checks,
    answer.editions,
    ...Object.values(answer.totals),
  ]
  const buffers = numbers.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
  return transfer(answer, [...new Set(buffers)])
}
