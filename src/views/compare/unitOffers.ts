import type { Surroundings } from './asking'
import type { UnitChoice } from './unitChoice'

/** A way of saying whose reports are compared. */
export interface KindOffer {
  readonly radio: 'roster' | 'all' | 'area' | 'group' | 'peers' | 'listed'
  readonly label: string
}

/** What the filter of units offers. */
export function kindOffers({ coverage, roster }: Surroundings): readonly KindOffer[] {
  const watched = roster.length > 0 ? `（${roster.length}）` : '（未设置，即全部）'
  return [
    { radio: 'roster', label: `名册${watched}` },
    { radio: 'all', label: `全部有数据的单位（${coverage.units.length}）` },
    { radio: 'area', label: '某市（州、盟）或某省所辖' },
    { radio: 'group', label: '我的组' },
    { radio: 'peers', label: '某单位及与它相近的' },
    { radio: 'listed', label: '自选' },
  ]
}

/** The offer that a choice belongs to. */
export function radioOf({ kind }: UnitChoice): KindOffer['radio'] {
  return kind === 'city' || kind === 'counties' ? 'area' : kind
}

/** A choice in a few words, e.g. `名册 12 个`. */
export function choiceSummary(
  choice: UnitChoice,
  { coverage, roster, chosen }: Surroundings,
): string {
  switch (choice.kind) {
    case 'roster':
      return roster.length > 0 ? `名册 ${roster.length} 个` : `全部 ${coverage.units.length} 个`
    case 'all':
      return `全部 ${coverage.units.length} 个`
    case 'listed':
      return `自选 ${choice.units.length} 个`
    case 'city':
    case 'counties':
    case 'group':
    case 'peers': {
      const name = chosen?.name ?? ''
      return `${name === '' ? unknown[choice.kind] : name} ${chosen?.units.length ?? 0} 个`
    }
  }
}

const unknown = {
  city: '未知的市',
  counties: '未知的省',
  group: '已删除的组',
  peers: '未知的单位',
} as const
