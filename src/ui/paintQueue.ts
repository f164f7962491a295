/** Drawing jobs, each in a task of its own, so that the page answers between two charts. */
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
  const job = waiting.shift()
  schedule()
  job?.()
}
