import { shortLabel } from '@/domain/catalogue'
import type { ColumnMapping } from '../draft'
import { isRepairHeading } from '../repairColumns'
import { HeaderCounter } from '../fileAnswers'
import type { CellMeasure } from '../parseCell'
import { chooseIndicator, PLAINLY_SAID, type Choice } from './chooseIndicator'
import { answeredFigure, mappingOf, sayAt, type ChosenFigure } from './chosenFigure'
import { indicatorMeasure, measureOf, type Say } from './figureMeasure'
import { placeIn, type RecogniseContext } from './recognition'

/** A column of a table with its headers: the words joined first, then each language by itself. */
export interface HeaderColumn {
  /** From 0. */
  readonly index: number
  readonly texts: readonly string[]
  /** Of a header of several rows what counts where the words joined say nothing, mostly the lowest word. */
  readonly lowest: string
}

/** A column whose figures are read. */
export interface FigureColumn {
  readonly index: number
  readonly indicator: string
  readonly measure: CellMeasure
}

export interface MappedColumns {
  readonly figures: readonly FigureColumn[]
  readonly mappings: readonly ColumnMapping[]
}

/** Where the headers stand, and the unit of money that the lines above them state. */
export interface HeaderPlace {
  readonly sheet: string
  /** Source row, from 1. */
  readonly row: number
  readonly moneyUnit: string | null
}

/**
 * Which indicator each column holds. Columns that are not known, stand for several figures, repeat
 * an earlier one or state a unit that cannot be are left out, each with a finding at its header.
 */
export function mapColumns(
  columns: readonly HeaderColumn[],
  at: HeaderPlace,
  context: RecogniseContext,
): MappedColumns {
  const named = namedByAnswer(
    columns.filter(({ lowest }) => !isRepairHeading(lowest)),
    context,
  )
  // What the user said of a column goes before what another one's words say.
  const taken = new Map(
    named.flatMap(({ column, answer }) =>
      answer?.indicator ? [[answer.indicator, column.index + 1] as const] : [],
    ),
  )
  const figures: FigureColumn[] = []
  const mappings: ColumnMapping[] = []
  for (const { column, nth, answer } of named) {
    const header = column.texts[0] ?? ''
    const place = placeIn(context.file, at.sheet, at.row, column.index + 1)
    const say = sayAt(place, header, context)
    const chosen =
      answer === undefined
        ? freeFigure(column, { ...at, taken }, say)
        : answeredFigure(answer, column.texts, at, say)
    const isRead =
      chosen !== null && (taken.get(chosen.indicator) ?? column.index + 1) === column.index + 1
    if (chosen !== null && !isRead)
      say('column-duplicate', { firstColumn: taken.get(chosen.indicator) ?? NaN }, chosen.indicator)
    mappings.push({
      ...(at.sheet === '' ? {} : { sheet: at.sheet }),
      ...{ column: column.index + 1, header, nth },
      ...mappingOf(isRead ? chosen : null, answer),
    })
    if (!isRead) continue
    taken.set(chosen.indicator, column.index + 1)
    figures.push({ index: column.index, indicator: chosen.indicator, measure: chosen.measure })
  }
  return { figures, mappings }
}

function namedByAnswer(columns: readonly HeaderColumn[], { answers }: RecogniseContext) {
  const counter = new HeaderCounter()
  return columns.map((column) => {
    const header = column.texts[0] ?? ''
    const nth = counter.next(header)
    return { column, nth, answer: answers?.header(header, nth) }
  })
}

/** The figure that a column's words name; null (with a finding) where they name none. */
function freeFigure(
  { texts, index, lowest }: HeaderColumn,
  { taken, moneyUnit }: Pick<HeaderPlace, 'moneyUnit'> & { taken: ReadonlyMap<string, number> },
  say: Say,
): ChosenFigure | null {
  const choice = chooseIndicator(texts, lowest)
  const isRepeated = choice.kind === 'one' && (taken.get(choice.id) ?? index + 1) !== index + 1
  if (!isRepeated) reportChoice(choice, say)
  if (choice.kind !== 'one') return null
  const { id: indicator, by, confidence } = choice
  const measure = isRepeated
    ? indicatorMeasure(indicator)
    : measureOf(indicator, texts, { moneyUnit }, say)
  return measure === null ? null : { indicator, measure, by, confidence }
}

function reportChoice(choice: Choice, say: Say): void {
  if (choice.kind === 'none') say('column-unknown', undefined)
  else if (choice.kind === 'many') {
    say('column-ambiguous', { candidates: choice.ids.slice(0, 6).map(shortLabel).join('、') })
  } else if (choice.confidence < PLAINLY_SAID) {
    say('column-inferred', { indicator: shortLabel(choice.id) }, choice.id)
  }
}
