import type { ReportKey } from '@/data/batch'
import type { StatutoryFile } from '@/exports/statutoryFile'
import type { ViewFile } from '@/exports/viewFile'

/** What the pages may ask to be written as files; part of `EngineApi`. */
export interface FileApi {
  /** What a page shows, as a file. Not about the data: asked of the engine to be off the main thread. */
  viewFile(view: ViewFile, format: ViewFormat): Promise<Blob>
  /** Tables in the layout of the form, as a file. */
  statutoryFile(file: StatutoryFile, format: StatutoryFormat): Promise<Blob>
  /** The texts of the figures of a report that are unreadable, by indicator. */
  rawTexts(key: ReportKey): Promise<(readonly [indicator: string, text: string])[]>
}

export type ViewFormat = 'csv' | 'xlsx'
export type StatutoryFormat = 'docx' | 'xlsx'
