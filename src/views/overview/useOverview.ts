import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import { PUBLISHED_ON } from '@/domain/publication'
import type { FindingQuestion, HealthAnswer, HealthQuestion } from '@/engine/checkProtocol'
import { useAnswerStore } from '@/stores/answers'
import { useCheckStore } from '@/stores/checks'
import { unitsOf, type Surroundings } from '../compare/asking'
import { useLatest } from '../compare/useLatest'
import { useSurroundings } from '../compare/useSurroundings'
import { watchedItems } from './keyFigures'
import { overviewYears, type OverviewState } from './overviewState'

export interface OverviewOnScreen {
  readonly around: ComputedRef<Surroundings | null>
  /** The year looked at and the one it is compared with. */
  readonly years: ComputedRef<{ readonly year: number; readonly base: number }>
  /** Of both years and those between; stays until the next answer is there. */
  readonly answer: Readonly<ShallowRef<MatrixAnswer | null>>
  readonly health: Readonly<ShallowRef<HealthAnswer | null>>
  /** 突变 in the year looked at. */
  readonly jumps: ComputedRef<number | null>
  readonly failure: Readonly<ShallowRef<unknown>>
  readonly busy: ComputedRef<boolean>
}

/** Asks for the key figures first: the checks, which take longer, must not keep them waiting. */
export function useOverview(state: ComputedRef<OverviewState>): OverviewOnScreen {
  const answers = useAnswerStore()
  const checks = useCheckStore()
  const failure = shallowRef<unknown>(null)
  const failed = (cause: unknown) => {
    failure.value = cause
  }
  const around = useSurroundings(() => state.value.units, failure)
  const years = computed(() => overviewYears(state.value, around.value?.coverage.years ?? []))
  const figures = useLatest(
    computed(() => around.value && matrixQuestion(state.value, around.value, years.value)),
    (question) => answers.ask(question),
    failed,
  )
  const checked = computed(() => {
    const known = figures.answer.value === null ? null : around.value
    return known && healthQuestion(state.value, known)
  })
  const health = useLatest(checked, (question) => checks.health(question), failed)
  const jumps = useLatest(
    computed(() => checked.value && jumpQuestion(checked.value, years.value.year)),
    (question) => checks.findings(question, { first: 0, count: 1 }),
    failed,
  )
  watch([figures.answer, health.answer, jumps.answer], () => {
    failure.value = null
  })
  return {
    around,
    years,
    answer: figures.answer,
    health: health.answer,
    jumps: computed(() => jumps.answer.value?.total ?? null),
    failure,
    busy: computed(
      () =>
        failure.value === null &&
        (around.value === null || [figures, health, jumps].some(({ busy }) => busy.value)),
    ),
  }
}

function matrixQuestion(
  { units, scope, checks }: OverviewState,
  around: Surroundings,
  { year, base }: { readonly year: number; readonly base: number },
): MatrixQuestion {
  return {
    items: [...watchedItems, PUBLISHED_ON],
    units: unitsOf(units, around),
    years: [Math.min(year, base), Math.max(year, base)],
    scope,
    checks,
  }
}

function healthQuestion({ units, scope }: OverviewState, around: Surroundings): HealthQuestion {
  return { units: unitsOf(units, around), years: null, scope }
}

function jumpQuestion(question: HealthQuestion, year: number): FindingQuestion {
  return { ...question, years: [year, year], kinds: ['info'], rule: 'Y-JUMP', disposed: null }
}
