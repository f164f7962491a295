import type { Sentinel } from '@/engine/statusProtocol'

const KEY = 'xianjian.sentinel'

/** What was noted after the last change, or null: nothing was, or this browser keeps no notes. */
export function readSentinel(): Sentinel | null {
  try {
    const text = localStorage.getItem(KEY)
    return text === null ? null : asSentinel(JSON.parse(text))
  } catch {
    // Storage is switched off, or the note is not ours: the same as no note.
    return null
  }
}

/** Notes the state of the store, unless another tab has already noted a later one. */
export function noteSentinel(sentinel: Sentinel): void {
  const noted = readSentinel()
  if (noted !== null && noted.sequence > sentinel.sequence) return
  try {
    localStorage.setItem(KEY, JSON.stringify(sentinel))
  } catch {
    // Without a note only the loss of everything goes unnoticed; the data are safe.
  }
}

function asSentinel(value: unknown): Sentinel | null {
  if (typeof value !== 'object' || value === null) return null
  const { sequence, batches, reports } = Object.fromEntries(Object.entries(value))
  if (!isCount(sequence) || !isCount(batches) || !isCount(reports)) return null
  return { sequence, batches, reports }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
