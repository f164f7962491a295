import { shortLabel } from '@/domain/catalogue'
import type { FigureAnswer, SheetAnswer, SheetFault } from '@/exports/readCheckSheet'
import type { AppliedSheet } from '@/engine/sheetProtocol'
import type { UnitNames } from '@/wording/checkFormula'
import { checkName } from '@/wording/checks'
import { dispositionNames } from '@/wording/dispositions'
import { placeText } from '@/wording/placeText'
import { reportCellText } from '@/wording/reportCellText'

/** One answer of a returned 退回核对表 as the review shows it. */
export interface AnswerRow {
  /** Where it stands in the file. */
  readonly place: string
  /** Whose report, of which year. */
  readonly whose: string
  readonly what: string
  readonly stated: string
  readonly now: string
  readonly answer: string
  readonly text: string
  /** What becomes of it. */
  readonly effect: string
  /** Taken unless the user says otherwise; only if the user says so; or nothing to take. */
  readonly choice: 'taken' | 'asked' | 'none'
}

const faults: Readonly<Record<SheetFault, string>> = {
  'unit-unknown': '单位代码和名称都对不上已知单位，没有取。请改正后重发，或手工更正。',
  'report-unknown': '这一年的年报没有入库，没有取。',
  'item-unknown': '编号不是已知指标，没有取。请用发出的那一行填写。',
  'value-unreadable': '核对后数值不是一个数，没有取。请只填数字。',
  'value-at-check': '数填在勾稽行，不知道该改哪一格，没有取。请填在“数据”行。',
  'finding-gone': '这条勾稽现在不再有问题，不用处置。',
}

const effects: Readonly<Record<FigureAnswer['standing'], string>> = {
  open: '更正',
  conflict: '冲突：发出后此格已变。勾选才用县局的数',
  done: '现值已是此数',
}

/** An answer in words. */
export function answerRow(answer: SheetAnswer, nameOf: UnitNames): AnswerRow {
  const place = placeText({ file: '', sheet: answer.sheet, row: answer.row })
  const nothing = { place, stated: '', now: '', answer: '', choice: 'none' as const }
  switch (answer.kind) {
    case 'figure':
      return {
        place,
        ...reportCells(answer, nameOf),
        stated: reportCellText(answer.stated),
        now: reportCellText(answer.now),
        answer: reportCellText(answer.value),
        text: answer.text,
        effect: effects[answer.standing],
        choice: ({ open: 'taken', conflict: 'asked', done: 'none' } as const)[answer.standing],
      }
    case 'finding':
      return {
        ...nothing,
        whose: `${nameOf(answer.finding.unit)} ${answer.finding.year} 年`,
        what: checkName(answer.finding),
        text: answer.text,
        effect: `处置：${dispositionNames[answer.disposition]}`,
        choice: 'taken',
      }
    case 'remark':
      return {
        ...nothing,
        ...reportCells(answer, nameOf),
        text: answer.text,
        effect: '只有说明，不改数',
      }
    case 'fault':
      return {
        ...nothing,
        whose: answer.about,
        what: '',
        text: answer.text,
        effect: faults[answer.fault],
      }
  }
}

function reportCells(
  { unit, year, indicator }: { unit: string; year: number; indicator: string },
  nameOf: UnitNames,
) {
  return { whose: `${nameOf(unit)} ${year} 年`, what: shortLabel(indicator) }
}

/** What was recorded of a sheet. */
export function appliedText(path: string, { batch, dispositions, settled }: AppliedSheet): string {
  const parts = [
    batch === null ? '' : `更正 ${batch.cells.taken} 格，记为批次 ${batch.id}，可在“批次”里撤销`,
    dispositions > 0 ? `处置 ${dispositions} 条` : '',
    settled > 0 ? `${settled} 条勾稽已随更正平了，不用处置` : '',
  ].filter((part) => part !== '')
  return `${path}：${parts.length === 0 ? '没有记下什么' : parts.join('；')}。`
}
