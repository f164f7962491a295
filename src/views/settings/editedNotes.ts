import type { TimeNote } from '@/domain/timeNote'

/** Notes with one changed, or a new one (`id` null) at their end. */
export function editedNotes(
  notes: readonly TimeNote[],
  id: string | null,
  note: Omit<TimeNote, 'id'>,
): readonly TimeNote[] {
  const trimmed = { ...note, text: note.text.trim() }
  if (id !== null) return notes.map((each) => (each.id === id ? { ...trimmed, id } : each))
  const numbers = notes.map((each) => Number(each.id))
  const next = 1 + Math.max(0, ...numbers.filter((number) => Number.isFinite(number)))
  return [...notes, { ...trimmed, id: String(next) }]
}
