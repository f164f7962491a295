import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { ChainAnswer, ChainQuestion } from '@/engine/checkProtocol'
import { useCheckStore } from '@/stores/checks'
import { unitsOf, type Surroundings } from '../compare/asking'
import { useLatest } from '../compare/useLatest'
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
  const around = useSurroundings(() => state.value.units, failure)
  const { answer, busy } = useLatest(
    computed(() => around.value && questionOf(state.value, around.value)),
    (question) => checks.chain(question),
    (cause) => {
      failure.value = cause
    },
  )
  watch(answer, () => {
    failure.value = null
  })
  return {
    around,
    chain: answer,
    failure,
    busy: computed(() => failure.value === null && (around.value === null || busy.value)),
  }
}

function questionOf(
  { units, years, scope, link }: ChainState,
  around: Surroundings,
): ChainQuestion {
  return { units: unitsOf(units, around), years, scope, link }
}
