import { rowsWithNumber } from '@/data/column'
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
    const byForm = rowsByForm(segment)
    for (const [at, { indicator }] of segment.columns.entries()) {
      if (indicatorById(indicator)?.editions.length !== 1) continue
      // Of a whole nation's reports only those are looked at where a figure would be out of place.
      for (const { form, rows } of byForm)
        if (!isExpected(indicator, form.edition))
          tellColumn(segment, at, rows, { form, file, told })
    }
  }
  return [...told.values()].map(({ first, years, count }) => ({
    ...first,
    detail: { ...first.detail, count, years: [...years].toSorted((a, b) => a - b).join('、') },
  }))
}

interface FormRows {
  readonly form: Form
  readonly rows: number[]
}

/** The rows of a segment by the form that they should have; without those of which it is not known. */
function rowsByForm(segment: Segment): readonly FormRows[] {
  const { edition, year } = segment
  const known = new Map<string, FormRows>()
  // There are few kinds of rows among many.
  const ofKind = new Map<number, FormRows | null>()
  for (let row = 0; row < segment.rows; row++) {
    const kind = (edition[row] as number) * YEARS + (year[row] as number)
    let group = ofKind.get(kind)
    if (group === undefined) {
      const form = formOf(segment, row)
      const key = form && `${form.edition} ${form.by}`
      group = form && (known.get(key ?? '') ?? { form, rows: [] })
      if (group !== null && key !== null) known.set(key, group)
      ofKind.set(kind, group)
    }
    group?.rows.push(row)
  }
  return [...known.values()]
}

/** No year is as high. */
const YEARS = 2 ** 16

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
  rows: readonly number[],
  { form, file, told }: { form: Form; file: string; told: Map<string, Told> },
): void {
  const column = segment.columns[at] as SegmentColumn
  const found = rowsWithNumber(column, rows)
  const [row] = found
  if (row === undefined) return
  const { indicator } = column
  const key = `${indicator} ${form.edition} ${form.by}`
  const known = told.get(key) ?? {
    first: firstFinding(segment, at, row, form, file),
    years: new Set<number>(),
    count: 0,
  }
  known.count += found.length
  for (const each of found) known.years.add(segment.year[each] as number)
  told.set(key, known)
}

function firstFinding(
  segment: Segment,
  at: number,
  row: number,
  { edition, by }: Form,
  file: string,
): Finding {
  const { indicator } = segment.columns[at] as SegmentColumn
  const place = placeAt(segment, at, row)
  return {
    code: 'figure-of-other-form',
    severity: 'warning',
    place: placeIn(file, place?.sheet ?? '', place?.row, place?.column),
    raw: rawAt(segment, at, row),
    indicators: [indicator],
    detail: { indicator: shortLabel(indicator), edition, by },
  }
}

function isExpected(indicator: string, edition: Edition): boolean {
  return isInEdition(indicator, edition) || (edition === '2021' && indicator.startsWith(MIXED))
}
