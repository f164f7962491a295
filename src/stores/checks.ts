import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ReportKey } from '@/data/batch'
import type { FindingBasis } from '@/data/disposition'
import type { UnitId } from '@/domain/unit'
import type {
  ChainAnswer,
  ChainQuestion,
  DispositionWord,
  FindingPage,
  FindingQuestion,
  HealthAnswer,
  HealthQuestion,
  ItemChecks,
  PageAsked,
  SheetFormat,
} from '@/engine/checkProtocol'
import type { AppliedSheet, ChosenAnswers, ReturnedSheet } from '@/engine/sheetProtocol'
import { ask, askKept, onStatus, plain } from './engineClient'

/** 勾稽 and 处置; every action rejects with an `EngineFailure`. */
export const useCheckStore = defineStore('checks', () => {
  /** Goes up with every change of the data and of dispositions; watch it to ask again. */
  const sequence = shallowRef(0)
  onStatus((status) => {
    sequence.value = status.sentinel.sequence
  })

  function health(question: HealthQuestion): Promise<HealthAnswer> {
    const asked = plain(question)
    return askKept('health', [asked], (engine) => engine.health(asked))
  }

  function chain(question: ChainQuestion): Promise<ChainAnswer> {
    const asked = plain(question)
    return askKept('chain', [asked], (engine) => engine.chain(asked))
  }

  function itemChecks(key: ReportKey, item: string): Promise<ItemChecks> {
    return ask((engine) => engine.itemChecks(plain(key), item))
  }

  function findings(question: FindingQuestion, page: PageAsked): Promise<FindingPage> {
    const [asked, part] = [plain(question), plain(page)]
    return askKept('findings', [asked, part], (engine) => engine.findings(asked, part))
  }

  async function dispose(finding: FindingBasis, word: DispositionWord): Promise<void> {
    await ask((engine) => engine.dispose(plain(finding), plain(word)))
  }

  async function withdraw(finding: FindingBasis): Promise<void> {
    await ask((engine) => engine.withdrawDisposition(plain(finding)))
  }

  /** The 退回核对表 of a unit. */
  function sheet(unit: UnitId, format: SheetFormat): Promise<Blob> {
    return ask((engine) => engine.checkSheet(unit, format))
  }

  /** Returned 退回核对表 that wait for a decision, as far as they were asked for. */
  const returned = shallowRef<readonly ReturnedSheet[]>([])

  async function loadReturned(): Promise<void> {
    returned.value = await ask((engine) => engine.returnedSheets())
  }

  async function applySheet(source: string, chosen: ChosenAnswers): Promise<AppliedSheet> {
    const applied = await ask((engine) => engine.applySheet(source, plain(chosen)))
    await loadReturned()
    return applied
  }

  async function dropSheet(source: string): Promise<void> {
    await ask((engine) => engine.dropSheet(source))
    await loadReturned()
  }

  return {
    sequence,
    returned,
    loadReturned,
    applySheet,
    dropSheet,
    chain,
    itemChecks,
    health,
    findings,
    dispose,
    withdraw,
    sheet,
  }
})
