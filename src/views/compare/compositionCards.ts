import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { chartBreaks } from '@/charts/breaks'
import type { ComposedTotal } from '@/charts/composition'
import { composed, composedTotal } from '@/charts/composition'
import type { CompositionBar, CompositionInput } from '@/charts/compositionChart'
import { compositionRows, compositionYears } from '@/charts/compositionChart'
import { compositionFacets, itemLook } from '@/charts/facets'
import { unitTable } from '@/charts/tables'
import { leftOutNote } from '@/charts/totals'
import { shownNames, unitOrder } from '@/charts/unitOrder'
import { compositionYearTable } from '@/charts/yearTable'
import { namesText } from '@/wording/answers'
import { captionWithMarks, timeMarksText } from '@/wording/timeMarks'
import type { Card, Comparison, ComparisonInput } from './cards'
import { captionOf, heldNote, pageSize, roomOf } from './cards'
import type { Subject } from './subjects'

type Composition = Extract<Subject, { readonly kind: 'composition' }>

/** The parts of a whole: a bar a unit in one year, or a column a year for one unit or all together. */
export function compositionCards(input: ComparisonInput, subject: Composition): Comparison {
  return input.layout.kind === 'rows' ? unitBars(input, subject) : yearBars(input, subject)
}

function unitBars(input: ComparisonInput, { spec, label }: Composition): Comparison {
  const { state, answer, frame, rollUps } = input
  const order = unitOrder(answer.units, state.sort, null, (unit) =>
    answerCell(answer, spec.whole.item, unit, 0),
  )
  const size = pageSize('rows', frame, 1)
  const pages = Math.max(1, Math.ceil(order.length / size))
  const page = Math.min(state.page, pages - 1)
  const drawn = order.slice(page * size, (page + 1) * size)
  const names = shownNames(answer.units)
  const year = answer.years[0] ?? 0
  const bars = drawn.map((unit): CompositionBar => ({
    label: names[unit] ?? '',
    composed: composed(answer, spec, unit, 0),
    target: { unit: answer.units[unit]?.id ?? '', year },
    note: '',
  }))
  const all = answer.units.map((_, unit) => unit)
  const sum = composedTotal(answer, spec, all, 0)
  const sumBar: CompositionBar = {
    label: '合计',
    composed: sum.composed,
    target: null,
    note: `${sum.n}/${sum.of}`,
  }
  // As a number, the sum would dwarf what it is of.
  const withSum = all.length > 1 && state.shape === 'share' ? [sumBar, ...bars] : bars
  const caption = captionOf(input, label)
  const drawing = drawingOf(input, spec, withSum, caption)
  const facets = compositionFacets(answer, spec)
  return {
    ...whole(
      input,
      label,
      compositionRows({ ...drawing, held: longestOf(input, spec) }),
      [noteOf(answer, sum), heldNote(input)].filter((text) => text !== '').join('；'),
    ),
    table: unitTable({ answer, facets, units: order, years: [0], caption, rollUps }),
    pages,
    page,
    drawn: {
      units: [page * size + 1, page * size + drawn.length, order.length],
      figures: [1, 1, 1],
    },
  }
}

function yearBars(input: ComparisonInput, { spec, label }: Composition): Comparison {
  const { answer, layout } = input
  const all = answer.units.map((_, unit) => unit)
  const unit = layout.unit === null && all.length > 1 ? null : 0
  const bars = answer.years.map((year, column) => barOf(answer, spec, unit, column, year))
  if (bars.every(({ composed: bar }) => bar.kind !== 'whole'))
    return nothing(input, spec, label, unit)
  const items = [spec.whole, ...spec.parts].map(({ item }) => item)
  const breaks = chartBreaks(answer, items, all, input.notes)
  const caption = captionWithMarks(captionOf(input, label), breaks)
  const drawing = drawingOf(input, spec, bars, caption)
  return {
    marks: timeMarksText(breaks),
    ...whole(
      input,
      label,
      compositionYears({ ...drawing, years: answer.years, breaks }),
      unit === null ? leftOutNote(answer) : '',
    ),
    table: compositionYearTable({ answer, spec, unit, caption }),
    pages: 1,
    page: 0,
    drawn: { units: [1, all.length, all.length], figures: [1, 1, 1] },
  }
}

/** No year can be drawn: the table says of each why not. */
function nothing(
  input: ComparisonInput,
  spec: Composition['spec'],
  label: string,
  unit: number | null,
): Comparison {
  const { answer, frame } = input
  const caption = captionOf(input, label)
  return {
    ...{ cards: [], columns: 1, room: roomOf(1, 1, frame), fills: true, empty: [] },
    nothing: `没有一年能画出“${label}”，逐年的原因见下表。`,
    table: compositionYearTable({ answer, spec, unit, caption }),
    ...{ pages: 1, page: 0, drawn: { units: [1, 1, 1], figures: [1, 1, 1] } },
  }
}

/** The longest bar of a unit over the years; 0 where the axis is that of the year shown. */
function longestOf({ held }: ComparisonInput, spec: Composition['spec']): number {
  if (!held) return 0
  const bars = held.units.flatMap((_, unit) =>
    held.years.map((__, year) => composed(held, spec, unit, year)),
  )
  return Math.max(0, ...bars.map((bar) => (bar.kind === 'whole' ? bar.sum : 0)))
}

function barOf(
  answer: MatrixAnswer,
  spec: Composition['spec'],
  unit: number | null,
  column: number,
  year: number,
): CompositionBar {
  const label = `${year} 年`
  if (unit !== null) {
    const target = { unit: answer.units[unit]?.id ?? '', year }
    return { label, composed: composed(answer, spec, unit, column), target, note: '' }
  }
  const all = answer.units.map((_, position) => position)
  const sum = composedTotal(answer, spec, all, column)
  return { label, composed: sum.composed, target: null, note: `${sum.n}/${sum.of}` }
}

function drawingOf(
  { state, theme, frame }: ComparisonInput,
  spec: Composition['spec'],
  bars: readonly CompositionBar[],
  description: string,
): CompositionInput {
  const { measureUnit } = itemLook(spec.whole.item)
  const width = frame.width * theme.rem
  return { spec, bars, shape: state.shape, measureUnit, theme, width, description }
}

function noteOf(answer: MatrixAnswer, { n, of, missing, untrusted }: ComposedTotal): string {
  const listed = (lead: string, units: readonly number[]) =>
    units.length === 0
      ? ''
      : `，${lead}：${namesText(units.map((unit) => answer.units[unit]?.name ?? ''))}`
  const gaps = listed('缺', missing) + listed('不平或不可判未计', untrusted)
  const lacks = gaps === '' ? '' : `合计为 ${n}/${of} 个单位${gaps}`
  return [lacks, leftOutNote(answer)].filter((text) => text !== '').join('；')
}

function whole(input: ComparisonInput, label: string, model: Card['model'], note: string) {
  const year = input.layout.kind === 'rows' ? ` · ${input.layout.year} 年` : ''
  const who = input.layout.kind === 'columns' ? ` · ${whoOf(input)}` : ''
  const cards: readonly Card[] = [{ key: label, title: `${label}${year}${who}（件）`, model, note }]
  return { cards, columns: 1, room: roomOf(1, 1, input.frame), empty: [], fills: true }
}

function whoOf({ answer, layout }: ComparisonInput): string {
  if (layout.unit !== null || answer.units.length === 1) return answer.units[0]?.name ?? ''
  return `${answer.units.length - answer.leftOut.length} 个单位合计`
}
