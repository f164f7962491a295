import type { UnitId } from '@/domain/unit'
import type { PeerChoice, UnitSet } from '@/engine/groupProtocol'

/** Whose reports are compared. */
export type UnitChoice =
  | { readonly kind: 'roster' }
  /** Every unit that has a report. */
  | { readonly kind: 'all' }
  | { readonly kind: 'listed'; readonly units: readonly UnitId[] }
  | UnitSet

/** What likeness is judged by unless the user says otherwise: how much is asked, and how much decided. */
export const peerItems: readonly string[] = ['requests.new.total', 'licensing.decisions']

/** Peers of a unit unless the user says otherwise. */
export const PEER_COUNT = 8
const MOST_PEERS = 99

const CITY = 'in:'
const COUNTIES = 'under:'
const GROUP = 'group:'
const PEERS = 'peers:'

/** Whose reports a query means; the roster where it says nothing. */
export function parseUnits(text: string): UnitChoice {
  if (text === '') return { kind: 'roster' }
  if (text === 'all') return { kind: 'all' }
  const after = (prefix: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : '')
  if (after(CITY) !== '') return { kind: 'city', city: after(CITY) }
  if (after(COUNTIES) !== '') return { kind: 'counties', of: after(COUNTIES) }
  if (after(GROUP) !== '') return { kind: 'group', group: after(GROUP) }
  if (after(PEERS) !== '') return { kind: 'peers', ...parsePeers(after(PEERS)) }
  const units = [...new Set(text.split(','))].filter((id) => id !== '')
  return units.length === 0 ? { kind: 'roster' } : { kind: 'listed', units }
}

/** What `parseUnits` reads back. */
export function formatUnits(choice: UnitChoice): string {
  switch (choice.kind) {
    case 'roster':
    case 'all':
      return choice.kind
    case 'listed':
      return choice.units.join(',')
    case 'city':
      return CITY + choice.city
    case 'counties':
      return COUNTIES + choice.of
    case 'group':
      return GROUP + choice.group
    case 'peers':
      return PEERS + formatPeers(choice)
  }
}

/** Whether the engine has to be asked which units these are. */
export function isUnitSet(choice: UnitChoice): choice is UnitSet {
  return choice.kind !== 'roster' && choice.kind !== 'all' && choice.kind !== 'listed'
}

/** `cn:610921`, or with a number and figures of one's own `cn:610921;5;requests.new.total`. */
export function parsePeers(text: string): PeerChoice {
  const [unit = '', count = '', items = ''] = text.split(';')
  const wanted = /^\d{1,2}$/.test(count) ? Number(count) : PEER_COUNT
  const figures = [...new Set(items.split(','))].filter((item) => item !== '')
  return {
    unit,
    count: Math.min(MOST_PEERS, Math.max(1, wanted)),
    items: figures.length === 0 ? peerItems : figures,
  }
}

/** What `parsePeers` reads back. */
export function formatPeers({ unit, count, items }: PeerChoice): string {
  const isPlain = items.join() === peerItems.join()
  if (count === PEER_COUNT && isPlain) return unit
  return [unit, count, ...(isPlain ? [] : [items.join(',')])].join(';')
}
