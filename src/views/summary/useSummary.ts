import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import { formIndicators, formSummary, type FormSummary } from '@/charts/formSummary'
import { PUBLISHED_ON } from '@/domain/publication'
import { useAnswerStore } from '@/stores/answers'
import { unitsOf, type Surroundings } from '../compare/asking'
import { latestOnly } from '../compare/latest'
import { useSurroundings } from '../compare/useSurroundings'
import type { SummaryState } from './summaryState'

/** What is on screen, with what was asked: the state may have moved on since. */
export interface ShownSummary {
  readonly state: SummaryState
  readonly year: number
  readonly answer: MatrixAnswer
  readonly summary: FormSummary
}

export interface SummaryOnScreen {
  readonly around: ComputedRef<Surroundings | null>
  /** The year shown: that of the state, or the last on record. */
  readonly year: ComputedRef<number>
  /** Stays until the next answer is there. */
  readonly shown: Readonly<ShallowRef<ShownSummary | null>>
  readonly failure: Readonly<ShallowRef<unknown>>
}

/** Asks for the form of a state, and again after every change of the data. */
export function useSummary(state: ComputedRef<SummaryState>): SummaryOnScreen {
  const answers = useAnswerStore()
  const failure = shallowRef<unknown>(null)
  const shown = shallowRef<ShownSummary | null>(null)
  const around = useSurroundings(() => state.value.units, failure)
  const year = computed(() => state.value.year ?? around.value?.coverage.years.at(-1) ?? 0)
  const ask = latestOnly(
    async (asked: { readonly state: SummaryState; readonly question: MatrixQuestion }) => {
      const answer = await answers.ask(asked.question)
      const unit = asked.state.unit === null ? null : 0
      return { state: asked.state, answer, summary: formSummary(answer, unit) }
    },
    (now, { question }) => {
      failure.value = null
      shown.value = { ...now, year: question.years?.[0] ?? 0 }
    },
    (cause) => {
      failure.value = cause
    },
  )
  watch(
    [state, around, () => answers.dataVersion],
    () => {
      if (!around.value) return
      const { unit, units, scope, checks } = state.value
      const question: MatrixQuestion = {
        items: [...formIndicators, PUBLISHED_ON],
        units: unit === null ? unitsOf(units, around.value) : [unit],
        years: [year.value, year.value],
        scope,
        // A report is shown as it is; what is not sound is only left out of sums.
        checks: unit === null ? checks : 'all',
      }
      ask({ state: state.value, question })
    },
    { immediate: true },
  )
  return { around, year, shown, failure }
}
