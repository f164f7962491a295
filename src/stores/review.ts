import { defineStore } from 'pinia'
import type { Cell } from '@/domain/report'
import type { FixRule } from '@/intake/fixRule'
import type {
  AlikeGroup,
  AlikeKey,
  AlikePreview,
  DraftCellKey,
  DraftReportKey,
  GridFilter,
  GridPlace,
  GridRange,
  ReviewCell,
  ReviewFixView,
  ReviewGrid,
  ReviewWindow,
} from '@/engine/reviewProtocol'
import { ask, plain } from './engineClient'
import { useImportStore } from './imports'

/** The cells of the draft under review. Questions may reject with an `EngineFailure`. */
export const useReviewStore = defineStore('review', () => {
  const imports = useImportStore()

  return {
    grid: (filter: GridFilter): Promise<ReviewGrid | null> =>
      ask((engine) => engine.reviewGrid(plain(filter))),
    window: (filter: GridFilter, range: GridRange): Promise<ReviewWindow> =>
      ask((engine) => engine.reviewWindow(plain(filter), plain(range))),
    next: (filter: GridFilter, from: GridPlace, backwards: boolean): Promise<GridPlace | null> =>
      ask((engine) => engine.nextMarked(plain(filter), plain(from), backwards)),
    cell: (key: DraftCellKey): Promise<ReviewCell> =>
      ask((engine) => engine.reviewCell(plain(key))),
    alikeGroups: (): Promise<readonly AlikeGroup[]> => ask((engine) => engine.alikeGroups()),
    previewAlike: (group: AlikeKey, rule: FixRule): Promise<AlikePreview> =>
      ask((engine) => engine.previewAlike(plain(group), plain(rule))),
    fixes: (): Promise<readonly ReviewFixView[]> => ask((engine) => engine.reviewFixes()),

    /** Gives a cell another value or state, with a reason. */
    fix: (key: DraftCellKey, value: Cell, reason: string): Promise<void> =>
      imports.show(ask((engine) => engine.fixCell(plain(key), plain(value), reason))),
    fixAlike: (group: AlikeKey, rule: FixRule, reason: string): Promise<void> =>
      imports.show(ask((engine) => engine.fixAlike(plain(group), plain(rule), reason))),
    /** Takes a fix back, or one cell of it. */
    takeBack: (id: number, key: DraftCellKey | null): Promise<void> =>
      imports.show(ask((engine) => engine.takeBackFix(id, plain(key)))),
    /** Whether differing cells take the file's value: of a cell, or of a report. */
    choose: (of: DraftReportKey | DraftCellKey, takesFile: boolean): Promise<void> =>
      imports.show(ask((engine) => engine.chooseCells(plain(of), takesFile))),
    /** Has what was decided written at once. */
    flush: (): Promise<void> => ask((engine) => engine.flushDraft()),
  }
})
