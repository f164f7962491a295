import type { EngineApi } from './protocol'

/**
 * What a page asks when it opens and nothing changes but the store and the program: replies to these are
 * kept for the next opening.
 */
export const keptCalls = [
  'ask',
  'coverage',
  'health',
  'findings',
  'chain',
  'unitSet',
  'rollUps',
  'correctionConflicts',
] as const satisfies readonly (keyof EngineApi)[]
export type KeptCall = (typeof keptCalls)[number]

/** The status as it is when the store is opened. */
export const OPENED = 'open'

/** What a kept reply is known by. */
export function replyId(call: KeptCall | typeof OPENED, args: readonly unknown[]): string {
  return JSON.stringify([call, ...args])
}
