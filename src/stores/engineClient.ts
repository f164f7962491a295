import { proxy, wrap, type Remote } from 'comlink'
import { setOwnMeasures } from '@/domain/ownMeasure'
import { EngineFailure, toEngineFailure } from '@/engine/failure'
import { OPENED, type KeptCall } from '@/engine/keptCalls'
import type { EngineWorkerApi } from '@/engine/protocol'
import type { StoreStatus } from '@/engine/statusProtocol'
import { engineWorker } from './engineWorker'
import { endKept, keptReply } from './keptReplies'
import { noteSentinel, readSentinel } from './sentinelNote'

interface Connection {
  readonly engine: Remote<EngineWorkerApi>
  /** Settles when the store is open. */
  readonly opened: Promise<StoreStatus>
  /** Rejects when the worker dies. */
  readonly ended: Promise<never>
}

let connection: Connection | null = null
/** Whether the store could not be opened. */
let hasFailed = false
let latest: StoreStatus | null = null
/** Whether the engine has opened the store; before, what was kept of the last session may answer. */
let isOpen = false
const listeners = new Set<(status: StoreStatus) => void>()

/**
 * Asks the engine, starting it and opening the store at the first call. Rejects with an
 * `EngineFailure` and nothing else. Arguments must be plain values: see `plain`.
 */
export async function ask<T>(
  question: (engine: Remote<EngineWorkerApi>) => Promise<T>,
): Promise<T> {
  connection ??= connect()
  const { engine, ended } = connection
  try {
    // It is sent after the call that opens the store, and waits for it on the other side.
    return await Promise.race([question(engine), ended])
  } catch (thrown) {
    throw toEngineFailure(thrown)
  }
}

/**
 * As `ask`; until the store is open, the reply that was kept of the last session is given where there is
 * one. `args` are those of the call.
 */
export async function askKept<T>(
  call: KeptCall,
  args: readonly unknown[],
  question: (engine: Remote<EngineWorkerApi>) => Promise<T>,
): Promise<T> {
  if (isOpening()) {
    const kept = await keptReply(call, args)
    // It was packed as a reply to this very call, and has the hash that it had then.
    if (kept !== undefined && isOpening()) return kept as T
  }
  return ask(question)
}

/** Tells the status as it was kept, where the store is not open yet; returns whether there was one. */
export async function tellKept(): Promise<boolean> {
  const kept = await keptReply(OPENED, [])
  // It does not stand for a store that could not be opened meanwhile.
  if (kept === undefined || !isOpening() || hasFailed) return false
  tell(kept as StoreStatus)
  return true
}

/** The status as the store was opened; opens it at the first call. */
export async function openStore(): Promise<StoreStatus> {
  connection ??= connect()
  try {
    return await Promise.race([connection.opened, connection.ended])
  } catch (thrown) {
    connection = null
    hasFailed = true
    throw toEngineFailure(thrown)
  }
}

/** Calls the listener with the status, now if it is known, and after every change in any tab. */
export function onStatus(listener: (status: StoreStatus) => void): void {
  listeners.add(listener)
  if (latest !== null) listener(latest)
}

/** A copy without Vue's proxies, which no port can pass on. For values as JSON knows them. */
export function plain<T>(value: T): T {
  // JSON.stringify reads through proxies, and what comes back has the type that went in.
  return JSON.parse(JSON.stringify(value)) as T
}

function isOpening(): boolean {
  return !isOpen
}

function connect(): Connection {
  hasFailed = false
  const { worker, ended: endOfWorker } = engineWorker()
  const engine = wrap<EngineWorkerApi>(worker)
  const ended = endOfWorker.then((reason) => {
    connection = null
    isOpen = false
    throw new EngineFailure('worker-ended', reason)
  })
  // Whoever asks hears of it; with nobody asking it is no unhandled rejection.
  ended.catch(() => undefined)
  return { engine, ended, opened: open(engine) }
}

async function open(engine: Remote<EngineWorkerApi>): Promise<StoreStatus> {
  // Messages arrive in the order in which they are sent: nothing need be waited for in between.
  const [, status] = await Promise.all([engine.onChange(proxy(tell)), engine.open(readSentinel())])
  isOpen = true
  endKept()
  return tell(status)
}

function tell(told: StoreStatus): StoreStatus {
  const status = latest === null ? told : withPartsOf(latest, told)
  latest = status
  // Before anyone draws: names and units of the user's own measures come from here.
  setOwnMeasures(status.settings.measures)
  if (status.health.kind === 'ok') noteSentinel(status.sentinel)
  for (const listener of listeners) listener(status)
  return status
}

/** The status with those parts of the one before that are equal: who watches a part hears of its change alone. */
function withPartsOf(before: StoreStatus, now: StoreStatus): StoreStatus {
  return {
    ...now,
    settings: isEqual(before.settings, now.settings) ? before.settings : now.settings,
    roster: isEqual(before.roster, now.roster) ? before.roster : now.roster,
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
