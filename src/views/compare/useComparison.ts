import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { RollUp } from '@/charts/tables'
import { chartTheme } from '@/charts/theme'
import { useAnswerStore } from '@/stores/answers'
import { useGroupStore } from '@/stores/groups'
import type { ChartTokens } from '@/ui/chartTokens'
import type { Layout, Surroundings } from './asking'
import { layoutOf, questionOf } from './asking'
import type { Comparison, Frame } from './cards'
import { comparisonOf } from './comparison'
import { latestOnly } from './latest'
import { useSurroundings } from './useSurroundings'
import type { ViewState } from './viewState'

/** An answer with what was asked: the state may have moved on since. */
interface Answered {
  readonly state: ViewState
  readonly layout: Layout
  readonly answer: MatrixAnswer
  readonly rollUps: readonly RollUp[]
}

export interface ComparisonState {
  readonly around: ComputedRef<Surroundings | null>
  readonly layout: ComputedRef<Layout | null>
  /** What is on screen; stays until the next answer is there. */
  readonly comparison: ComputedRef<Comparison | null>
  readonly answered: Readonly<ShallowRef<Answered | null>>
  readonly failure: Readonly<ShallowRef<unknown>>
}

/** Asks for what a state shows and makes charts and a table of the answer. */
export function useComparison(
  state: ComputedRef<ViewState>,
  tokens: Readonly<ShallowRef<ChartTokens>>,
  frame: Readonly<ShallowRef<Frame>>,
): ComparisonState {
  const answers = useAnswerStore()
  const groups = useGroupStore()
  const answered = shallowRef<Answered | null>(null)
  const failure = shallowRef<unknown>(null)
  const around = useSurroundings(() => state.value.units, failure)
  const layout = computed(() => around.value && layoutOf(state.value, around.value))

  const ask = latestOnly(
    async ({
      question,
      ...asked
    }: {
      question: MatrixQuestion
      state: ViewState
      layout: Layout
    }) => {
      const isByCity = asked.state.units.kind === 'counties' && asked.layout.unit === null
      const [answer, rollUps] = await Promise.all([
        answers.ask(question),
        isByCity ? groups.rollUps(question) : [],
      ])
      return { ...asked, answer, rollUps }
    },
    (now: Answered) => {
      failure.value = null
      answered.value = now
    },
    (cause) => {
      failure.value = cause
    },
  )
  watch(
    [layout, () => answers.dataVersion],
    () => {
      if (!layout.value) return
      const question = questionOf(state.value, layout.value)
      ask({ question, state: state.value, layout: layout.value })
    },
    { immediate: true },
  )

  const theme = computed(() => chartTheme(tokens.value.dark, tokens.value.rem, tokens.value.token))
  const comparison = computed(
    () =>
      answered.value && comparisonOf({ ...answered.value, theme: theme.value, frame: frame.value }),
  )
  return { around, layout, comparison, answered, failure }
}
