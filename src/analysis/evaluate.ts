import { firstNotBelow, isMarked, numberLimit, stateAt } from '@/data/column'
import type { CubeBlock, RowSelection } from '@/data/cube'
import type { SegmentColumn } from '@/data/segment'
import { isAllAuxiliary, isAuxiliary } from '@/domain/auxiliary'
import type { Measure, Operand, Sum } from '@/domain/measure'
import { measureById, operandsOf } from '@/domain/measures'
import { MARK_APPROXIMATE, MARK_CORRECTED } from './answer'
import type { AskedReports } from './askedReports'
import { raiseByCells } from './cellOutcomes'
import { withoutNoise } from './decimal'
import { worstOutcomes } from './identityOutcomes'
import { ABSENT, NO_REPORT, NOT_COMPUTABLE, NUMBER, ZERO_DENOMINATOR, type Plane } from './plane'
import { raiseByRules } from './ruleOutcomes'

/** Numbers of the rows of one selection; NaN where a row has none. */
interface Numbers {
  readonly values: Float64Array
  /** Bits of `MatrixAnswer.marks`; null where no row has any. */
  readonly marks: Uint8Array | null
}

/** Rows of reports, and what auxiliary figures of the same units and years there are, by target. */
interface Rows extends RowSelection {
  readonly beside: ReadonlyMap<string, Numbers>
}

/**
 * Fills a plane with an indicator or measure (by id) for the reports asked for. A state of a cell stays
 * that state; a measure one of whose operands has no number is not computable. Auxiliary figures are
 * read beside the reports; what is made of nothing else needs no report.
 */
export function evaluateItem(item: string, asked: AskedReports, plane: Plane): void {
  const measure = measureById(item)
  const operands = measure === undefined ? [item] : operandsOf(measure)
  const isBeside = isAllAuxiliary(operands)
  plane.states.fill(isBeside ? ABSENT : NO_REPORT)
  if (isBeside) {
    const beside = new Map<string, Numbers>()
    for (const selection of asked.auxiliary()) fillItem(item, { ...selection, beside }, plane)
    return
  }
  const beside = numbersBeside(operands.filter(isAuxiliary), asked)
  for (const selection of asked.selections) {
    fillItem(item, { ...selection, beside }, plane)
    fillChecks(operands, selection, plane)
  }
}

function fillItem(item: string, rows: Rows, plane: Plane): void {
  const measure = measureById(item)
  if (measure === undefined) fillIndicator(item, rows, plane)
  else fillMeasure(measure, rows, plane)
}

/** Auxiliary figures by target, so that the rows of any report find theirs. */
function numbersBeside(
  indicators: readonly string[],
  { slots, auxiliary }: AskedReports,
): ReadonlyMap<string, Numbers> {
  return new Map(
    indicators.map((indicator) => {
      const values = new Float64Array(slots.length).fill(NaN)
      const marks = new Uint8Array(slots.length)
      for (const selection of auxiliary()) {
        const found = numbersOf(indicator, { ...selection, beside: new Map() })
        for (const [i, target] of selection.targets.entries()) {
          values[target] = found.values[i] as number
          marks[target] = found.marks?.[i] ?? 0
        }
      }
      return [indicator, { values, marks }]
    }),
  )
}

function fillChecks(operands: readonly string[], selection: RowSelection, plane: Plane): void {
  const { block } = selection
  const outcomes = worstOutcomes(block, operands) ?? new Uint8Array(block.rows)
  raiseByCells(block, operands, outcomes)
  raiseByRules(block, operands, outcomes)
  const { rows, targets } = selection
  for (let i = 0; i < rows.length; i++)
    plane.checks[targets[i] as number] = outcomes[rows[i] as number] as number
}

function fillIndicator(indicator: string, { block, rows, targets }: RowSelection, plane: Plane) {
  const column = columnOf(block, indicator)
  if (column === null) {
    for (const target of targets) plane.states[target] = ABSENT
    return
  }
  const { values } = column
  const limit = numberLimit(values)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const target = targets[i] as number
    const entry = values[row] as number
    if (entry < limit) {
      plane.values[target] = entry
      plane.states[target] = NUMBER
    } else plane.states[target] = stateAt(column, row)
  }
  const marks = marksOf(block, indicator, rows)
  if (marks === null) return
  for (let i = 0; i < rows.length; i++) plane.marks[targets[i] as number] = marks[i] as number
}

function fillMeasure(measure: Measure, selection: Rows, plane: Plane): void {
  const { targets } = selection
  const above = sumOf(measure.numerator, selection)
  const below = measure.denominator === null ? null : sumOf(measure.denominator, selection)
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i] as number
    const value = above.values[i] as number
    if (below === null) setNumber(plane, target, value)
    else setRatio(plane, target, value, below.values[i] as number, measure.scale)
    if (!measure.hasTotal) dropParts(plane, target)
  }
  const marks = joined(above.marks, below?.marks ?? null)
  if (marks === null) return
  for (let i = 0; i < targets.length; i++) plane.marks[targets[i] as number] = marks[i] as number
}

function setNumber(plane: Plane, target: number, value: number): void {
  plane.values[target] = value
  plane.states[target] = Number.isNaN(value) ? NOT_COMPUTABLE : NUMBER
}

