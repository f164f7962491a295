import type { ViewFile } from '@/exports/viewFile'

/** What the pages may ask to be written as files; part of `EngineApi`. */
export interface FileApi {
  /** What a page shows, as a file. Not about the data: asked of the engine to be off the main thread. */
  viewFile(view: ViewFile, format: ViewFormat): Promise<Blob>
}

export type ViewFormat = 'csv' | 'xlsx'
