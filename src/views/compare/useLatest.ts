import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import { useCheckStore } from '@/stores/checks'
import { latestOnly } from './latest'

export interface Latest<Answer> {
  /** Stays until the next answer is there. */
  readonly answer: Readonly<ShallowRef<Answer | null>>
  /** The answer on screen is not yet that to the present question. */
  readonly busy: ComputedRef<boolean>
}

/**
 * Asks whenever the question is another one, and again after every change of the data. A question is
 * a plain value, as JSON knows it; null: nothing to ask.
 */
export function useLatest<Question, Answer>(
  question: ComputedRef<Question | null>,
  ask: (question: Question) => Promise<Answer>,
  failed: (cause: unknown) => void,
): Latest<Answer> {
  const checks = useCheckStore()
  const answer = shallowRef<Answer | null>(null)
  const answered = shallowRef<string | null>(null)
  // A text, so that a watcher hears only of what really is another question.
  const key = computed(() => (question.value === null ? null : JSON.stringify(question.value)))
  const run = latestOnly(
    ({ asked }: { asked: Question; text: string }) => ask(asked),
    (now, { text }) => {
      answered.value = text
      answer.value = now
    },
    failed,
  )
  watch(
    [key, () => checks.sequence],
    ([text]) => {
      if (text !== null && question.value !== null) run({ asked: question.value, text })
    },
    { immediate: true },
  )
  return { answer, busy: computed(() => answered.value !== key.value) }
}
