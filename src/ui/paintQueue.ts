/**
 * Milliseconds of a task of drawing: a page must answer within 50. Another job is begun where it ends
 * before, if it takes as long as the longest one so far; every task less is a frame less.
 */
const MOST = 40

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
  soon(run)
}

// Where a browser knows of urgent tasks, no frame comes first, of a page whose charts are still the old ones.
const soon: (task: () => void) => void =
  'scheduler' in globalThis
    ? (task) => void scheduler.postTask(task, { priority: 'user-blocking' })
    : byMessage()

/** A message is a task without the delay that nested timers get. */
function byMessage() {
  const channel = new MessageChannel()
  channel.port1.onmessage = run
  return () => {
    channel.port2.postMessage(null)
  }
}

function run(): void {
  scheduled = false
  const started = performance.now()
  let longest = 0
  let elapsed = 0
  do {
    waiting.shift()?.()
    const now = performance.now() - started
    longest = Math.max(longest, now - elapsed)
    elapsed = now
  } while (waiting.length > 0 && elapsed + longest < MOST)
  schedule()
}
