import type { ComputedRef, ShallowRef } from 'vue'
import { computed, onMounted, shallowRef, watch } from 'vue'
import type { CheckFilter, MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { ReportKey } from '@/data/batch'
import type { UnitId } from '@/domain/unit'
import type { UnitView } from '@/engine/unitProtocol'
import { useAnswerStore } from '@/stores/answers'
import { useUnitStore } from '@/stores/units'
import { useLatest } from '../compare/useLatest'
import { pairItems } from './pairForm'
import { reportOf, type PairState } from './pairState'

/** The two reports, as far as they are known. */
export interface PairOnScreen {
  readonly units: ComputedRef<readonly UnitView[]>
  readonly years: ComputedRef<readonly number[]>
  readonly named: Readonly<ShallowRef<ReadonlyMap<UnitId, UnitView>>>
  readonly keys: ComputedRef<readonly [ReportKey | null, ReportKey | null]>
  /** Of one report each; null until both are there. */
  readonly answers: ComputedRef<readonly [MatrixAnswer, MatrixAnswer] | null>
  readonly failure: Readonly<ShallowRef<unknown>>
  readonly busy: ComputedRef<boolean>
}

/** Asks for the two reports of a state. */
export function usePair(state: ComputedRef<PairState>): PairOnScreen {
  const store = useAnswerStore()
  const failure = shallowRef<unknown>(null)
  const failed = (cause: unknown) => {
    failure.value = cause
  }
  onMounted(() => {
    if (store.coverage === null) store.loadCoverage().catch(failed)
  })
  const years = computed(() => store.coverage?.years ?? [])
  const keys = computed(() => {
    const last = years.value.at(-1) ?? null
    return [reportOf(state.value.a, last), reportOf(state.value.b, last)] as const
  })
  const pair = useLatest(
    computed(() => {
      const [a, b] = keys.value
      const { checks } = state.value
      return a === null || b === null
        ? null
        : ([questionOf(a, checks), questionOf(b, checks)] as const)
    }),
    ([a, b]) => Promise.all([store.ask(a), store.ask(b)]),
    failed,
  )
  watch(pair.answer, () => {
    failure.value = null
  })
  const isAsked = computed(() => keys.value.every((key) => key !== null))
  return {
    units: computed(() => store.coverage?.units ?? []),
    years,
    named: useNamed(state, failed),
    keys,
    answers: computed(() => (isAsked.value ? pair.answer.value : null)),
    failure,
    busy: computed(() => failure.value === null && isAsked.value && pair.busy.value),
  }
}

function questionOf({ unit, year, scope }: ReportKey, checks: CheckFilter): MatrixQuestion {
  return { items: pairItems, units: [unit], years: [year, year], scope, checks }
}

/** The chosen units with their names, also those without a report. */
function useNamed(state: ComputedRef<PairState>, failed: (cause: unknown) => void) {
  const units = useUnitStore()
  const named = shallowRef<ReadonlyMap<UnitId, UnitView>>(new Map())
  watch(
    () => [state.value.a.unit, state.value.b.unit].flatMap((unit) => unit ?? []).join(),
    async (ids) => {
      if (ids === '') return
      try {
        const found = await units.byIds(ids.split(','))
        named.value = new Map(found.map((unit) => [unit.id, unit]))
      } catch (cause) {
        failed(cause)
      }
    },
    { immediate: true },
  )
  return named
}
