/**
 * Milliseconds after which the rest waits for another task: with one more chart it stays well under
 * the 50 ms in which a page must answer.
 */
const ENOUGH = 12

/** Drawing jobs; few small ones share a task, so that they appear together. */
const waiting: (() => void)[] = []
let scheduled = false

/** Runs the job soon, after those that were queued before it; returns how to take it back. */
export function queuePaint(job: () => void): () => void {
  waiting.push(job)
  schedule()
  return () => {
    const place = waiting.indexOf(job)
    if (place >= 0) waiting.splice(place, 1)
  }
}

function schedule(): void {
  if (scheduled || waiting.length === 0) return
  scheduled = true
  channel.port2.postMessage(null)
}

// A message is a task without the delay that nested timers get.
const channel = new MessageChannel()
channel.port1.onmessage = () => {
  scheduled = false
  const started = performance.now()
  do {
    waiting.shift()?.()
  } while (waiting.length > 0 && performance.now() - started < ENOUGH)
  schedule()
}
