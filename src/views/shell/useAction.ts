import { shallowRef, type ShallowRef } from 'vue'
import { toEngineFailure } from '@/engine/failure'
import { failureText } from './failureText'

export interface Action {
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Why the last try failed, in words; empty if it did not. */
  readonly problem: Readonly<ShallowRef<string>>
  /** Runs a step, unless one is running; resolves to whether it succeeded. */
  readonly run: (step: () => Promise<void>) => Promise<boolean>
}

/** For what a button asks of the engine: busy while it lasts, and words when it fails. */
export function useAction(): Action {
  const busy = shallowRef(false)
  const problem = shallowRef('')

  async function run(step: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = ''
    try {
      await step()
      return true
    } catch (thrown) {
      problem.value = failureText(toEngineFailure(thrown))
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
