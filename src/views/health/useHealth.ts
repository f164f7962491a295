import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type {
  FindingPage,
  FindingQuestion,
  HealthAnswer,
  HealthQuestion,
} from '@/engine/checkProtocol'
import { useCheckStore } from '@/stores/checks'
import { unitsOf, type Surroundings } from '../compare/asking'
import { useLatest } from '../compare/useLatest'
import { useSurroundings } from '../compare/useSurroundings'
import type { HealthState } from './healthState'

/** Findings asked for at once, and with every further step. */
const STEP = 40

export interface HealthOnScreen {
  readonly around: ComputedRef<Surroundings | null>
  /** Stays until the next answer is there. */
  readonly health: Readonly<ShallowRef<HealthAnswer | null>>
  readonly findings: Readonly<ShallowRef<FindingPage | null>>
  readonly failure: Readonly<ShallowRef<unknown>>
  /** What is on screen is not yet what the address bar says. */
  readonly busy: ComputedRef<boolean>
  readonly more: () => void
}

/** Asks for the matrix and the findings of a state, and again after every change. */
export function useHealth(state: ComputedRef<HealthState>): HealthOnScreen {
  const checks = useCheckStore()
  const failure = shallowRef<unknown>(null)
  const around = useSurroundings(() => state.value.units, failure)
  const count = shallowRef(STEP)
  const failed = (cause: unknown) => {
    failure.value = cause
  }

  const list = computed(() => around.value && listQuestion(state.value, around.value))
  const matrix = useLatest(
    computed(() => around.value && matrixQuestion(state.value, around.value)),
    (question) => checks.health(question),
    failed,
  )
  const page = useLatest(
    computed(() => list.value && { question: list.value, count: count.value }),
    (asked) => checks.findings(asked.question, { first: 0, count: asked.count }),
    failed,
  )
  watch(
    () => JSON.stringify(list.value),
    () => {
      count.value = STEP
    },
  )
  watch([matrix.answer, page.answer], () => {
    failure.value = null
  })

  return {
    around,
    health: matrix.answer,
    findings: page.answer,
    failure,
    busy: computed(
      () =>
        failure.value === null && (around.value === null || matrix.busy.value || page.busy.value),
    ),
    more: () => {
      count.value += STEP
    },
  }
}

function matrixQuestion(
  { units, years, scope }: HealthState,
  around: Surroundings,
): HealthQuestion {
  return { units: unitsOf(units, around), years, scope }
}

function listQuestion(state: HealthState, around: Surroundings): FindingQuestion {
  const { kinds, rule, disposed, unit, year } = state
  const whole = matrixQuestion(state, around)
  return {
    ...whole,
    units: unit === null ? whole.units : [unit],
    years: year === null ? whole.years : [year, year],
    kinds,
    rule,
    disposed: disposed === 'all' ? null : disposed === 'yes',
  }
}