/** Parts of which no total can be made are nobody's counts. */
function dropParts(plane: Plane, target: number): void {
  plane.numerators[target] = NaN
  plane.denominators[target] = NaN
}

/**
 * Sets scale × numerator ÷ denominator. Either may be NaN: then there is no ratio; nor is there one
 * below 0 of something, which only contradictory figures give.
 */
export function setRatio(
  plane: Plane,
  target: number,
  above: number,
  below: number,
  scale = 100,
): void {
  if (Number.isNaN(above) || Number.isNaN(below) || below < 0) {
    plane.states[target] = NOT_COMPUTABLE
    return
  }
  plane.numerators[target] = above
  plane.denominators[target] = below
  if (below === 0) plane.states[target] = ZERO_DENOMINATOR
  else {
    // A money amount has decimals, which the scale must not blur.
    plane.values[target] = withoutNoise(scale * above, scale * above) / below
    plane.states[target] = NUMBER
  }
}

function sumOf(sum: Sum, selection: Rows): Numbers {
  const count = selection.rows.length
  const values = new Float64Array(count)
  const magnitudes = new Float64Array(count)
  let marks: Uint8Array | null = null
  for (const { factor, of } of sum) {
    const operand = operandOf(of, selection)
    for (let i = 0; i < count; i++) {
      const value = factor * (operand.values[i] as number)
      values[i] = (values[i] as number) + value
      if (Math.abs(value) > (magnitudes[i] as number)) magnitudes[i] = Math.abs(value)
    }
    marks = joined(marks, operand.marks)
  }
  for (let i = 0; i < count; i++)
    values[i] = withoutNoise(values[i] as number, magnitudes[i] as number)
  return { values, marks }
}

function operandOf(operand: Operand, selection: Rows): Numbers {
  if (operand.kind === 'indicator') return numbersOf(operand.id, selection)
  const count = selection.rows.length
  if (operand.kind === 'product') return productOf(operand.of, selection)
  const values = new Float64Array(count).fill(NaN)
  const alternatives = operand.alternatives.map((sum) => sumOf(sum, selection))
  const marks = alternatives.some((one) => one.marks !== null) ? new Uint8Array(count) : null
  for (const alternative of alternatives) {
    for (let i = 0; i < count; i++) {
      if (!Number.isNaN(values[i]) || Number.isNaN(alternative.values[i])) continue
      values[i] = alternative.values[i] as number
      if (marks !== null) marks[i] = alternative.marks?.[i] ?? 0
    }
  }
  return { values, marks }
}

/** A factor without a number leaves none, also beside a 0. */
function productOf(factors: readonly Operand[], selection: Rows): Numbers {
  const values = new Float64Array(selection.rows.length).fill(1)
  let marks: Uint8Array | null = null
  for (const factor of factors) {
    const numbers = operandOf(factor, selection)
    for (let i = 0; i < values.length; i++)
      values[i] = (values[i] as number) * (numbers.values[i] as number)
    marks = joined(marks, numbers.marks)
  }
  return { values, marks }
}

function numbersOf(indicator: string, { block, rows, targets, beside }: Rows): Numbers {
  const other = beside.get(indicator)
  if (other !== undefined) return atTargets(other, targets)
  const numbers = new Float64Array(rows.length).fill(NaN)
  const column = columnOf(block, indicator)
  if (column === null) return { values: numbers, marks: null }
  const { values } = column
  const limit = numberLimit(values)
  for (let i = 0; i < rows.length; i++) {
    const entry = values[rows[i] as number] as number
    if (entry < limit) numbers[i] = entry
  }
  return { values: numbers, marks: marksOf(block, indicator, rows) }
}

function atTargets({ values, marks }: Numbers, targets: Uint32Array): Numbers {
  return {
    values: Float64Array.from(targets, (target) => values[target] as number),
    marks: marks === null ? null : Uint8Array.from(targets, (target) => marks[target] as number),
  }
}

function columnOf(block: CubeBlock, indicator: string): SegmentColumn | null {
  const position = block.positions.get(indicator)
  return position === undefined ? null : (block.columns[position] ?? null)
}

/** The marks of an indicator's cells by row of the selection; null where the column has none. */
function marksOf(block: CubeBlock, indicator: string, rows: Uint32Array): Uint8Array | null {
  const position = block.positions.get(indicator)
  if (position === undefined) return null
  const first = position * block.rows
  const approximate = hasMarks(block.approximate, first, block.rows)
  const corrected = hasMarks(block.corrected, first, block.rows)
  if (!approximate && !corrected) return null
  return Uint8Array.from(rows, (row) => {
    const mark = approximate && isMarked(block.approximate, first + row) ? MARK_APPROXIMATE : 0
    return corrected && isMarked(block.corrected, first + row) ? mark | MARK_CORRECTED : mark
  })
}

function hasMarks(cells: Uint32Array, first: number, count: number): boolean {
  return firstNotBelow(cells, first) < firstNotBelow(cells, first + count)
}

function joined(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  if (a === null || b === null) return a ?? b
  return a.map((mark, i) => mark | (b[i] as number))
}
