import { describeItem } from '@/domain/item'
import { yearOnYearById } from '@/domain/measures'
import type { Trace, TracedCell } from '@/engine/questionProtocol'
import { exactText, percentText, quotientText, signedText, stateText } from '@/wording/numbers'
import { reportCellText } from '@/wording/reportCellText'
import { columnSort, placeText } from '@/wording/placeText'
import { timeText } from '@/wording/timeText'

/** What the traced number is: its name, its formula, and what to know of it; parts may be empty. */
export interface ItemText {
  readonly label: string
  readonly unit: string
  readonly formula: string
  readonly note: string
}

/** The words for an indicator, a measure or a change on the year before. */
export function itemText(item: string): ItemText {
  const { kind, fullLabel, unit, definition, note } = describeItem(item)
  const formula = kind === 'measure' || kind === 'change' ? definition : ''
  return { label: fullLabel, unit, formula, note }
}

/** The traced number as it is shown, without its unit of measure; or why there is none. */
export function traceValueText({ value, item }: Trace): string {
  if (value.kind !== 'value') return stateText(value.kind)
  const approximate = value.approximate ? '约 ' : ''
  const change = yearOnYearById(item)
  if (change !== undefined) {
    const decimals = change.mode === 'difference' ? undefined : 2
    return `${approximate}${signedText(value.value, decimals)}${change.unit === '%' ? '%' : ''}`
  }
  const { isRatio, unit } = describeItem(item)
  if (!isRatio) return reportCellText(value, item)
  const isPercent = unit === '%'
  return approximate + (isPercent ? percentText(value.value) : quotientText(value.value))
}

/** Who put a cell on record, and when. */
export function batchText(batch: TracedCell['batch']): string {
  if (batch === null) return ''
  const what = batch.kind === 'correction' ? '手工更正' : '导入'
  const who = batch.by === '' ? '' : `，${batch.by}`
  return `批次 ${batch.id}，${what}于 ${timeText(batch.at)}${who}`
}

/** A cell of the source against what was read from it; empty where the text is the number itself. */
export function rawNote({ cell, raw }: Pick<TracedCell, 'cell' | 'raw'>): string {
  if (cell.kind !== 'value' || raw === '') return ''
  if (cell.text !== undefined) return ''
  const isSame = raw === String(cell.value) || raw === exactText(cell.value)
  return isSame ? '' : `原文“${raw}”读作 ${reportCellText(cell)}`
}

/** A line about a cell: its name, its text, and whether the text is that of a file. */
export interface CellFact {
  readonly name: string
  readonly text: string
  readonly isRaw: boolean
}

/** Where a cell stands, what stands there, and who put it on record; of a corrected one, what it was. */
export function cellFacts(cell: TracedCell): CellFact[] {
  const { correction } = cell
  const { place, raw } = correction ?? cell
  const read = correction === undefined ? cell : { cell: correction.before, raw }
  return [
    {
      name: '更正为',
      text: correction === undefined ? '' : reportCellText(cell.cell, cell.indicator),
    },
    {
      name: '原值',
      text: correction === undefined ? '' : reportCellText(correction.before, cell.indicator),
    },
    { name: '理由', text: correction?.reason ?? '' },
    { name: '文件', text: place?.file ?? '' },
    { name: '位置', text: place === null ? '' : placeText(place, columnSort(place.file)) },
    { name: '原文', text: raw, isRaw: true },
    { name: '读法', text: rawNote(read) },
    { name: '批次', text: batchText(cell.batch) },
  ].flatMap(({ name, text, isRaw = false }) => (text === '' ? [] : [{ name, text, isRaw }]))
}
