import type { CheckFilter } from '@/analysis/answer'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { PeerChoice } from '@/engine/groupProtocol'
import { formatPeers, parsePeers } from '../compare/unitChoice'
import { firstText, type Query } from '../compare/viewState'

/** Everything that the address bar holds of 县区画像. */
export interface ProfileState {
  readonly scope: Scope
  readonly checks: CheckFilter
  /** What makes another unit like this one. */
  readonly peers: PeerChoice
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseProfileState(unit: UnitId, query: Query): ProfileState {
  return {
    scope: firstText(query['scope']) === 'office' ? 'office' : 'whole',
    checks: firstText(query['checks']) === 'trusted' ? 'trusted' : 'all',
    peers: parsePeers(`${unit};${firstText(query['peers'])}`),
  }
}

/** The shortest query that reads back as the state. */
export function formatProfileState({ scope, checks, peers }: ProfileState): Record<string, string> {
  const query: Record<string, string> = {}
  if (scope !== 'whole') query['scope'] = scope
  if (checks !== 'all') query['checks'] = checks
  const written = formatPeers({ ...peers, unit: '' })
  if (written !== '') query['peers'] = written.slice(1)
  return query
}
