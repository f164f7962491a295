import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { RollUp } from '@/charts/tables'
import type { ChartTheme } from '@/charts/theme'
import { chartTheme } from '@/charts/theme'
import type { TimeNote } from '@/domain/timeNote'
import { useAnswerStore } from '@/stores/answers'
import { useGroupStore } from '@/stores/groups'
import type { ChartTokens } from '@/ui/chartTokens'
import type { Surroundings } from './asking'
import type { Comparison, Frame } from './cards'
import { latestOnly } from './latest'
import type { UnitChoice } from './unitChoice'
import { useSurroundings } from './useSurroundings'
import { useTimeNotes } from './useTimeNotes'

/** An answer with what was asked: the state may have moved on since. */
export interface Answered<State, Layout> {
  readonly state: State
  readonly layout: Layout
  readonly answer: MatrixAnswer
  readonly rollUps: readonly RollUp[]
  /** The same of every year, where scales hold through all of them; else null. */
  readonly held: MatrixAnswer | null
}

/** How a page turns its state into a question, and the answer into charts and a table. */
export interface Comparing<State, Layout> {
  /** Settles what a state leaves open. */
  readonly layoutOf: (state: State, around: Surroundings) => Layout
  readonly questionOf: (state: State, layout: Layout) => MatrixQuestion
  /** Of every year, for scales that hold through all of them; null: for the year shown alone. */
  readonly heldQuestion: (state: State, layout: Layout) => MatrixQuestion | null
  /** Whether a single year is shown, that one can step on from. */
  readonly isOneYear: (layout: Layout) => boolean
  /** Whether the sums of each city are asked for too. */
  readonly isByCity?: (state: State, layout: Layout) => boolean
  readonly comparisonOf: (
    input: Answered<State, Layout> & {
      readonly theme: ChartTheme
      readonly frame: Frame
      readonly notes: readonly TimeNote[]
    },
  ) => Comparison
}

export interface ComparisonState<State, Layout> {
  readonly around: ComputedRef<Surroundings | null>
  readonly layout: ComputedRef<Layout | null>
  /** What is on screen; stays until the next answer is there. */
  readonly comparison: ComputedRef<Comparison | null>
  readonly answered: Readonly<ShallowRef<Answered<State, Layout> | null>>
  readonly failure: Readonly<ShallowRef<unknown>>
}

/** Asks for what a state shows and makes charts and a table of the answer. */
export function useComparison<State extends { readonly units: UnitChoice }, Layout>(
  { layoutOf, questionOf, heldQuestion, comparisonOf, isByCity }: Comparing<State, Layout>,
  state: ComputedRef<State>,
  tokens: Readonly<ShallowRef<ChartTokens>>,
  frame: Readonly<ShallowRef<Frame>>,
): ComparisonState<State, Layout> {
  type Shown = Answered<State, Layout>
  const answers = useAnswerStore()
  const groups = useGroupStore()
  const answered = shallowRef<Shown | null>(null)
  const failure = shallowRef<unknown>(null)
  const around = useSurroundings(() => state.value.units, failure)
  const layout = computed(() => around.value && layoutOf(state.value, around.value))

  const ask = latestOnly(
    async ({
      question,
      ...asked
    }: Pick<Shown, 'state' | 'layout'> & { question: MatrixQuestion }) => {
      const overYears = heldQuestion(asked.state, asked.layout)
      const [answer, held, rollUps] = await Promise.all([
        answers.ask(question),
        overYears && answers.ask(overYears),
        isByCity?.(asked.state, asked.layout) === true ? groups.rollUps(question) : [],
      ])
      return { ...asked, answer, held, rollUps }
    },
    (now: Shown) => {
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
  const notes = useTimeNotes()
  const comparison = computed(
    () =>
      answered.value &&
      comparisonOf({
        ...answered.value,
        theme: theme.value,
        frame: frame.value,
        notes: notes.value,
      }),
  )
  return { around, layout, comparison, answered, failure }
}
