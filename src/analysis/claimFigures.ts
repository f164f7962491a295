import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { comparedText, figuresOfClaim, judgeClaim } from '@/domain/checks/textClaim'
import type { Cell } from '@/domain/report'
import type { CheckFinding, FindingFigure } from './checkFinding'

type Behind = Pick<
  CheckFinding,
  'label' | 'figures' | 'left' | 'right' | 'difference' | 'other' | 'told' | 'detail'
>

const ABSENT: Cell = { kind: 'absent' }

/**
 * A statement of a report's text, and the figures that it is held against. What it says stands left,
 * right what the table makes of it, where there is one reading alone. It rests on what it says and on
 * those figures, not on the wording or the page.
 */
export function claimBehind(cube: Cube, { unit, year, scope }: ReportKey, at: number): Behind {
  const key = { unit, year, scope }
  const text = cube.told.get(cube.slot(key))
  const claim = text?.claims[at]
  if (text === undefined || claim === undefined) throw new Error(`no statement ${at}`)
  const cellOf = (indicator: string) => cube.cellAt(key, indicator)?.cell ?? ABSENT
  const { basis, label, said, sentence, place } = claim
  const compared = judgeClaim(claim, cellOf)?.compared ?? []
  const figures = figuresOfClaim(claim)
    .map((indicator): FindingFigure => {
      const cell = cellOf(indicator)
      return { ...key, indicator, cell, side: 'right', sign: 1 }
    })
    .filter(({ cell }) => cell.kind !== 'absent')
  const left = basis.kind === 'number' ? basis.value : null
  const right = left === null || compared.length !== 1 ? null : (compared[0]?.value ?? null)
  const ofText = basis.kind === 'text' ? { compared: comparedText(compared) } : {}
  return {
    label,
    figures,
    left,
    right,
    difference: left === null || right === null ? null : left - right,
    other: null,
    told: { said, sentence, compared, source: text.source, table: text.table, place },
    detail: { said, ...ofText },
  }
}
