import type { FindingFigure } from '@/analysis/checkFinding'
import type { StatedCheck } from '@/analysis/statedChecks'
import { indicatorById, shortLabel } from '@/domain/catalogue'
import type { UnitId } from '@/domain/unit'
import { exactText, signedText, stateText } from './numbers'

/** The name of a unit on screen. */
export type UnitNames = (unit: UnitId) => string

/**
 * The formula with the numbers filled in and the difference, e.g. `自然人 10＋商业企业 2＝12，总计 14，
 * 差 -2`. Figures of 0 are counted, not listed.
 */
export function formulaText(finding: StatedCheck, nameOf: UnitNames): string {
  const sides = (['left', 'right'] as const)
    .map((side) => sideText(finding, side, nameOf))
    .filter((text) => text !== '')
  const { difference } = finding
  return [...sides, difference === null ? '' : `差 ${signedText(difference)}`]
    .filter((text) => text !== '')
    .join('，')
}

/** The figures without a number, each with the reason: `本年新收·总计（空）`. */
export function missingText(finding: StatedCheck, nameOf: UnitNames): string {
  return finding.figures
    .flatMap((figure) => {
      const { kind } = figure.cell
      if (kind === 'value' || kind === 'notApplicable') return []
      return [`${figureName(figure, finding, nameOf)}（${stateText(kind)}）`]
    })
    .join('、')
}

function sideText(finding: StatedCheck, side: FindingFigure['side'], nameOf: UnitNames): string {
  const figures = finding.figures.filter((figure) => figure.side === side)
  const told = figures.filter(({ cell }) => figures.length === 1 || !isZero(cell))
  const terms = told.map((figure, at) => {
    const sign = figure.sign === -1 ? '－' : at === 0 ? '' : '＋'
    return `${sign}${figureName(figure, finding, nameOf)} ${valueText(figure)}`
  })
  const zeros = figures.length - told.length
  const rest =
    zeros === 0 ? '' : told.length === 0 ? `${zeros} 项都为 0` : `（其余 ${zeros} 项为 0）`
  const sum = side === 'left' ? finding.left : finding.right
  const total = sum === null || figures.length === 1 ? '' : `＝${exactText(sum)}`
  return terms.join('') + rest + total
}

function isZero(cell: FindingFigure['cell']): boolean {
  return cell.kind === 'value' && cell.value === 0
}

function valueText({ cell }: FindingFigure): string {
  if (cell.kind === 'notApplicable') return '“/”（按无计）'
  return cell.kind === 'value' ? exactText(cell.value) : stateText(cell.kind)
}

/** What a figure is called within a finding: another unit or year is said before it. */
function figureName(figure: FindingFigure, finding: StatedCheck, nameOf: UnitNames): string {
  if (figure.unit !== finding.unit) return nameOf(figure.unit)
  const year = figure.year === finding.year ? '' : `${figure.year} 年`
  return year + shortName(figure.indicator, finding)
}

/** Within one row its columns are told apart, within one column its rows; else the whole name. */
function shortName(indicator: string, { rule }: StatedCheck): string {
  const column = indicatorById(indicator)?.columnLabel ?? ''
  if ((rule === 'T3-ROW' || rule === 'T4-SUM') && column !== '') return column
  const label = shortLabel(indicator)
  const row = label.split('·')[0] ?? label
  const byRow = rule === 'T3-SUM7' || rule === 'T3-IDENT' || rule === 'T3-OTHER'
  return byRow || rule === 'Y-CARRY' ? row : label
}
