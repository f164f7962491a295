import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { ReportKey } from '@/data/batch'
import type { Coverage, Trace } from '@/engine/questionProtocol'
import type { ReportFacts } from '@/engine/reportFacts'
import { KeptLabels } from '@/engine/sentAnswer'
import { ask as askEngine, askKept, onStatus, plain } from './engineClient'

/** Answers kept at most; the one used longest ago goes first. */
const KEPT = 40

/** Answers of the engine, each asked once as long as the data stay as they are. */
export const useAnswerStore = defineStore('answers', () => {
  const coverage = shallowRef<Coverage | null>(null)
  /** The version of the data that `ask` answers from; watch it to ask again. */
  const dataVersion = shallowRef('')
  const answers = new Map<string, Promise<MatrixAnswer>>()
  const labels = new KeptLabels()
  let loading: Promise<Coverage> | null = null
  onStatus((status) => {
    if (status.dataVersion === dataVersion.value) return
    answers.clear()
    const isFirst = dataVersion.value === ''
    dataVersion.value = status.dataVersion
    if (isFirst) return
    loading = null
    if (coverage.value !== null) void loadCoverage()
  })

  function ask(question: MatrixQuestion): Promise<MatrixAnswer> {
    const key = JSON.stringify(question)
    const known = answers.get(key)
    const answer = known ?? askAnew(question)
    answers.delete(key)
    answers.set(key, answer)
    if (known === undefined) answer.catch(() => answers.delete(key))
    const oldest = answers.size > KEPT ? answers.keys().next().value : undefined
    if (oldest !== undefined) answers.delete(oldest)
    return answer
  }

  function askAnew(question: MatrixQuestion): Promise<MatrixAnswer> {
    const asked = plain(question)
    return askKept('ask', [asked], async (engine) => labels.unpack(await engine.askSent(asked)))
  }

  /** What is on record, asked for once as long as the data stay; kept up to date in `coverage`. */
  function loadCoverage(): Promise<Coverage> {
    if (loading !== null) return loading
    const asked = askKept('coverage', [], (engine) => engine.coverage())
    loading = asked
    asked.then(
      (current) => {
        if (loading === asked) coverage.value = current
      },
      () => {
        if (loading === asked) loading = null
      },
    )
    return asked
  }

  function trace(key: ReportKey, item: string): Promise<Trace> {
    return askEngine((engine) => engine.trace(plain(key), item))
  }

  /** When and where the reports of a unit were made public. */
  function reportFacts(key: Omit<ReportKey, 'year'>): Promise<ReportFacts[]> {
    return askEngine((engine) => engine.reportFacts(plain(key)))
  }

  return { coverage, dataVersion, ask, loadCoverage, trace, reportFacts }
})
