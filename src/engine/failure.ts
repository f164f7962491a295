import type { EngineError } from './statusProtocol'

/** An `EngineError` as something that can be thrown, here and across a worker's port. */
export class EngineFailure extends Error implements EngineError {
  override readonly name = 'EngineFailure'
  readonly code: EngineError['code']
  readonly detail: string

  constructor(code: EngineError['code'], detail: string) {
    // The message carries both: of an error, a port passes on only its name, message and stack.
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

const codes = new Map<string, EngineError['code']>(
  (
    [
      'quota-exceeded',
      'storage-unavailable',
      'newer-version',
      'package-invalid',
      'nothing-to-commit',
      'open-units',
      'sample-loaded',
      'own-data',
      'read-only',
      'not-found',
      'reason-missing',
      'worker-ended',
      'unknown',
    ] as const satisfies readonly EngineError['code'][]
  ).map((code) => [code, code]),
)

/** What was thrown, as an `EngineFailure`; anything that is none becomes `unknown` with its message. */
export function toEngineFailure(thrown: unknown): EngineFailure {
  if (thrown instanceof EngineFailure) return thrown
  if (!(thrown instanceof Error)) return new EngineFailure('unknown', String(thrown))
  const colon = thrown.message.indexOf(': ')
  const code = codes.get(thrown.message.slice(0, Math.max(colon, 0)))
  if (thrown.name === 'EngineFailure' && code !== undefined) {
    return new EngineFailure(code, thrown.message.slice(colon + 2))
  }
  return new EngineFailure('unknown', `${thrown.name}: ${thrown.message}`)
}
