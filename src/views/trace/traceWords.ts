import { fullLabel } from '@/domain/catalogue'
import { measureById } from '@/domain/measures'
import { indicatorById } from '@/domain/catalogue'
import type { Trace, TracedCell } from '@/engine/protocol'
import { exactText, percentText, stateText } from '@/wording/numbers'
import { reportCellText } from '@/wording/reportCellText'
import { timeText } from '@/wording/timeText'

/** What the traced number is: its name, its formula, and what to know of it; parts may be empty. */
export interface ItemText {
  readonly label: string
  readonly unit: string
  readonly formula: string
  readonly note: string
}

/** The words for an indicator or a measure. */
export function itemText(item: string): ItemText {
  const measure = measureById(item)
  if (measure !== undefined) {
    const { label, unit, formula, note } = measure
    return { label, unit, formula, note }
  }
  const indicator = indicatorById(item)
  return {
    label: fullLabel(item),
    unit: indicator?.unit ?? '',
    formula: '',
    note: indicator?.note ?? '',
  }
}

/** The traced number as it is shown, without its unit of measure; or why there is none. */
export function traceValueText({ value, item }: Trace): string {
  if (value.kind !== 'value') return stateText(value.kind)
  const isRate = measureById(item)?.unit === '%'
  if (!isRate) return reportCellText(value)
  return `${value.approximate ? '约 ' : ''}${percentText(value.value)}`
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
  const isSame = raw === String(cell.value) || raw === exactText(cell.value)
  return isSame ? '' : `原文“${raw}”读作 ${reportCellText(cell)}`
}
