import { formatFormula } from '@/domain/formula/formatFormula'
import type { Operand, Sum } from '@/domain/measure'
import { measureById, yearOnYearById } from '@/domain/measures'
import type { Cell } from '@/domain/report'
import { exactText } from './numbers'
import { reportCellText } from './reportCellText'

/** A figure of the year, or of the year before. */
export type FigureOf = (indicator: string, year: 'thisYear' | 'lastYear') => Cell

/**
 * The formula of a measure or a change with the numbers put in: `（81 + 0）÷ 263`. Figures without a number
 * stand as their word. Empty for an indicator.
 */
export function formulaNumbers(item: string, figureOf: FigureOf): string {
  const change = yearOnYearById(item)
  if (change === undefined) return levelNumbers(item, (id) => figureOf(id, 'thisYear'))
  const [now, then] = (['thisYear', 'lastYear'] as const).map(
    (year) =>
      levelNumbers(change.item, (id) => figureOf(id, year)) ||
      reportCellText(figureOf(change.item, year)),
  )
  if (now === undefined || then === undefined) return ''
  const [first, second] = [bracketed(now), bracketed(then)]
  return change.mode === 'relative' ? `（${first} − ${second}）÷ ${second}` : `${first} − ${second}`
}

function levelNumbers(item: string, cellOf: (indicator: string) => Cell): string {
  const measure = measureById(item)
  if (measure === undefined) return ''
  // The user's own formulas are told as they were written, not as they are computed.
  if (measure.written !== undefined)
    return compact(formatFormula(measure.written, (id) => writtenText(id, cellOf)))
  const above = sumText(measure.numerator, cellOf)
  if (measure.denominator === null) return above
  const below = bracketed(sumText(measure.denominator, cellOf))
  const quotient = compact(`${bracketed(above)} ÷ ${below}`)
  return measure.unit === '%' || measure.scale === 1 ? quotient : `${quotient} × ${measure.scale}`
}

/** Full-width brackets bring their own room. */
function compact(text: string): string {
  return text.replaceAll('） ÷', '）÷').replaceAll('÷ （', '÷（')
}

/** An item of the user's own formula: its number, or what it is computed from itself. */
function writtenText(id: string, cellOf: (indicator: string) => Cell): string {
  const numbers = levelNumbers(id, cellOf)
  return numbers === '' ? cellText(cellOf(id)) : `（${numbers}）`
}

function sumText(sum: Sum, cellOf: (indicator: string) => Cell): string {
  return sum
    .map(({ factor, of }, at) => {
      const text = operandText(of, cellOf)
      if (at === 0) return factor > 0 ? text : `−${text}`
      return `${factor > 0 ? '+' : '−'} ${text}`
    })
    .join(' ')
}

/** Of alternatives the first whose figures all have numbers, as the measure takes it. */
function operandText(operand: Operand, cellOf: (indicator: string) => Cell): string {
  if (operand.kind === 'indicator') return cellText(cellOf(operand.id))
  if (operand.kind === 'product')
    return operand.of.map((factor) => operandText(factor, cellOf)).join(' × ')
  const { alternatives } = operand
  const chosen = alternatives.find((sum) => isKnown(sum, cellOf)) ?? alternatives[0] ?? []
  return chosen.length > 1 ? bracketed(sumText(chosen, cellOf)) : sumText(chosen, cellOf)
}

function isKnown(sum: Sum, cellOf: (indicator: string) => Cell): boolean {
  return sum.every(({ of }) => of.kind === 'indicator' && cellOf(of.id).kind === 'value')
}

function cellText(cell: Cell): string {
  return cell.kind === 'value' ? exactText(cell.value) : reportCellText(cell)
}

function bracketed(text: string): string {
  return /[ ÷]/u.test(text) ? `（${text}）` : text
}
