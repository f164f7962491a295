import type { Surroundings } from './asking'
import { watchedOf } from './asking'
import type { UnitChoice } from './unitChoice'

/** A way of saying whose reports are compared. */
export interface KindOffer {
  readonly radio: 'roster' | 'all' | 'area' | 'group' | 'peers' | 'listed'
  readonly label: string
}

/** What the filter of units offers. */
export function kindOffers(around: Surroundings): readonly KindOffer[] {
  const { coverage, roster } = around
  const silent = `（${roster.length}，都没有年报，即全部）`
  const among = watchedOf(around) === null ? silent : `（${roster.length}）`
  const watched = roster.length === 0 ? '（未设置，即全部）' : among
  return [
    { radio: 'roster', label: `名册${watched}` },
    { radio: 'all', label: `全部有数据的单位（${coverage.units.length}）` },
    { radio: 'area', label: '某省、市（州、盟）或县（区）所辖' },
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
export function choiceSummary(choice: UnitChoice, around: Surroundings): string {
  const { coverage, chosen } = around
  switch (choice.kind) {
    case 'roster':
      return rosterSummary(around)
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

function rosterSummary(around: Surroundings): string {
  const { coverage, roster } = around
  if (watchedOf(around) !== null) return `名册 ${roster.length} 个`
  return `全部 ${coverage.units.length} 个${roster.length === 0 ? '' : '（名册内无年报）'}`
}

const unknown = {
  city: '未知的地区',
  counties: '未知的省',
  group: '已删除的组',
  peers: '未知的单位',
} as const
