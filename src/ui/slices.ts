/** Milliseconds after which the page may answer before the work goes on. */
const SLICE = 12

/** Runs work that yields now and then, in tasks short enough for the page to answer between them. */
export async function inSlices<T>(work: Generator<undefined, T>): Promise<T> {
  let started = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - started < SLICE) continue
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    started = performance.now()
  }
}

/** Runs it at once. */
export function runThrough<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
