import { readKept, type KeptReplies } from '@/storage/keptReader'
import { replyId, type KeptCall, type OPENED } from './keptCalls'
import { unpackReply } from './packedReply'
import type { Sentinel } from './statusProtocol'

/** What was kept of the last session, for as long as the engine has not opened the store. */
export interface KeptOpening {
  /** Undefined where it was not kept or is damaged. */
  find(call: KeptCall | typeof OPENED, args: readonly unknown[]): unknown
}

/**
 * Reads what this build of the program kept of the present state of the store. Null where that is
 * nothing, or where the store is not in the state that was noted last; never rejects.
 */
export async function readKeptOpening(
  program: string,
  noted: Sentinel | null,
  read: (program: string) => Promise<KeptReplies | null> = readKept,
): Promise<KeptOpening | null> {
  if (noted === null || noted.reports === 0) return null
  const kept = await read(program)
  if (kept?.sequence !== noted.sequence) return null
  return {
    find: (call, args) => {
      const reply = kept.replies.get(replyId(call, args))
      return reply === undefined ? undefined : unpackReply(reply)
    },
  }
}
