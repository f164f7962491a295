import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { ReportKey } from '@/data/batch'
import type { Coverage, Trace } from '@/engine/protocol'
import { ask as askEngine, onStatus, plain } from './engineClient'

/** Answers kept at most; the one used longest ago goes first. */
const KEPT = 40

/** Answers of the engine, each asked once as long as the data stay as they are. */
export const useAnswerStore = defineStore('answers', () => {
  const coverage = shallowRef<Coverage | null>(null)
  /** The version of the data that `ask` answers from; watch it to ask again. */
  const dataVersion = shallowRef('')
  const answers = new Map<string, Promise<MatrixAnswer>>()
  onStatus((status) => {
    if (status.dataVersion === dataVersion.value) return
    answers.clear()
    dataVersion.value = status.dataVersion
    if (coverage.value !== null) void loadCoverage()
  })

  function ask(question: MatrixQuestion): Promise<MatrixAnswer> {
    const key = JSON.stringify(question)
    const known = answers.get(key)
    const answer = known ?? askEngine((engine) => engine.ask(plain(question)))
    answers.delete(key)
    answers.set(key, answer)
    if (known === undefined) answer.catch(() => answers.delete(key))
    const oldest = answers.size > KEPT ? answers.keys().next().value : undefined
    if (oldest !== undefined) answers.delete(oldest)
    return answer
  }

  /** What is on record; kept up to date in `coverage` once asked for. */
  async function loadCoverage(): Promise<Coverage> {
    const current = await askEngine((engine) => engine.coverage())
    coverage.value = current
    return current
  }

  function trace(key: ReportKey, item: string): Promise<Trace> {
    return askEngine((engine) => engine.trace(plain(key), item))
  }

  return { coverage, dataVersion, ask, loadCoverage, trace }
})
