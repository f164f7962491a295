import { onBeforeUnmount, onMounted } from 'vue'
import { useReviewStore } from '@/stores/review'

/**
 * Has decisions written when the page is hidden or left. A page that is left may be gone before the
 * worker is done; hiding comes earlier, and the decisions are small.
 */
export function useDraftFlush(): void {
  const review = useReviewStore()

  function flush() {
    // Nobody is there to be told; a draft that is gone needs no writing.
    review.flush().catch(() => undefined)
  }
  function onHidden() {
    if (document.visibilityState === 'hidden') flush()
  }

  onMounted(() => {
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', flush)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('pagehide', flush)
    flush()
  })
}
