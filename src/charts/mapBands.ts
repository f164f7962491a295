import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { unasked } from '@/analysis/answerCell'
import { numberText, stateWord } from '@/wording/answers'
import type { Facet } from './chartModel'
import type { ClassCut, MapClass } from './mapClasses'
import { mapClasses } from './mapClasses'
import type { ChartTheme } from './theme'
import { isSmall } from './unitOrder'

/** Units that look the same on a map, and what that look means. */
export interface MapBand {
  /** With how many units there are. */
  readonly label: string
  /** Null: not coloured, for the reason that the label gives. */
  readonly colour: string | null
  /** Whether there is no number. */
  readonly hatched: boolean
  /** Positions in the answer. */
  readonly units: readonly number[]
}

export interface BandInput {
  readonly answer: MatrixAnswer
  /** Its first part is drawn. */
  readonly facet: Facet
  /** Position of the year. */
  readonly year: number
  readonly cut: ClassCut
  /** The numbers that are cut into classes; empty: those of the year. */
  readonly held?: readonly number[]
  readonly theme: ChartTheme
}

/** What a map shows of a unit. */
export function mapCell({ facet, year }: Pick<BandInput, 'facet' | 'year'>, unit: number) {
  return facet.parts[0]?.read(unit, year) ?? unasked
}

/**
 * The looks of all units, from the least numbers to the most; then who has a number without a colour
 * (over too few cases, or the sum of units shown beside it), then who has none, by its word.
 */
export function mapBands(input: BandInput): readonly MapBand[] {
  const { answer, facet, cut, theme, held = [] } = input
  const all = answer.units.map((_, unit) => ({ unit, cell: mapCell(input, unit) }))
  const reasonOf = (unit: number, cell: AnswerCell) => uncolouredReason(answer, facet, unit, cell)
  const coloured = all.filter(({ unit, cell }) => reasonOf(unit, cell) === '')
  const classes = mapClasses(
    held.length > 0 ? held : coloured.map(({ cell }) => cell.value),
    facet.kind === 'change',
    cut,
    theme,
  )
  const others = new Map<string, { readonly hatched: boolean; readonly units: number[] }>()
  for (const { unit, cell } of all) {
    const reason = reasonOf(unit, cell)
    if (reason === '') continue
    const same = others.get(reason) ?? { hatched: cell.state !== 'value', units: [] }
    others.set(reason, { ...same, units: [...same.units, unit] })
  }
  return [
    ...classes.map((each) => {
      const own = coloured.filter(({ cell }) => isWithin(each, cell.value))
      const units = own.map(({ unit }) => unit)
      return {
        label: labelOf(each, facet, units.length),
        colour: each.colour,
        hatched: false,
        units,
      }
    }),
    ...[...others]
      .toSorted(([, a], [, b]) => Number(a.hatched) - Number(b.hatched))
      .map(([reason, { hatched, units }]) => ({
        label: `${reason}（${units.length} 个）`,
        colour: null,
        hatched,
        units,
      })),
  ]
}

function isWithin({ least, most }: MapClass, value: number): boolean {
  return least <= value && value <= most
}

function labelOf({ least, most }: MapClass, facet: Facet, count: number): string {
  const [from, to] = [numberText(least, facet), numberText(most, facet)]
  return `${from === to ? from : `${from} 至 ${to}`}（${count} 个）`
}

/** Why a unit has no colour; empty where it has one. */
function uncolouredReason(
  { leftOut }: MatrixAnswer,
  facet: Facet,
  unit: number,
  cell: AnswerCell,
): string {
  if (cell.state !== 'value') return stateWord(cell.state, facet)
  if (leftOut.includes(unit)) return '已含所列下级，不上色'
  const { minimumDenominator } = facet
  return isSmall(cell, minimumDenominator) ? `分母小于 ${minimumDenominator ?? ''}，不上色` : ''
}
