import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { queuePaint } from '@/ui/paintQueue'

/** Beyond the pane by so much of its height, a page is drawn before it is scrolled to. */
const AHEAD = '60% 0px'

interface Wanted {
  readonly host: Readonly<ShallowRef<HTMLElement | null>>
  readonly canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>
  /** Pixels of the screen a point. */
  readonly scale: () => number
  readonly draw: (scale: number) => Promise<ImageBitmap>
}

/** Draws a page once it comes near the visible part, sharp for the screen, and anew when its size changes. */
export function useDrawnPage({ host, canvas, scale, draw }: Wanted) {
  /** Whether the page is or was near: only then are its texts and marks made. */
  const isNear = shallowRef(false)
  const problem = shallowRef(false)
  let observer: IntersectionObserver | null = null
  let latest = 0

  async function paint(): Promise<void> {
    const asked = ++latest
    try {
      const picture = await draw(scale() * window.devicePixelRatio)
      if (asked === latest) show(canvas.value, picture)
      else picture.close()
    } catch {
      problem.value = asked === latest
    }
  }

  onMounted(() => {
    const element = host.value
    if (element === null) return
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer?.disconnect()
        queuePaint(() => {
          isNear.value = true
        })
      },
      { root: element.closest('[data-pane]'), rootMargin: AHEAD },
    )
    observer.observe(element)
  })
  watch([isNear, scale], ([near]) => {
    if (near) void paint()
  })
  onBeforeUnmount(() => {
    latest++
    observer?.disconnect()
  })

  return { isNear, problem }
}

function show(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (canvas === null) {
    picture.close()
    return
  }
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture)
}
