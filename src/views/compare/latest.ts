/**
 * Runs the newest job only: while one is under way, later ones wait in one place, each taking the
 * place of the one before. The result of a job that was overtaken is not handed on.
 */
export function latestOnly<Input, Output>(
  run: (input: Input) => Promise<Output>,
  done: (output: Output, input: Input) => void,
  failed: (cause: unknown) => void,
): (input: Input) => void {
  let waiting: { readonly input: Input } | null = null
  let busy = false

  async function next(): Promise<void> {
    busy = true
    while (waiting !== null) {
      const { input } = waiting
      waiting = null
      try {
        const output = await run(input)
        if (isNewest()) done(output, input)
      } catch (cause) {
        if (isNewest()) failed(cause)
      }
    }
    busy = false
  }

  function isNewest(): boolean {
    return waiting === null
  }

  return (input) => {
    waiting = { input }
    if (!busy) void next()
  }
}
