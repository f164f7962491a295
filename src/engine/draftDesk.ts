import type { Batch } from '@/data/batch'
import { foldBatches } from '@/data/fold'
import type { FileDraft } from '@/intake/draft'
import type { Store } from '@/storage/store'
import { compareDraft, emptyDraft, type ComparedFile, type Draft, type DraftFile } from './draft'
import { decisionsText, draftOfRecord, fitsRecord, recordOfDraft } from './draftRecord'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import type { DraftKeeping } from './draftProtocol'
import type { DraftSink } from './intakeProtocol'
import { SharedColumns } from './sharedColumns'

/** Rest before a new draft is stored, so that a quick commit need not wait for it. */
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
  /** What is stored of the files, whatever was said of them since. */
  #kept: readonly FileDraft[] = []
  #isRefused = false
  readonly #columns = new SharedColumns()
  readonly #keepingChanged: () => void

  /** `onKeepingChanged` is called when it turns out whether the draft can be stored. */
  constructor(holdings: Holdings, onKeepingChanged: () => void) {
    this.#holdings = holdings
    this.#store = holdings.store
    this.#keepingChanged = onKeepingChanged
  }

  /** Takes up the draft that was under review when the page was left. */
  async restore(): Promise<void> {
    const record = await this.#store.loadDraft()
    if (record === null) return
    this.#draft = draftOfRecord(record)
    if (this.#draft === null) await this.#store.clearDraft()
    else this.#kept = readFiles(this.#draft)
  }

  /** Whether the draft survives a reload, or why not. */
  get keeping(): DraftKeeping {
    if (this.#store.mode.kind !== 'lasting') return 'refused'
    if (this.#draft !== null && !fitsRecord(this.#draft)) return 'tooLarge'
    return this.#isRefused ? 'refused' : 'kept'
  }

  /** Stores at once what rests to be stored. */
  async flush(): Promise<void> {
    if (this.#stopSaving()) await this.#afterStored(() => this.#save())
    await this.#stored
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

  /**
   * Does work that the draft is not stored beside, if it rests to be: a commit would share the disk
   * with a copy of what it writes. It is stored afterwards if it is still there.
   */
  async withoutSaving<T>(work: () => Promise<T>): Promise<T> {
    const rested = this.#stopSaving()
    try {
      return await work()
    } finally {
      if (rested && this.#draft !== null && this.#saving === null) this.#saveSoon()
    }
  }

  /** Takes the files out of the draft that are done with; without any left there is no draft. */
  async keepOnly(isKept: (file: DraftFile) => boolean): Promise<void> {
    const files = this.#draft?.files.filter(isKept) ?? []
    if (files.length === 0) await this.discard()
    else {
      this.decide(() => ({ ...emptyDraft, files }))
      await this.flush()
    }
  }

  async #drop(): Promise<void> {
    this.#draft = null
    this.#compared = null
    this.#stopSaving()
    this.#kept = []
    this.#isRefused = false
    this.#columns.clear()
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
      addFile: (draft: FileDraft, content: Blob, reading: Blob | null) => {
        const taken = { content, reading, overwrite: false, leftOut: false }
        if (this.#session === session)
          files = [...files, { draft: this.#columns.share(draft), ...taken }]
        return Promise.resolve()
      },
      replaceFile: (draft: FileDraft) => {
        if (this.#draft !== null)
          this.decide((current) => withReadFile(current, this.#columns.share(draft)))
        return Promise.resolve()
      },
      insertFile: (draft: FileDraft, content: Blob) => {
        if (this.#draft !== null)
          this.decide((current) => withNewFile(current, this.#columns.share(draft), content))
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

  /** Whether the draft rested to be stored. */
  #stopSaving(): boolean {
    if (this.#saving === null) return false
    clearTimeout(this.#saving)
    this.#saving = null
    return true
  }

  #saveSoon(): void {
    this.#stopSaving()
    this.#saving = setTimeout(() => {
      this.#saving = null
      void this.#afterStored(() => this.#save())
    }, REST)
  }

  /** A draft that cannot be stored is still there to be committed, only not after a reload. */
  async #save(): Promise<void> {
    const draft = this.#draft
    const wasRefused = this.#isRefused
    try {
      if (draft === null || !fitsRecord(draft)) await this.#store.clearDraft()
      else if (this.#hasKeptFiles()) await this.#store.saveDecisions(decisionsText(draft))
      else {
        await this.#store.saveDraft(recordOfDraft(draft))
        this.#kept = readFiles(draft)
      }
      this.#isRefused = false
    } catch {
      this.#isRefused = true
      this.#kept = []
      await this.#store.clearDraft()
    } finally {
      if (this.#isRefused !== wasRefused) this.#keepingChanged()
    }
  }

  #hasKeptFiles(): boolean {
    const files = this.#draft === null ? [] : readFiles(this.#draft)
    const kept = this.#kept
    return files.length > 0 && files.length === kept.length && files.every((f, i) => f === kept[i])
  }

  #afterStored(work: () => Promise<void>): Promise<void> {
    this.#stored = this.#stored.then(work).catch(() => undefined)
    return this.#stored
  }
}

function readFiles({ files }: Draft): FileDraft[] {
  return files.map(({ draft }) => draft)
}

/** What the user chose for the file stays. */
function withReadFile(draft: Draft, read: FileDraft): Draft {
  const files = draft.files.map((file) =>
    file.draft.source === read.source && file.draft.path === read.path
      ? { ...file, draft: read }
      : file,
  )
  return { ...draft, files }
}

/** The same file given once more is read once. */
function withNewFile(draft: Draft, read: FileDraft, content: Blob): Draft {
  const isThere = draft.files.some(({ draft: { source } }) => source === read.source)
  if (isThere) return withReadFile(draft, read)
  const file = { draft: read, content, reading: null, overwrite: false, leftOut: false }
  return { ...draft, files: [...draft.files, file] }
}
