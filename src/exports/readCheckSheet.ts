import { findingsOf, type CheckFinding } from '@/analysis/checkFinding'
import type { CheckStore } from '@/analysis/checkStore'
import type { ReportKey } from '@/data/batch'
import { sameCell } from '@/data/column'
import type { DispositionKind } from '@/data/disposition'
import { indicatorPosition, isCustom } from '@/domain/catalogue'
import { sheetKinds, type ReturnedRow } from '@/domain/checkSheet'
import type { Cell } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { parseCell } from '@/intake/parseCell'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import { scopeWords } from '@/wording/scopes'

/** Why an answer cannot be taken. */
export type SheetFault =
  /** Neither code nor name leads to one unit. */
  | 'unit-unknown'
  | 'report-unknown'
  | 'item-unknown'
  /** The answer is no number and none of the words for a cell without one. */
  | 'value-unreadable'
  /** A number beside a check: no one can tell which of its figures it is for. */
  | 'value-at-check'
  /** The check passes by now, or rests on other reports. */
  | 'finding-gone'

/** Where an answer stands. */
interface AnswerPlace {
  /** Of the workbook; empty where the file has one table only. */
  readonly sheet: string
  /** In the file, from 1. */
  readonly row: number
}

/** 核对后数值 of a figure. */
export interface FigureAnswer extends AnswerPlace, ReportKey {
  readonly kind: 'figure'
  readonly indicator: string
  /** As the sheet went out. */
  readonly stated: Cell
  readonly now: Cell
  readonly value: Cell
  readonly text: string
  /** `conflict`: the figure is another by now than the sheet says; `done`: it has the value already. */
  readonly standing: 'open' | 'conflict' | 'done'
}

/** 县局答复 to a check that is 不平. */
export interface FindingAnswer extends AnswerPlace {
  readonly kind: 'finding'
  readonly finding: CheckFinding
  /** What the answer says, by its words. */
  readonly disposition: DispositionKind
  readonly text: string
}

/** Words beside a figure, without another number. */
export interface RemarkAnswer extends AnswerPlace, ReportKey {
  readonly kind: 'remark'
  readonly indicator: string
  readonly text: string
}

export interface FaultyAnswer extends AnswerPlace {
  readonly kind: 'fault'
  readonly fault: SheetFault
  /** Whose row it is, as written. */
  readonly about: string
  /** What was answered. */
  readonly text: string
}

export type SheetAnswer = FigureAnswer | FindingAnswer | RemarkAnswer | FaultyAnswer

/** What reading a reply needs beside the sheet. */
export interface ReplyContext {
  readonly store: CheckStore
  readonly unitOf: (text: { readonly code: string; readonly name: string }) => UnitId | null
}

/**
 * What a returned 退回核对表 says, answer by answer, against the data as they are: nothing is applied.
 * Rows without an answer say nothing.
 */
export function readCheckSheet(rows: readonly ReturnedRow[], context: ReplyContext): SheetAnswer[] {
  return rows.flatMap((returned) => {
    const { texts } = returned
    if (texts.replyValue === '' && texts.replyText === '') return []
    // A heading that was copied along is no answer.
    return texts.replyValue === '核对后数值' ? [] : [answerOf(returned, context)]
  })
}

function answerOf({ sheet, row, texts }: ReturnedRow, context: ReplyContext): SheetAnswer {
  const place = { sheet, row }
  const fault = (kind: SheetFault): FaultyAnswer => ({
    ...place,
    kind: 'fault',
    fault: kind,
    about: [texts.unit || texts.code, texts.year, texts.item || texts.id].join(' ').trim(),
    text: [texts.replyValue, texts.replyText].filter((part) => part !== '').join('；'),
  })
  const unit = context.unitOf({ code: texts.code, name: texts.unit })
  if (unit === null) return fault('unit-unknown')
  const year = Number(/\d{4}/.exec(texts.year)?.[0] ?? NaN)
  const scope = texts.scope === scopeWords.office ? 'office' : 'whole'
  const key: ReportKey = { unit, year, scope }
  if (!context.store.cube.hasReport(key)) return fault('report-unknown')
  const answer =
    texts.kind === sheetKinds.check
      ? answerToCheck(texts, key, context)
      : answerToFigure(texts, key, context)
  return typeof answer === 'string' ? fault(answer) : { ...place, ...answer }
}

type Placeless<Answer> = Omit<Answer, keyof AnswerPlace>

function answerToFigure(
  { id: indicator, value: statedText, replyValue, replyText: text }: ReturnedRow['texts'],
  key: ReportKey,
  { store }: ReplyContext,
): Placeless<FigureAnswer> | Placeless<RemarkAnswer> | SheetFault {
  if (indicatorPosition(indicator) < 0 && !isCustom(indicator)) return 'item-unknown'
  if (replyValue === '') return { kind: 'remark', ...key, indicator, text }
  const measure = indicatorMeasure(indicator)
  const { cell: value } = parseCell(replyValue, measure)
  if (value.kind === 'unreadable') return 'value-unreadable'
  const now: Cell = store.cube.cellAt(key, indicator)?.cell ?? { kind: 'absent' }
  const stated = parseCell(statedText, measure).cell
  const standing = sameCell(now, value) ? 'done' : sameCell(now, stated) ? 'open' : 'conflict'
  return { kind: 'figure', ...key, indicator, stated, now, value, text, standing }
}

function answerToCheck(
  { id, replyValue, replyText: text }: ReturnedRow['texts'],
  key: ReportKey,
  { store }: ReplyContext,
): Placeless<FindingAnswer> | SheetFault {
  if (replyValue !== '') return 'value-at-check'
  const finding = findingsOf(store, key).find(({ check }) => check === id)
  if (finding === undefined) return 'finding-gone'
  return { kind: 'finding', finding, disposition: kindOf(text), text }
}

/** What an answer says, by its words; without them it is 确认: the county stands by its figures. */
function kindOf(answer: string): DispositionKind {
  if (answer.includes('口径')) return 'otherScope'
  return answer.includes('更正') || answer.includes('改正') ? 'corrected' : 'confirmed'
}
