import type { OwnMeasure } from '@/domain/ownMeasure'
import type { TimeNote } from '@/domain/timeNote'
import type { UnitId } from '@/domain/unit'
import type { UnitGroup } from '@/domain/unitGroup'
import type { BoundarySetting } from './boundaryProtocol'
import type { UnitView } from './unitProtocol'

/** The state of the store, and what is set in it. */
export interface StatusApi {
  /** Opens the store. `sentinel` is what was noted beside it after the last change (see `Sentinel`). */
  open(sentinel: Sentinel | null): Promise<StoreStatus>
  status(): Promise<StoreStatus>
  /** Called after every change of the data or settings, also one made in another tab. */
  onChange(listener: (status: StoreStatus) => void): Promise<void>
  /**
   * After a loss or damage: go on with what is there. Damaged batches are removed (their sources
   * stay), and what remains is what the next start expects.
   */
  acceptLoss(): Promise<StoreStatus>
  saveSettings(patch: Partial<Settings>): Promise<Settings>
  loadSample(sample: 'real' | 'fictional'): Promise<void>
  removeSamples(): Promise<void>
}

export interface EngineError {
  readonly code:
    | 'quota-exceeded'
    | 'storage-unavailable'
    | 'newer-version'
    | 'package-invalid'
    | 'nothing-to-commit'
    | 'open-units'
    /** Something about the files was asked and not answered. */
    | 'open-questions'
    /** Own data cannot join a sample: remove the sample first. */
    | 'sample-loaded'
    /** A sample cannot join own data. */
    | 'own-data'
    /** Another tab or a newer program owns the store: nothing can be written here. */
    | 'read-only'
    /** No such unit, batch or source. */
    | 'not-found'
    /** A correction needs a reason. */
    | 'reason-missing'
    /** A worker ended without an answer. */
    | 'worker-ended'
    | 'unknown'
  readonly detail: string
}

export interface Settings {
  /** 本市: its counties are the roster. */
  readonly city: UnitId | null
  /** Units of the roster beside the city's counties, and counties taken off it. */
  readonly rosterAdded: readonly UnitId[]
  readonly rosterRemoved: readonly UnitId[]
  /** The user's own groups, in the order they were made. */
  readonly groups: readonly UnitGroup[]
  /** The user's own measures, in the order they were made. */
  readonly measures: readonly OwnMeasure[]
  /** The file that maps are drawn from. */
  readonly boundary: BoundarySetting | null
  /** The user's own notes on the time axis, in the order they were made. */
  readonly notes: readonly TimeNote[]
  /** 操作人. */
  readonly operator: string
  readonly theme: 'light' | 'dark' | 'system'
}

export interface StoreStatus {
  readonly health:
    | { readonly kind: 'ok' }
    /** The sentinel says there was data, and there is none, or less. */
    | { readonly kind: 'lost'; readonly expectedReports: number; readonly foundReports: number }
    | { readonly kind: 'damaged'; readonly batches: readonly number[] }
    /** IndexedDB cannot be used: everything lives in memory until the page is closed. */
    | { readonly kind: 'memory'; readonly reason: string }
    /** A newer version of the program wrote this store: it can be read here, not written. */
    | { readonly kind: 'newerVersion'; readonly stored: number; readonly known: number }
    /** A newer version of the program took the store over in another tab: reload this page. */
    | { readonly kind: 'superseded' }
  readonly settings: Settings
  readonly roster: readonly UnitView[]
  readonly reports: number
  readonly batches: number
  readonly sample: 'none' | 'real' | 'fictional'
  readonly dataVersion: string
  readonly persisted: boolean
  readonly usage: { readonly used: number; readonly quota: number } | null
  readonly lastImportAt: number | null
  readonly lastBackupAt: number | null
  /** To be noted outside the store after every change. */
  readonly sentinel: Sentinel
}

/**
 * What is in the store, noted where a loss of the store does not reach (localStorage): a store that
 * knows less than its sentinel was wiped or damaged.
 */
export interface Sentinel {
  /** Goes up with every change; the state with the higher one is the later. */
  readonly sequence: number
  readonly batches: number
  /** Reports of all batches together. */
  readonly reports: number
}
