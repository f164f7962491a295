import type { EngineCore } from './engineCore'
import { keptCalls, OPENED, replyId, type KeptCall } from './keptCalls'
import { packReply } from './packedReply'
import type { EngineApi } from './protocol'

/** Questions that are remembered, the one asked longest ago goes first. */
const MOST = 16

/** An engine that keeps its latest replies in the store, so that the next opening need not wait for it. */
export function keepingReplies<Api extends EngineApi>(api: Api, core: EngineCore): Api {
  const { program } = core.surroundings
  return program === null ? api : new ReplyKeeper(core, program).api(api)
}

/** The calls without the types of what they are given: that is handed on as it comes. */
type Calls = Record<KeptCall, (...args: unknown[]) => Promise<unknown>>

class ReplyKeeper {
  readonly #core: EngineCore
  readonly #program: string
  readonly #asked = new Map<string, () => Promise<unknown>>()
  /** What is kept of a state of the store, or could not be: it is not worked out again. */
  #done = { sequence: -1, ids: new Set<string>() }
  #turn = 0

  constructor(core: EngineCore, program: string) {
    this.#core = core
    this.#program = program
  }

  api<Api extends EngineApi>(api: Api): Api {
    const calls = api as Record<KeptCall, (...args: never[]) => Promise<unknown>> as Calls
    const noting = keptCalls.map((call) => {
      const reply = (args: unknown[]) => calls[call](...args)
      return [
        call,
        (...args: unknown[]) => {
          this.#note(replyId(call, args), () => reply(args))
          return reply(args)
        },
      ] as const
    })
    return { ...api, ...Object.fromEntries(noting) }
  }

  #note(id: string, reply: () => Promise<unknown>): void {
    this.#asked.delete(id)
    this.#asked.set(id, reply)
    const oldest = this.#asked.size > MOST ? this.#asked.keys().next().value : undefined
    if (oldest !== undefined) this.#asked.delete(oldest)
    // Only when nothing was asked for a while: the page may be in the middle of its questions.
    const turn = ++this.#turn
    this.#core.surroundings.whenIdle(() => {
      // What cannot be kept is asked again at the next opening.
      if (turn === this.#turn) this.#keep().catch(() => undefined)
    })
  }

  /** Works out the replies anew: those that were given are on the page, and not here. */
  async #keep(): Promise<void> {
    await this.#core.run(async ({ holdings }) => {
      const { store, snapshot } = holdings
      const { sequence } = snapshot.meta
      if (store.mode.kind !== 'lasting' || holdings.damaged.length > 0) return
      if (this.#done.sequence !== sequence)
        this.#done = { sequence, ids: new Set(await store.keptIds(this.#program, sequence)) }
      const { ids } = this.#done
      const wanted = [...this.#asked].filter(([id]) => !ids.has(id)).toReversed()
      if (wanted.length === 0) return
      for (const [id] of wanted) ids.add(id)
      const status: (typeof wanted)[number] = [replyId(OPENED, []), () => this.#core.known()]
      const kept = []
      for (const [id, reply] of [status, ...wanted]) {
        // What it refuses to say now it may refuse again; the others are kept all the same.
        const packed = packReply(await reply().catch(() => undefined))
        if (packed !== null) kept.push({ id, ...packed })
      }
      // A reply that is of another state already is none of this.
      if (holdings.snapshot.meta.sequence !== sequence) return
      await store.keepReplies(this.#program, sequence, kept)
    })
  }
}
