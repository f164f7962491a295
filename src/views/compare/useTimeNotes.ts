import type { ShallowRef } from 'vue'
import { shallowRef, watch } from 'vue'
import type { TimeNote } from '@/domain/timeNote'
import { useStatusStore } from '@/stores/status'

/** The user's notes; the same object as long as they say the same, so that nothing is drawn again. */
export function useTimeNotes(): Readonly<ShallowRef<readonly TimeNote[]>> {
  const status = useStatusStore()
  const notes = shallowRef<readonly TimeNote[]>([])
  watch(
    () => JSON.stringify(status.status?.settings.notes ?? []),
    () => {
      notes.value = status.status?.settings.notes ?? []
    },
    { immediate: true },
  )
  return notes
}
