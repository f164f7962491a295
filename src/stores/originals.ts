import { defineStore } from 'pinia'
import type { FixedFigure, SourceReports, TakenCount } from '@/engine/documentProtocol'
import type { DraftReportKey } from '@/engine/reviewProtocol'
import { ask, plain } from './engineClient'
import { useImportStore } from './imports'
import { openOriginal, type OpenedOriginal } from './intakeClient'

/** Documents beside their forms as read; holds nothing. Questions may reject with an `EngineFailure`. */
export const useOriginalStore = defineStore('originals', () => {
  const imports = useImportStore()

  function reports(source: string): Promise<SourceReports> {
    return ask((engine) => engine.sourceReports(source))
  }

  /** Opens the source, to be drawn; whoever asks must close it. */
  async function open(source: string): Promise<OpenedOriginal> {
    return openOriginal(await ask((engine) => engine.original(source)))
  }

  /** Gives cells of a report under review other values, as one fix. */
  function fix(
    report: DraftReportKey,
    cells: readonly FixedFigure[],
    reason: string,
  ): Promise<void> {
    return imports.show(ask((engine) => engine.fixCells(plain(report), plain(cells), reason)))
  }

  /** Takes a fix back, with all its cells. */
  function takeBack(id: number): Promise<void> {
    return imports.show(ask((engine) => engine.takeBackFix(id, null)))
  }

  /** Takes a counted phrase as a figure of the user's own. */
  function takeCount(report: DraftReportKey, count: TakenCount): Promise<void> {
    return imports.show(ask((engine) => engine.takeCount(plain(report), plain(count))))
  }

  function giveBackCount(report: DraftReportKey, indicator: string): Promise<void> {
    return imports.show(ask((engine) => engine.giveBackCount(plain(report), indicator)))
  }

  return { reports, open, fix, takeBack, takeCount, giveBackCount }
})
