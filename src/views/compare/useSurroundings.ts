import type { ComputedRef, ShallowRef } from 'vue'
import { computed, onMounted, shallowRef, watch } from 'vue'
import type { UnitId } from '@/domain/unit'
import type { UnitView } from '@/engine/protocol'
import { useAnswerStore } from '@/stores/answers'
import { useStatusStore } from '@/stores/status'
import { useUnitStore } from '@/stores/units'
import type { Surroundings } from './asking'
import type { UnitChoice } from './viewState'

/** What is on record and who is watched; null until all that a choice of units needs is known. */
export function useSurroundings(
  choice: () => UnitChoice,
  failure: ShallowRef<unknown>,
): ComputedRef<Surroundings | null> {
  const answers = useAnswerStore()
  const status = useStatusStore()
  const chosen = useCity(choice)
  loadCoverage(failure)
  return computed(() => {
    const { coverage } = answers
    const units = choice()
    const city = units.kind === 'city' ? units.city : null
    if (!coverage || (city !== null && chosen.value?.id !== city)) return null
    const roster = status.status?.roster ?? []
    const known = city === null ? null : chosen.value
    return { coverage, roster, city: known?.city ?? null, cityUnits: known?.units ?? [] }
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

interface ChosenCity {
  readonly id: UnitId
  readonly city: UnitView | null
  readonly units: readonly UnitView[]
}

/** The chosen city and its counties, once they are known. */
function useCity(choice: () => UnitChoice) {
  const units = useUnitStore()
  const found = shallowRef<ChosenCity | null>(null)
  watch(
    () => {
      const now = choice()
      return now.kind === 'city' ? now.city : null
    },
    async (id) => {
      if (id === null) return
      const none = (): UnitView[] => []
      const [cities, children] = await Promise.all([
        units.byIds([id]).catch(none),
        units.children(id).catch(none),
      ])
      found.value = { id, city: cities[0] ?? null, units: children }
    },
    { immediate: true },
  )
  return found
}
