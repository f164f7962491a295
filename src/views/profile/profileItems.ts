import type { ViewState } from '../compare/viewState'
import { startState } from '../compare/viewState'
import { populations } from '@/domain/auxiliary'
import { shortLabel } from '@/domain/catalogue'
import type { UnitId } from '@/domain/unit'
import type { ViewName } from '@/wording/viewNames'
import { keyFigures } from '../overview/keyFigures'
import type { ProfileState } from './profileState'

/** The figures that a unit is set beside others by. */
export const profileItems: readonly string[] = keyFigures.map(({ item }) => item)

/** Figures by which likeness may be judged, each with its name for a choice. */
export const likenessItems: readonly { readonly item: string; readonly label: string }[] = [
  { item: 'requests.new.total', label: '本年新收申请' },
  { item: 'licensing.decisions', label: '行政许可' },
  { item: 'penalties.decisions', label: '行政处罚' },
  { item: 'fees.amount', label: '收费金额' },
  { item: 'normativeDocuments.inForce', label: '现行有效规范性文件' },
]

/** The populations on record, by which likeness may be judged too. */
export function populationsOn(recorded: readonly string[]): typeof likenessItems {
  return populations
    .filter((item) => recorded.includes(item))
    .map((item) => ({ item, label: shortLabel(item) }))
}

/** A part of a profile: one subject of a comparison, of one unit over the years. */
export interface ProfilePart {
  readonly id: string
  readonly title: string
  readonly view: ViewName
  readonly subject: string
}

export const profileParts: readonly ProfilePart[] = [
  part('outcomes', '申请怎样办结', 'outcomes', 'groups'),
  part('refusal', '不予公开：法定还是裁量', 'outcomes', 'refusal'),
  part('denied', '不予公开的理由', 'outcomes', 'denied'),
  part('applicants', '谁在申请', 'outcomes', 'applicants'),
  part('disputes', '复议与诉讼', 'outcomes', 'disputes'),
  part('enforcement', '许可、处罚、强制', 'enforcement', 'decisions'),
  part('fees', '收费', 'fees', 'amount'),
  part('norms', '行政规范性文件', 'disclosure', 'norms'),
]

function part(id: string, title: string, view: ViewName, subject: string): ProfilePart {
  return { id, title, view, subject }
}

/** The comparison that a part shows. */
export function partState(
  { view, subject }: ProfilePart,
  unit: UnitId,
  { scope, checks }: Pick<ProfileState, 'scope' | 'checks'>,
): ViewState {
  return {
    ...startState(view),
    units: { kind: 'listed', units: [unit] },
    mode: 'trend',
    scale: 'linear',
    scope,
    checks,
    subject,
  }
}
