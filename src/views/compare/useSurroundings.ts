import type { ComputedRef, ShallowRef } from 'vue'
import { computed, onMounted, shallowRef, watch } from 'vue'
import type { UnitSetView } from '@/engine/groupProtocol'
import { useAnswerStore } from '@/stores/answers'
import { useCheckStore } from '@/stores/checks'
import { useGroupStore } from '@/stores/groups'
import { useStatusStore } from '@/stores/status'
import type { Surroundings } from './asking'
import { formatUnits, isUnitSet, type UnitChoice } from './unitChoice'

const NOBODY: Surroundings['roster'] = []

/** What is on record and who is watched; null until all that a choice of units needs is known. */
export function useSurroundings(
  choice: () => UnitChoice,
  failure: ShallowRef<unknown>,
): ComputedRef<Surroundings | null> {
  const answers = useAnswerStore()
  const status = useStatusStore()
  const chosen = useUnitSet(choice, failure)
  loadCoverage(failure)
  // Of its own: the status changes more often than the roster in it.
  const roster = computed(() => status.status?.roster ?? NOBODY)
  return computed(() => {
    const { coverage } = answers
    const wanted = choice()
    const known = isUnitSet(wanted) ? chosen.value : null
    if (!coverage || (isUnitSet(wanted) && known?.key !== formatUnits(wanted))) return null
    return { coverage, roster: roster.value, chosen: known?.set ?? null }
  })
}

/** Sees that it is known what is on record. */
function loadCoverage(failure: ShallowRef<unknown>) {
  const answers = useAnswerStore()
  onMounted(() => {
    if (answers.coverage) return
    answers.loadCoverage().catch((cause: unknown) => {
      failure.value = cause
    })
  })
}

interface KnownSet {
  /** The choice as the address bar has it. */
  readonly key: string
  readonly set: UnitSetView
}

/** The chosen set of units as it is now, once it is known; it may change with the data. */
function useUnitSet(choice: () => UnitChoice, failure: ShallowRef<unknown>) {
  const groups = useGroupStore()
  const checks = useCheckStore()
  const found = shallowRef<KnownSet | null>(null)
  watch(
    [() => formatUnits(choice()), () => checks.sequence],
    async ([key]) => {
      const wanted = choice()
      if (!isUnitSet(wanted)) return
      try {
        const set = await groups.unitSet(wanted)
        if (key === formatUnits(choice())) found.value = { key, set }
      } catch (cause) {
        failure.value = cause
      }
    },
    { immediate: true },
  )
  return found
}
