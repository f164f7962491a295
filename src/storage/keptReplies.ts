import type { Database } from './database'
import { KEPT, META, keptKey } from './names'
import type { KeptReply, Meta } from './store'

/**
 * Replies that are kept at most, and their bytes together: those kept longest ago go first. The next
 * opening reads them all.
 */
const MOST = 24
const MOST_BYTES = 4 * 2 ** 20

/** Which replies are kept, the newest first; good for one program and one state of the store. */
export interface KeptIndex {
  readonly program: string
  readonly sequence: number
  readonly replies: readonly { readonly id: string; readonly bytes: number }[]
}

/** A kept reply, with the program and the state of the store that it is of. */
export interface StoredReply extends KeptReply {
  readonly program: string
  readonly sequence: number
}

/** The ids of replies that are kept of a state of the store. */
export async function keptIds(
  { settings }: Database,
  program: string,
  sequence: number,
): Promise<string[]> {
  const index = (await settings.get(KEPT))?.value as KeptIndex | undefined
  if (index?.program !== program || index.sequence !== sequence) return []
  return index.replies.map(({ id }) => id)
}

/** Takes all replies away, in the transaction under way: of a changed store none is right. */
export async function dropReplies({ settings }: Database): Promise<void> {
  await settings.where('key').startsWith(KEPT).delete()
}

/** Keeps replies beside those of the same program and state, and drops all others. */
export async function putReplies(
  { dexie, settings }: Database,
  program: string,
  sequence: number,
  replies: readonly KeptReply[],
): Promise<void> {
  await dexie.transaction('rw', settings, async () => {
    const meta = (await settings.get(META))?.value as Meta | undefined
    if (meta?.sequence !== sequence) return
    const before = (await settings.get(KEPT))?.value as KeptIndex | undefined
    const fresh = new Set(replies.map(({ id }) => id))
    const isSame = before?.program === program && before.sequence === sequence
    const older = isSame ? before.replies.filter(({ id }) => !fresh.has(id)) : []
    const sized = replies.map(({ id, content }) => ({ id, bytes: content.byteLength }))
    const kept = asManyAsFit([...sized, ...older])
    const ids = new Set(kept.map(({ id }) => id))
    const dropped = (before?.replies ?? []).filter(({ id }) => !ids.has(id))
    await settings.bulkDelete(dropped.map(({ id }) => keptKey(id)))
    await settings.bulkPut([
      ...replies
        .filter(({ id }) => ids.has(id))
        .map((reply) => ({
          key: keptKey(reply.id),
          value: { ...reply, program, sequence } satisfies StoredReply,
        })),
      { key: KEPT, value: { program, sequence, replies: kept } satisfies KeptIndex },
    ])
  })
}

function asManyAsFit(replies: KeptIndex['replies']): KeptIndex['replies'] {
  let bytes = 0
  return replies.slice(0, MOST).filter((reply) => {
    const fits = bytes + reply.bytes <= MOST_BYTES
    if (fits) bytes += reply.bytes
    return fits
  })
}
