import { stateAt } from '@/data/column'
import { editions, type Segment, type SegmentColumn } from '@/data/segment'
import { placeAt, rawAt } from '@/data/traceCell'
import { indicatorById, isInEdition, shortLabel } from '@/domain/catalogue'
import type { Finding } from '@/domain/finding'
import type { Edition } from '@/domain/indicator'
import { placeIn } from './recognisers/recognition'

/** The form that a report should have, as the file says or as was in force in its year. */
interface Form {
  readonly edition: Edition
  readonly by: 'file' | 'year'
}

interface Told {
  readonly first: Finding
  readonly years: Set<number>
  count: number
}

/** Reports of the form of 2021 that keep （六）其他处理 as one row are known. */
const MIXED = 'requests.other.all.'

/**
 * Figures of lists that the form of their report does not have: 行政许可增减 of 2023 is hardly the change in items
 * of the form of 2019. Each column is told once, at its first such figure.
 */
export function figuresOfOtherForms(segments: readonly Segment[], file: string): Finding[] {
  const told = new Map<string, Told>()
  for (const segment of segments) {
    const forms = Array.from({ length: segment.rows }, (_, row) => formOf(segment, row))
    for (const [at, column] of segment.columns.entries())
      if (indicatorById(column.indicator)?.editions.length === 1)
        tellColumn(segment, at, column, { forms, file, told })
  }
  return [...told.values()].map(({ first, years, count }) => ({
    ...first,
    detail: { ...first.detail, count, years: [...years].toSorted((a, b) => a - b).join('、') },
  }))
}

/** Report years from which on each form was in use (国办公开办函〔2019〕60号, 〔2021〕30号). */
function formOf({ edition, year }: Segment, row: number): Form | null {
  const stated = editions[edition[row] as number]
  if (stated !== undefined && stated !== 'unknown') return { edition: stated, by: 'file' }
  const of = year[row] as number
  if (of < 2019) return null
  return { edition: of < 2021 ? '2019' : '2021', by: 'year' }
}

function tellColumn(
  segment: Segment,
  at: number,
  column: SegmentColumn,
  { forms, file, told }: { forms: readonly (Form | null)[]; file: string; told: Map<string, Told> },
): void {
  const { indicator } = column
  for (const [row, form] of forms.entries()) {
    if (form === null || isExpected(indicator, form.edition) || stateAt(column, row) !== 0) continue
    const year = segment.year[row] as number
    const key = `${indicator} ${form.edition} ${form.by}`
    const known = told.get(key)
    if (known !== undefined) {
      known.count++
      known.years.add(year)
      continue
    }
    const place = placeAt(segment, at, row)
    const first: Finding = {
      code: 'figure-of-other-form',
      severity: 'warning',
      place: placeIn(file, place?.sheet ?? '', place?.row, place?.column),
      raw: rawAt(segment, at, row),
      indicators: [indicator],
      detail: { indicator: shortLabel(indicator), edition: form.edition, by: form.by },
    }
    told.set(key, { first, years: new Set([year]), count: 1 })
  }
}

function isExpected(indicator: string, edition: Edition): boolean {
  return isInEdition(indicator, edition) || (edition === '2021' && indicator.startsWith(MIXED))
}
