import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { ChainAnswer, ChainQuestion } from '@/engine/checkProtocol'
import { useCheckStore } from '@/stores/checks'
import { unitsOf, type Surroundings } from '../compare/asking'
import { latestOnly } from '../compare/latest'
import { useSurroundings } from '../compare/useSurroundings'
import type { ChainState } from './chainState'

export interface ChainOnScreen {
  readonly around: ComputedRef<Surroundings | null>
  /** Stays until the next answer is there. */
  readonly chain: Readonly<ShallowRef<ChainAnswer | null>>
  readonly failure: Readonly<ShallowRef<unknown>>
  /** What is on screen is not yet what the address bar says. */
  readonly busy: ComputedRef<boolean>
}

/** Asks for the chain of a state, and again after every change of the data. */
export function useChain(state: ComputedRef<ChainState>): ChainOnScreen {
  const checks = useCheckStore()
  const failure = shallowRef<unknown>(null)
  const chain = shallowRef<ChainAnswer | null>(null)
  const answered = shallowRef<string | null>(null)
  const around = useSurroundings(() => state.value.units, failure)
  // A text, so that the watcher hears only of what really is another question.
  const asked = computed(
    () => around.value && JSON.stringify(questionOf(state.value, around.value)),
  )
  const ask = latestOnly(
    (question: string) => checks.chain(JSON.parse(question) as ChainQuestion),
    (answer: ChainAnswer, question) => {
      failure.value = null
      chain.value = answer
      answered.value = question
    },
    (cause) => {
      failure.value = cause
    },
  )
  watch(
    [asked, () => checks.sequence],
    ([question]) => {
      if (question !== null) ask(question)
    },
    { immediate: true },
  )
  return {
    around,
    chain,
    failure,
    busy: computed(() => failure.value === null && answered.value !== asked.value),
  }
}

function questionOf(
  { units, years, scope, link }: ChainState,
  around: Surroundings,
): ChainQuestion {
  return { units: unitsOf(units, around), years, scope, link }
}
