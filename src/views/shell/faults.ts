import { shallowRef } from 'vue'

/** What went wrong without anyone having foreseen it, as it was thrown; null while nothing has. */
export const fault = shallowRef<string | null>(null)

/** Puts a fault of the program before the person instead of into a console nobody reads. */
export function noteFault(thrown: unknown): void {
  fault.value = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
}
