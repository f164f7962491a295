import { customIndicator, indicatorById, isCustom, shortLabel } from '@/domain/catalogue'
import type { Finding } from '@/domain/finding'
import { matchIndicator } from '@/domain/labels'
import type { ColumnMapping } from '../draft'
import { countExponent, moneyExponent, statedUnit } from '../cell/measureUnit'
import type { CellMeasure } from '../parseCell'
import { placeIn, type RecogniseContext } from './recognition'

/** A column of a table with its headers: the words joined first, then each language by itself. */
export interface HeaderColumn {
  /** From 0. */
  readonly index: number
  readonly texts: readonly string[]
  /** The lowest word of a header of several rows: it counts where the words joined say nothing. */
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

/** What a header leads to. */
export type Choice =
  | {
      readonly kind: 'one'
      readonly id: string
      readonly by: Evidence
      readonly confidence: number
    }
  | { readonly kind: 'many'; readonly ids: readonly string[] }
  | { readonly kind: 'none' }

type Evidence = Exclude<ColumnMapping['by'], null>

/** Below it a wording leaves open which of several figures is meant. */
const SURE_ENOUGH = 0.6
/** Below it a wording was completed (`行政许可` for its one column), which is said. */
const PLAINLY_SAID = 0.85

/**
 * Which indicator each column holds. Columns that are not known, stand for several figures, repeat
 * an earlier one or state a unit that cannot be are left out, each with a finding at its header.
 */
export function mapColumns(
  columns: readonly HeaderColumn[],
  at: HeaderPlace,
  context: RecogniseContext,
): MappedColumns {
  const figures: FigureColumn[] = []
  const mappings: ColumnMapping[] = []
  const taken = new Map<string, number>()
  for (const column of columns) {
    const header = column.texts[0] ?? ''
    const place = placeIn(context.file, at.sheet, at.row, column.index + 1)
    const say = (code: Finding['code'], detail: Finding['detail'], id?: string) => {
      context.findings.add({
        code,
        severity: code === 'column-inferred' ? 'info' : 'warning',
        place,
        raw: header,
        ...(id === undefined ? {} : { indicators: [id] }),
        ...(detail === undefined ? {} : { detail }),
      })
    }
    const choice = chooseIndicator(column.texts, column.lowest)
    const isRepeated = choice.kind === 'one' && taken.has(choice.id)
    if (isRepeated) say('column-duplicate', { firstColumn: taken.get(choice.id) ?? NaN }, choice.id)
    else reportChoice(choice, say)
    const measure =
      choice.kind === 'one' && !isRepeated ? measureOf(choice.id, column.texts, at, say) : null
    const isRead = choice.kind === 'one' && measure !== null
    mappings.push({
      ...(at.sheet === '' ? {} : { sheet: at.sheet }),
      column: column.index + 1,
      header,
      indicator: isRead ? choice.id : null,
      by: isRead ? choice.by : null,
      confidence: isRead ? choice.confidence : 0,
    })
    if (!isRead) continue
    taken.set(choice.id, column.index + 1)
    figures.push({ index: column.index, indicator: choice.id, measure })
  }
  return { figures, mappings }
}

type Say = (code: Finding['code'], detail: Finding['detail'], id?: string) => void

function reportChoice(choice: Choice, say: Say): void {
  if (choice.kind === 'none') say('column-unknown', undefined)
  else if (choice.kind === 'many') {
    say('column-ambiguous', { candidates: choice.ids.slice(0, 6).map(shortLabel).join('、') })
  } else if (choice.confidence < PLAINLY_SAID) {
    say('column-inferred', { indicator: shortLabel(choice.id) }, choice.id)
  }
}

/** The indicator that a column's headers name, if they agree. */
export function chooseIndicator(texts: readonly string[], lowest = ''): Choice {
  const choices = texts.map(choiceFor)
  const sure = choices.filter((choice) => choice.kind === 'one')
  const [first] = sure
  if (first !== undefined) {
    const ids = [...new Set(sure.map(({ id }) => id))]
    return ids.length === 1 ? first : { kind: 'many', ids }
  }
  return choices.find((choice) => choice.kind === 'many') ?? choiceFor(lowest)
}

function choiceFor(text: string): Choice {
  const matches = matchIndicator(text)
  const [best, second] = matches
  if (best === undefined) return { kind: 'none' }
  const isOpen = second !== undefined && best.confidence < PLAINLY_SAID
  if (isOpen || best.confidence < SURE_ENOUGH || best.confidence === second?.confidence) {
    return { kind: 'many', ids: matches.map(({ id }) => id) }
  }
  return { kind: 'one', id: best.id, by: best.by, confidence: best.confidence }
}

/** The measure that an indicator is read with; null where a stated unit cannot be its own. */
export function measureOf(
  id: string,
  texts: readonly string[],
  { moneyUnit }: Pick<HeaderPlace, 'moneyUnit'>,
  say: Say,
): CellMeasure | null {
  const own = indicatorMeasure(id)
  const inHeader = isCustom(id) ? null : firstUnit(texts)
  const ofTable = own.kind === 'money' && own.unit !== '' ? moneyUnit : null
  const stated = nearerUnit(inHeader, ofTable, (detail) => {
    say('column-unit-two', detail, id)
  })
  if (stated === null || stated === own.unit) return own
  const isMoney = own.kind === 'money'
  const exponent = isMoney ? moneyExponent(stated) : countExponent(stated)
  if (exponent === null || own.kind === 'percent') {
    say('column-unit-conflict', { stated, unit: own.unit }, id)
    return null
  }
  const isSame = isMoney ? exponent === moneyExponent(own.unit) : exponent === 0
  if (isSame) return own
  say('column-unit-stated', { stated, unit: own.unit }, id)
  return { ...own, statedUnit: stated }
}

/** The unit of the column's own header before that of the table; that they differ is said. */
function nearerUnit(
  inHeader: string | null,
  ofTable: string | null,
  differ: (detail: NonNullable<Finding['detail']>) => void,
): string | null {
  if (inHeader === null) return ofTable
  if (ofTable !== null && inHeader !== ofTable) differ({ stated: inHeader, other: ofTable })
  return inHeader
}

function firstUnit(texts: readonly string[]): string | null {
  for (const text of texts) {
    const unit = statedUnit(text)
    if (unit !== null) return unit
  }
  return null
}

/** What the cells of an indicator hold; of the user's own columns, what their name says. */
export function indicatorMeasure(id: string): CellMeasure {
  const known = indicatorById(id)
  if (known !== undefined) return known
  const name = shortLabel(id)
  return customIndicator(name, statedUnit(name) ?? '')
}
