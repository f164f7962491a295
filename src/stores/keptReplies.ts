import type { KeptCall, OPENED } from '@/engine/keptCalls'
import { readKeptOpening, type KeptOpening } from '@/engine/keptOpening'
import { PROGRAM } from '@/engine/program'
import { readSentinel } from './sentinelNote'

let opening: Promise<KeptOpening | null> | null = null

/** Reads what was kept of the last session; the page calls it before anything else is loaded. */
export function beginKept(): void {
  opening = readKeptOpening(PROGRAM, readSentinel())
}

/** The reply of the last session to a call, or undefined. Never rejects. */
export async function keptReply(
  call: KeptCall | typeof OPENED,
  args: readonly unknown[],
): Promise<unknown> {
  return (await opening)?.find(call, args)
}

/** From now on there is nothing kept: the engine is there. */
export function endKept(): void {
  opening = null
}
