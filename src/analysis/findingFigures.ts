import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import type { Check } from '@/domain/checks/checkList'
import { choose } from '@/domain/checks/evaluateIdentity'
import { figuresOf } from '@/domain/checks/figures'
import type { Identity } from '@/domain/checks/identity'
import { likenessOf } from '@/domain/checks/likeness'
import { impliedBase, requestsTold } from '@/domain/checks/proseYearOnYear'
import type { YearLink } from '@/domain/checks/yearLink'
import type { Cell } from '@/domain/report'
import { formFigures } from './bands'
import type { CheckFinding, FindingFigure } from './checkFinding'
import type { CheckStore } from './checkStore'
import { DecimalSum } from './decimal'
import { partsOf } from './rollUpChecks'

type Behind = Pick<CheckFinding, 'figures' | 'left' | 'right' | 'detail'>
type Placed = Pick<FindingFigure, 'side' | 'sign'>

const ABSENT: Cell = { kind: 'absent' }
const LEFT: Placed = { side: 'left', sign: 1 }
const RIGHT: Placed = { side: 'right', sign: 1 }

/** The figures that a check of a report is made on, and what both sides of it come to. */
export function figuresBehind(
  store: CheckStore,
  check: Check,
  key: ReportKey,
  other: ReportKey | null,
): Behind {
  const { cube } = store
  const { making } = check
  switch (making.kind) {
    case 'identity':
      return summed(identityFigures(cube, making.identity, key))
    case 'link':
      return summed(linkFigures(cube, making.link, key))
    case 'rollUp':
      return summed(rollUpFigures(store, making.rollUp.indicator, key), partsDetail(store, key))
    case 'cell':
      return sidesOnly([figure(cube, key, making.rule.indicator, LEFT)])
    case 'report':
      return reportFigures(cube, check, making.rule.indicators, key)
    case 'year':
      return yearFigures(cube, check, making.rule.indicators, key, other)
    case 'text':
      throw new Error('a statement has its figures with it')
    case 'series':
      return {
        ...seriesFigures(cube, making.indicators, key),
        detail: seriesDetail(store, check, key, other),
      }
  }
}

function figure(cube: Cube, key: ReportKey, indicator: string, placed: Placed): FindingFigure {
  const { unit, year, scope } = key
  return {
    unit,
    year,
    scope,
    indicator,
    cell: cube.cellAt(key, indicator)?.cell ?? ABSENT,
    ...placed,
  }
}

function identityFigures(cube: Cube, identity: Identity, key: ReportKey): FindingFigure[] {
  const cellOf = (indicator: string) => cube.cellAt(key, indicator)?.cell ?? ABSENT
  const side = (operands: Identity['left'], placed: Placed) =>
    operands
      .flatMap((operand) => choose(operand, cellOf))
      .map((indicator) => figure(cube, key, indicator, placed))
  return [...side(identity.left, LEFT), ...side(identity.right, RIGHT)]
}

function linkFigures(cube: Cube, link: YearLink, key: ReportKey): FindingFigure[] {
  const before = { ...key, year: key.year - 1 }
  return [
    figure(cube, key, link.figure, LEFT),
    ...link.terms.map(({ indicator, of, sign }) =>
      figure(cube, of === 'lastYear' ? before : key, indicator, { side: 'right', sign }),
    ),
  ]
}

function rollUpFigures(
  { cube, registry }: CheckStore,
  indicator: string,
  key: ReportKey,
): FindingFigure[] {
  const { present } = partsOf(registry, key.unit, key.year, (unit) =>
    cube.hasReport({ ...key, unit }),
  )
  return [
    figure(cube, key, indicator, LEFT),
    ...present.map(({ id }) => figure(cube, { ...key, unit: id }, indicator, RIGHT)),
  ]
}

function partsDetail({ cube, registry }: CheckStore, key: ReportKey): Behind['detail'] {
  const hasReport = (unit: string) => cube.hasReport({ ...key, unit })
  const { present } = partsOf(registry, key.unit, key.year, hasReport)
  return { present: present.length }
}

/** The prose stands left, what the table makes of it right; other rules compare two figures. */
function reportFigures(
  cube: Cube,
  { rule }: Check,
  indicators: readonly string[],
  key: ReportKey,
): Behind {
  const isLeft = (at: number) =>
    rule === 'P-CHANNEL' ? at > 3 : at === 0 || (rule === 'T3-ZERO' && at === 1)
  const figures = indicators
    .map((indicator, at) => figure(cube, key, indicator, isLeft(at) ? LEFT : RIGHT))
    .filter(({ cell }) => cell.kind !== 'absent')
  return rule === 'T2-VALID' ? summed(figures) : sidesOnly(figures)
}

function yearFigures(
  cube: Cube,
  { rule }: Check,
  indicators: readonly string[],
  key: ReportKey,
  other: ReportKey | null,
): Behind {
  const now = indicators.map((indicator) => figure(cube, key, indicator, LEFT))
  const then = other === null ? [] : indicators.map((each) => figure(cube, other, each, RIGHT))
  const figures = [...now, ...then].filter(({ cell }) => cell.kind !== 'absent')
  if (rule === 'T2-2019-PUB') return sidesOnly(figures)
  if (rule !== 'P-YOY') return summed(figures)
  const read = figuresOf(indicators, (id) => cube.cellAt(key, id)?.cell ?? ABSENT)
  const base = impliedBase(requestsTold(read), read.values[0] ?? NaN)
  return { ...sidesOnly(figures), detail: base === null ? {} : { implied: base } }
}

function seriesFigures(cube: Cube, indicators: readonly string[], key: ReportKey): Behind {
  const figures = indicators.map((each, at) => figure(cube, key, each, at === 0 ? LEFT : RIGHT))
  return sidesOnly(figures)
}

function seriesDetail(
  { cube }: CheckStore,
  { rule }: Check,
  key: ReportKey,
  other: ReportKey | null,
): Behind['detail'] {
  const own = formNumbersOf(cube, key)
  if (rule === 'C-DIGIT') return { table: digest(own) }
  if (other === null) return {}
  const others = formNumbersOf(cube, other)
  const { figures, equal } = likenessOf(own, others)
  return {
    figures,
    equal,
    table: digest(own),
    otherTable: digest(others),
    edition: cube.editionOf(key) ?? 'unknown',
    otherEdition: cube.editionOf(other) ?? 'unknown',
  }
}

function formNumbersOf(cube: Cube, key: ReportKey): Float64Array {
  return Float64Array.from(formFigures, (indicator) => {
    const cell = cube.cellAt(key, indicator)?.cell
    return cell?.kind === 'value' ? cell.value : NaN
  })
}

/** A short text that changes with the numbers: a finding on whole tables rests on all of them. */
function digest(numbers: Float64Array): string {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(numbers.buffer)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Both sides added up; a side with a figure that has no number has no sum, “/” adds nothing. */
function summed(figures: readonly FindingFigure[], detail: Behind['detail'] = {}): Behind {
  return { figures, left: sideSum(figures, 'left'), right: sideSum(figures, 'right'), detail }
}

function sidesOnly(figures: readonly FindingFigure[]): Behind {
  return { figures, left: null, right: null, detail: {} }
}

function sideSum(figures: readonly FindingFigure[], side: FindingFigure['side']): number | null {
  const sum = new DecimalSum()
  for (const { cell, sign } of figures.filter((each) => each.side === side)) {
    if (cell.kind === 'value') sum.add(sign * cell.value)
    else if (cell.kind !== 'notApplicable') return null
  }
  return sum.total
}
