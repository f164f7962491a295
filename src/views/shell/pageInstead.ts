import type { StoreStatus } from '@/engine/statusProtocol'

/** What decides which page is shown. */
export type StoreState = Pick<StoreStatus, 'health' | 'reports' | 'batches'>

/**
 * The page to go to in the place of the one asked for, or null. Lost data are never met with a
 * welcome, and data that are all switched off lead to where they can be switched on.
 */
export function pageInstead(path: string, status: StoreState | null): string | null {
  if (status === null) return null
  const isGone = status.health.kind === 'lost' || status.health.kind === 'damaged'
  if (isGone) return path === '/lost' || path === '/help' ? null : '/lost'
  if (path !== '/' && path !== '/lost') return null
  if (status.reports > 0) return '/overview'
  if (status.batches > 0) return '/batches'
  return path === '/lost' ? '/' : null
}
