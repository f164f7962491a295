import type { ComputedRef, ShallowRef } from 'vue'
import { computed, onMounted, shallowRef, watch } from 'vue'
import type { MatrixAnswer } from '@/analysis/answer'
import type { Circle } from '@/analysis/profile'
import type { UnitId } from '@/domain/unit'
import type { FindingPage, HealthAnswer } from '@/engine/checkProtocol'
import type { PeerAnswer } from '@/engine/groupProtocol'
import type { ReportFacts } from '@/engine/reportFacts'
import type { UnitView } from '@/engine/unitProtocol'
import { useAnswerStore } from '@/stores/answers'
import { useCheckStore } from '@/stores/checks'
import { useGroupStore } from '@/stores/groups'
import { useUnitStore } from '@/stores/units'
import { useLatest } from '../compare/useLatest'
import { profileItems } from './profileItems'
import type { ProfileState } from './profileState'
import { normItems } from './stockTable'

const FINDINGS_SHOWN = 12

/** A unit and those that it is looked at beside. */
export interface Around {
  readonly unit: UnitView
  /** The city or province above; null where it is not known. */
  readonly above: UnitView | null
  /** Of the same parent and rank, the unit itself included. */
  readonly siblings: readonly UnitView[]
}

export interface ProfileOnScreen {
  /** Null while it is looked up, and for an unknown unit. */
  readonly around: Readonly<ShallowRef<Around | null>>
  readonly unknown: ComputedRef<boolean>
  readonly peers: Readonly<ShallowRef<PeerAnswer | null>>
  readonly answer: Readonly<ShallowRef<MatrixAnswer | null>>
  /** 本市 and 相近单位, by positions in the answer; those of one unit only are left out. */
  readonly circles: ComputedRef<readonly Circle[]>
  readonly health: Readonly<ShallowRef<HealthAnswer | null>>
  readonly findings: Readonly<ShallowRef<FindingPage | null>>
  /** When and where the reports were made public. */
  readonly published: Readonly<ShallowRef<readonly ReportFacts[] | null>>
  readonly failure: Readonly<ShallowRef<unknown>>
  readonly busy: ComputedRef<boolean>
}

/** Asks for everything that a profile shows beside its comparisons. */
export function useProfile(
  unit: ComputedRef<UnitId>,
  state: ComputedRef<ProfileState>,
): ProfileOnScreen {
  const answers = useAnswerStore()
  const groups = useGroupStore()
  const failure = shallowRef<unknown>(null)
  const failed = (cause: unknown) => {
    failure.value = cause
  }
  const { around, unknown, isLooking } = useAround(unit, failed)
  onMounted(() => {
    if (answers.coverage === null) answers.loadCoverage().catch(failed)
  })

  const peers = useLatest(
    computed(() => ({ ...state.value.peers, scope: state.value.scope })),
    (question) => groups.peers(question),
    failed,
  )
  const members = computed(() => {
    if (around.value === null || peers.answer.value === null) return null
    return {
      siblings: around.value.siblings.map(({ id }) => id),
      peers: [unit.value, ...peers.answer.value.peers.map((peer) => peer.unit.id)],
    }
  })
  const figures = useLatest(
    computed(
      () =>
        members.value && {
          items: [...new Set([...profileItems, ...Object.values(normItems)])],
          units: [...new Set([unit.value, ...members.value.siblings, ...members.value.peers])],
          ...{ years: null, scope: state.value.scope, checks: state.value.checks },
        },
    ),
    (question) => answers.ask(question),
    failed,
  )
  const { health, findings, published } = useRecord(unit, state, failed)
  watch([figures.answer, health.answer, findings.answer], () => {
    failure.value = null
  })
  return {
    around,
    unknown,
    peers: peers.answer,
    answer: figures.answer,
    circles: computed(() => circlesOf(figures.answer.value, members.value, around.value?.above)),
    health: health.answer,
    findings: findings.answer,
    published: published.answer,
    failure,
    busy: computed(() => {
      if (failure.value !== null || unknown.value) return false
      return isLooking.value || [peers, figures, health, findings].some(({ busy }) => busy.value)
    }),
  }
}

/** What the checks found in the unit's reports, and when and where these were made public. */
function useRecord(
  unit: ComputedRef<UnitId>,
  state: ComputedRef<ProfileState>,
  failed: (cause: unknown) => void,
) {
  const answers = useAnswerStore()
  const checks = useCheckStore()
  const asked = computed(() => ({ units: [unit.value], years: null, scope: state.value.scope }))
  const health = useLatest(asked, (question) => checks.health(question), failed)
  const findings = useLatest(
    asked,
    (question) =>
      checks.findings(
        { ...question, kinds: ['error', 'warning'], rule: null, disposed: null },
        { first: 0, count: FINDINGS_SHOWN },
      ),
    failed,
  )
  const published = useLatest(
    computed(() => ({ unit: unit.value, scope: state.value.scope })),
    (key) => answers.reportFacts(key),
    failed,
  )
  return { health, findings, published }
}

/** The unit, what it stands below, and what stands beside it. */
function useAround(unit: ComputedRef<UnitId>, failed: (cause: unknown) => void) {
  const units = useUnitStore()
  const around = shallowRef<Around | null>(null)
  const looked = shallowRef<UnitId | null>(null)
  watch(
    unit,
    async (id) => {
      try {
        const found = await lookAround(units, id)
        if (id !== unit.value) return
        around.value = found
        looked.value = id
      } catch (cause) {
        failed(cause)
      }
    },
    { immediate: true },
  )
  const unknown = computed(() => looked.value === unit.value && around.value === null)
  return { around, unknown, isLooking: computed(() => looked.value !== unit.value) }
}

async function lookAround(
  units: ReturnType<typeof useUnitStore>,
  id: UnitId,
): Promise<Around | null> {
  const [unit] = await units.byIds([id])
  if (unit === undefined) return null
  if (unit.parent === null) return { unit, above: null, siblings: [unit] }
  const [above] = await units.byIds([unit.parent])
  const children = await units.children(unit.parent)
  const siblings = children.filter(({ kind }) => isOneRank(kind, unit.kind))
  const known = siblings.some((sibling) => sibling.id === id) ? siblings : [unit, ...siblings]
  return { unit, above: above ?? null, siblings: known }
}

/** A development zone reports as a county does. */
function isOneRank(a: UnitView['kind'], b: UnitView['kind']): boolean {
  const rank = (kind: UnitView['kind']) => (kind === 'zone' ? 'county' : kind)
  return rank(a) === rank(b)
}

function circlesOf(
  answer: MatrixAnswer | null,
  members: { readonly siblings: readonly UnitId[]; readonly peers: readonly UnitId[] } | null,
  above: UnitView | null | undefined,
): readonly Circle[] {
  if (answer === null || members === null) return []
  const position = new Map(answer.units.map(({ id }, place) => [id, place]))
  const placed = (ids: readonly UnitId[]) => ids.flatMap((id) => position.get(id) ?? [])
  const beside = above?.kind === 'city' ? '本市' : '同级'
  const circles: Circle[] = [
    {
      id: 'siblings',
      name: beside,
      medianName: `${beside}中位数`,
      units: placed(members.siblings),
    },
    { id: 'peers', name: '相近单位', medianName: '相近中位数', units: placed(members.peers) },
  ]
  return circles.filter(({ units }) => units.length > 1)
}
