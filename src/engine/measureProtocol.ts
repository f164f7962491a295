import type { OwnMeasure } from '@/domain/ownMeasure'

/** The user's own measures; part of `EngineApi`. They are read with the settings. */
export interface MeasureApi {
  /**
   * Stores a measure, a new one where the id is null. Rejects with `not-found` if it is gone meanwhile,
   * with `unknown` where the name is empty or the formula cannot be read or leads back to itself.
   */
  saveMeasure(measure: MeasureDraft): Promise<OwnMeasure>
  /** Rejects with `unknown` while other measures refer to it. */
  removeMeasure(id: string): Promise<void>
}

export interface MeasureDraft extends Omit<OwnMeasure, 'id'> {
  readonly id: string | null
}
