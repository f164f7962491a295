import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type {
  FindingPage,
  FindingQuestion,
  HealthAnswer,
  HealthQuestion,
} from '@/engine/checkProtocol'
import { useCheckStore } from '@/stores/checks'
import { unitsOf, type Surroundings } from '../compare/asking'
import { latestOnly } from '../compare/latest'
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

  // Texts, so that a watcher hears only of what really is another question.
  const matrixAsked = computed(
    () => around.value && JSON.stringify(matrixQuestion(state.value, around.value)),
  )
  const listAsked = computed(
    () => around.value && JSON.stringify(listQuestion(state.value, around.value)),
  )
  const matrix = useLatest(
    matrixAsked,
    (text) => checks.health(JSON.parse(text) as HealthQuestion),
    failed,
  )
  const list = useLatest(
    computed(() => listAsked.value && JSON.stringify([JSON.parse(listAsked.value), count.value])),
    (text) => {
      const [question, asked] = JSON.parse(text) as [FindingQuestion, number]
      return checks.findings(question, { first: 0, count: asked })
    },
    failed,
  )
  watch(listAsked, () => {
    count.value = STEP
  })
  watch([matrix.answer, list.answer], () => {
    failure.value = null
  })

  return {
    around,
    health: matrix.answer,
    findings: list.answer,
    failure,
    busy: computed(() => failure.value === null && (matrix.busy.value || list.busy.value)),
    more: () => {
      count.value += STEP
    },
  }
}

function useLatest<T>(
  question: ComputedRef<string | null>,
  ask: (question: string) => Promise<T>,
  failed: (cause: unknown) => void,
) {
  const checks = useCheckStore()
  const answer = shallowRef<T | null>(null)
  const answered = shallowRef<string | null>(null)
  const run = latestOnly(
    ask,
    (now, asked) => {
      answer.value = now
      answered.value = asked
    },
    failed,
  )
  watch(
    [question, () => checks.sequence],
    ([asked]) => {
      if (asked !== null) run(asked)
    },
    { immediate: true },
  )
  return { answer, busy: computed(() => answered.value !== question.value) }
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
