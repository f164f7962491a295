import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { carriesFiles, droppedFiles, type DroppedFiles } from '@/ui/droppedFiles'

/** Makes the whole window a place to drop files on; true while some are held above it. */
export function useWindowDrop(
  onDrop: (dropped: DroppedFiles) => void,
): Readonly<ShallowRef<boolean>> {
  const isOver = shallowRef(false)

  function over(event: DragEvent) {
    if (!carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    isOver.value = true
  }
  function leave(event: DragEvent) {
    // Without a related target the pointer has left the window, not just an element of it.
    if (event.relatedTarget === null) isOver.value = false
  }
  function drop(event: DragEvent) {
    if (event.dataTransfer === null || !carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    isOver.value = false
    void droppedFiles(event.dataTransfer).then(onDrop)
  }

  onMounted(() => {
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', over)
    window.removeEventListener('dragleave', leave)
    window.removeEventListener('drop', drop)
  })
  return isOver
}
