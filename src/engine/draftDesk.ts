import type { Batch } from '@/data/batch'
import { foldBatches } from '@/data/fold'
import type { FileDraft } from '@/intake/draft'
import type { Store } from '@/storage/store'
import { compareDraft, emptyDraft, type ComparedFile, type Draft } from './draft'
import { draftOfRecord, recordOfDraft } from './draftRecord'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import type { DraftSink } from './protocol'

/** Rest after a decision before the draft is stored, so that a quick commit need not wait for it. */
const REST = 400

/** Holds the draft under review, in memory and, for a reload, in the store. */
export class DraftDesk {
  readonly #holdings: Holdings
  readonly #store: Store
  #draft: Draft | null = null
  /** The import that may hand in files; any other is not listened to. */
  #session: object | null = null
  #compared: {
    readonly draft: Draft
    readonly data: string
    readonly files: ComparedFile[]
  } | null = null
  #saving: ReturnType<typeof setTimeout> | null = null
  #stored: Promise<void> = Promise.resolve()

  constructor(holdings: Holdings) {
    this.#holdings = holdings
    this.#store = holdings.store
  }

  /** Takes up the draft that was under review when the page was left. */
  async restore(): Promise<void> {
    const record = await this.#store.loadDraft()
    if (record === null) return
    this.#draft = draftOfRecord(record)
    if (this.#draft === null) await this.#store.clearDraft()
  }

  get draft(): Draft | null {
    return this.#draft
  }

  /** The draft against the data as they are now. */
  compared(): ComparedFile[] {
    const draft = this.#draft
    if (draft === null) throw new EngineFailure('nothing-to-commit', 'no draft')
    const data = this.#holdings.dataVersion
    if (this.#compared?.draft === draft && this.#compared.data === data) return this.#compared.files
    const { contents, cube } = this.#holdings
    const own = contents.filter(({ batch }: { batch: Batch }) => !batch.sample)
    // A sample is no data: what is read beside one is compared as if it were not there.
    const files = compareDraft(draft, own, own.length === contents.length ? cube : foldBatches(own))
    this.#compared = { draft, data, files }
    return files
  }

  /** Changes the draft by a decision of the user's. */
  decide(decision: (draft: Draft) => Draft): Draft {
    if (this.#draft === null) throw new EngineFailure('nothing-to-commit', 'no draft')
    this.#draft = decision(this.#draft)
    this.#saveSoon()
    return this.#draft
  }

  /** Drops the draft, and stops listening to an import under way or about to begin. */
  async discard(): Promise<void> {
    this.#session = null
    await this.#drop()
  }

  async #drop(): Promise<void> {
    this.#draft = null
    this.#compared = null
    if (this.#saving !== null) clearTimeout(this.#saving)
    this.#saving = null
    await this.#afterStored(() => this.#store.clearDraft())
  }

  /** Where one import hands in its files. The draft is there when it is finished, not before. */
  newSink(): DraftSink {
    const session = {}
    this.#session = session
    let files: Draft['files'] = []
    return {
      begin: async () => {
        if (this.#session !== session) return
        await this.#drop()
        files = []
      },
      addFile: (draft: FileDraft, content: Blob) => {
        if (this.#session === session)
          files = [...files, { draft, content, overwrite: false, leftOut: false }]
        return Promise.resolve()
      },
      finish: () => {
        if (this.#session !== session) return Promise.resolve()
        this.#session = null
        this.#draft = { ...emptyDraft, files }
        this.#saveSoon()
        return Promise.resolve()
      },
      abandon: async () => {
        if (this.#session === session) await this.discard()
      },
    }
  }

  #saveSoon(): void {
    if (this.#saving !== null) clearTimeout(this.#saving)
    this.#saving = setTimeout(() => {
      this.#saving = null
      void this.#afterStored(() => this.#save())
    }, REST)
  }

  /** A draft that cannot be stored is still there to be committed, only not after a reload. */
  async #save(): Promise<void> {
    const draft = this.#draft
    const record = draft === null ? null : recordOfDraft(draft)
    if (record === null) await this.#store.clearDraft()
    else await this.#store.saveDraft(record).catch(() => this.#store.clearDraft())
  }

  #afterStored(work: () => Promise<void>): Promise<void> {
    this.#stored = this.#stored.then(work).catch(() => undefined)
    return this.#stored
  }
}
