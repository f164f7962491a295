import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import type { GridFilter, GridRange, ReviewWindow } from '@/engine/reviewProtocol'
import { useReviewStore } from '@/stores/review'
import { holdsRange } from './gridGeometry'

/** Rows and columns asked for beyond those in sight, so that a scroll finds them there. */
const BEYOND = { rows: 40, columns: 12 }

/**
 * The cells around those in sight. One question is under way at a time; when it is answered, the
 * latest wish is asked for. What was there stays until then.
 */
export function useGridWindow(
  filter: Ref<GridFilter>,
  inSight: Ref<GridRange>,
  /** Changes with the draft. */
  version: Ref<unknown>,
): Readonly<Ref<ReviewWindow | null>> {
  const review = useReviewStore()
  const shown = shallowRef<ReviewWindow | null>(null)
  let asked: GridRange | null = null
  let isAsking = false
  let isGone = false

  /** What was asked for last may reach beyond what is there. */
  function isAnswered(): boolean {
    return asked !== null && holdsRange(asked, inSight.value)
  }

  async function follow(): Promise<void> {
    if (isAsking) return
    isAsking = true
    try {
      while (!isGone && !isAnswered()) {
        asked = around(inSight.value)
        shown.value = await review.window(filter.value, asked)
      }
    } catch {
      // The draft is gone, or the worker is: the page around says so.
      asked = null
    } finally {
      isAsking = false
    }
  }

  watch([filter, version], () => {
    asked = null
    void follow()
  })
  watch(inSight, () => void follow(), { immediate: true })
  onBeforeUnmount(() => {
    isGone = true
  })
  return shown
}

function around({ rows, columns }: GridRange): GridRange {
  return {
    rows: [Math.max(0, rows[0] - BEYOND.rows), rows[1] + BEYOND.rows],
    columns: [Math.max(0, columns[0] - BEYOND.columns), columns[1] + BEYOND.columns],
  }
}
