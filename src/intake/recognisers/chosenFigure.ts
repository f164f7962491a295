import { shortLabel } from '@/domain/catalogue'
import type { HeaderAnswer } from '@/data/rememberedMapping'
import type { Finding, Place } from '@/domain/finding'
import type { ColumnMapping } from '../draft'
import type { CellMeasure } from '../parseCell'
import { chooseIndicator } from './chooseIndicator'
import { measureIn, measureOf, type SaidUnits, type Say } from './figureMeasure'
import type { RecogniseContext } from './recognition'

/** A figure that a header leads to, and how. */
export interface ChosenFigure {
  readonly indicator: string
  readonly measure: CellMeasure
  readonly by: Exclude<ColumnMapping['by'], null>
  readonly confidence: number
}

/** The figure that the user said a header stands for; null where it is to be left out. */
export function answeredFigure(
  { indicator, unit, by }: HeaderAnswer,
  texts: readonly string[],
  at: SaidUnits,
  say: Say,
): ChosenFigure | null {
  if (indicator === null) return null
  const measure =
    unit === undefined ? measureOf(indicator, texts, at, say) : measureIn(indicator, unit, say)
  return measure === null ? null : { indicator, measure, by, confidence: 1 }
}

/** The figure that words over a column or before a row name; null (with a finding) where they name none, or several. */
export function namedFigure(
  texts: readonly string[],
  at: SaidUnits & { readonly isColumn?: boolean },
  say: Say,
): ChosenFigure | null {
  const choice = chooseIndicator([texts.join('·').trim()], texts.at(-1))
  if (choice.kind === 'none')
    say(at.isColumn === true ? 'column-unknown' : 'indicator-unknown', undefined)
  if (choice.kind === 'many') {
    say(at.isColumn === true ? 'column-ambiguous' : 'indicator-unknown', {
      candidates: choice.ids.slice(0, 6).map(shortLabel).join('、'),
    })
  }
  if (choice.kind !== 'one') return null
  const { id: indicator, by, confidence } = choice
  const measure = measureOf(indicator, texts, at, say)
  return measure === null ? null : { indicator, measure, by, confidence }
}

/** How a header was understood, as the review shows it. */
export function mappingOf(
  chosen: ChosenFigure | null,
  answer: HeaderAnswer | undefined,
): Pick<ColumnMapping, 'indicator' | 'by' | 'confidence' | 'unit'> {
  if (chosen === null) return { indicator: null, by: answer?.by ?? null, confidence: 0 }
  const { indicator, by, confidence, measure } = chosen
  const unit = measure.statedUnit
  return { indicator, by, confidence, ...(unit === undefined ? {} : { unit }) }
}

/** Adds findings about a header at its place. */
export function sayAt(place: Place, header: string, { findings }: RecogniseContext): Say {
  return (code, detail, id) => {
    findings.add({
      code,
      severity: severityOf(code),
      place,
      raw: header,
      ...(id === undefined ? {} : { indicators: [id] }),
      ...(detail === undefined ? {} : { detail }),
    })
  }
}

const remarks: ReadonlySet<Finding['code']> = new Set(['column-inferred', 'column-unit-answered'])

function severityOf(code: Finding['code']): Finding['severity'] {
  return remarks.has(code) ? 'info' : 'warning'
}
