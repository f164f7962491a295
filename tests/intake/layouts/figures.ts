import fc from 'fast-check'
import { fullLabel, indicatorById, indicators, isCustom, shortLabel } from '@/domain/catalogue'
import type { Cell } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { moneyExponent, statedUnit } from '@/intake/cell/measureUnit'
import { keyOf } from './readBack'

/** Fictional counties; the reader is told of them as of the user's own units. */
export const counties: readonly Unit[] = ['示例县', '样本县', '虚构区', '假设市'].map(
  (name, index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    code: `99010${index + 1}`,
    name,
    kind: 'county',
    parent: null,
    formerCodes: [],
    formerNames: [],
  }),
)

/** A figure as an office has it: money in 分, so that it can be written in any unit without a rest. */
export type Figure =
  | { readonly kind: 'number'; readonly whole: number; readonly approximate: boolean }
  | { readonly kind: 'blank' | 'notApplicable' }
  | { readonly kind: 'unreadable'; readonly text: string }

/** Every figure of some indicators for some counties and years. */
export interface Figures {
  readonly units: readonly Unit[]
  readonly years: readonly number[]
  readonly indicators: readonly string[]
  /** Index = (unit × years + year) × indicators + indicator. */
  readonly all: readonly Figure[]
}

/** How numbers and names are written in a file. */
export interface Hand {
  readonly digits: 'plain' | 'thousands' | 'fullWidth'
  readonly names: 'short' | 'full' | 'id'
  readonly units: 'name' | 'code' | 'both'
  readonly money: '元' | '万元' | '亿元'
  /** Where the unit of money is said; nowhere: then it is the form's own. */
  readonly moneySaid: 'nowhere' | 'label' | 'line' | 'column'
  /** The heading of a column with the unit of every row, where the layout has one. */
  readonly measureHeading: string
  readonly notApplicable: string
}

const figure: fc.Arbitrary<Figure> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('number'),
      whole: fc.oneof(fc.nat(50), fc.nat(9_999_999), fc.nat(10 ** 12)),
      approximate: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('blank', 'notApplicable') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unreadable'),
      text: fc.constantFrom('待核', '见附件', '12、13', '详见说明'),
    }),
  },
)

const counts = indicators.filter(({ kind }) => kind === 'count' || kind === 'stock')
const money = indicators.filter(({ kind }) => kind === 'money').map(({ id }) => id)
const ids = [...counts.map(({ id }) => id), 'custom.常住人口(万人)', 'custom.信息员(人)']

const chosen = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 5 }),
    fc.uniqueArray(fc.constantFrom(...money), { maxLength: 1 }),
  )
  .map(([some, fees]) => [...some, ...fees])

/** Tables of every size, with every state in them. */
export const arbitraryFigures: fc.Arbitrary<Figures> = fc
  .record({
    units: fc.uniqueArray(fc.constantFrom(...counties), { minLength: 2, maxLength: 4 }),
    years: fc.uniqueArray(fc.integer({ min: 2008, max: 2025 }), { minLength: 2, maxLength: 3 }),
    indicators: chosen,
  })
  .chain((shape) => {
    const size = shape.units.length * shape.years.length * shape.indicators.length
    return fc.record({
      units: fc.constant(shape.units),
      years: fc.constant(shape.years),
      indicators: fc.constant(shape.indicators),
      all: fc.array(figure, { minLength: size, maxLength: size }),
    })
  })

export const arbitraryHand: fc.Arbitrary<Hand> = fc.record({
  digits: fc.constantFrom('plain', 'thousands', 'fullWidth'),
  names: fc.constantFrom('short', 'full', 'id'),
  units: fc.constantFrom('name', 'code', 'both'),
  money: fc.constantFrom('元', '万元', '亿元'),
  moneySaid: fc.constantFrom('nowhere', 'label', 'line', 'column'),
  measureHeading: fc.constantFrom('计量单位', '单位', '度量单位', ''),
  notApplicable: fc.constantFrom('/', '—', '无', '不适用'),
})

export function figureAt(
  { years, indicators: all, ...table }: Figures,
  unit: number,
  year: number,
  indicator: number,
): Figure {
  const found = table.all[(unit * years.length + year) * all.length + indicator]
  if (found === undefined) throw new Error('No figure there')
  return found
}

/** The cell that a figure must be read as. */
function cellOf(figure: Figure, indicator: string): Cell {
  if (figure.kind !== 'number') return { kind: figure.kind }
  const unit = indicatorById(indicator)
  const places = unit?.kind === 'money' ? 2 + (moneyExponent(unit.unit) ?? 0) : 0
  const value = Number(shifted(figure.whole, places))
  return { kind: 'value', value, approximate: figure.approximate }
}

/** All cells that a file of the figures must give back, by `county year indicator`. */
export function writtenCells(figures: Figures): ReadonlyMap<string, string> {
  const cells = figures.units.flatMap(({ name }, unit) =>
    figures.years.flatMap((year, at) =>
      figures.indicators.map((id, indicator) => {
        const cell = cellOf(figureAt(figures, unit, at, indicator), id)
        return [keyOf(name, year, id), JSON.stringify(cell)] as const
      }),
    ),
  )
  return new Map(cells)
}

/** A figure as it is written in a file. */
export function written(figure: Figure, indicator: string, hand: Hand): string {
  switch (figure.kind) {
    case 'blank':
      return ''
    case 'notApplicable':
      return hand.notApplicable
    case 'unreadable':
      return figure.text
    case 'number': {
      const digits = shifted(figure.whole, decimals(indicator, hand))
      return (figure.approximate ? '约' : '') + inHand(digits, hand.digits)
    }
  }
}

/** The unit of money that a file writes, where it says one. */
export function statedMoney(hand: Hand): string | null {
  return hand.moneySaid === 'nowhere' ? null : hand.money
}

function decimals(indicator: string, hand: Hand): number {
  const known = indicatorById(indicator)
  if (known?.kind !== 'money') return 0
  return 2 + (moneyExponent(statedMoney(hand) ?? known.unit) ?? 0)
}

/** An indicator's name in a file. */
export function named(indicator: string, { names, moneySaid, money: unit }: Hand): string {
  if (isCustom(indicator)) return indicator
  const isMoney = indicatorById(indicator)?.kind === 'money'
  const isSaid = isMoney && moneySaid === 'label'
  if (names === 'id' && !isSaid) return indicator
  const label = withoutUnit(names === 'full' ? fullLabel(indicator) : shortLabel(indicator))
  return isSaid ? `${label}（${unit}）` : label
}

/** The form prints a unit of money in its label; an office that writes another leaves it away. */
function withoutUnit(label: string): string {
  return label.replace(/（单位：.*?）/u, '')
}

/** The cell that says in which unit of measure the figures of its row are, where a file has one. */
export function measureCells(indicators: readonly string[], { moneySaid, money: unit }: Hand) {
  if (moneySaid !== 'column') return []
  const units = indicators.map((id) => {
    const known = indicatorById(id)
    if (known?.kind === 'money') return unit
    return known?.unit ?? statedUnit(id) ?? '件'
  })
  return [[...new Set(units)].join('、')]
}

/** A whole number with its point moved to the left, without zeros at its end. */
function shifted(whole: number, places: number): string {
  const digits = String(whole).padStart(places + 1, '0')
  const point = digits.length - places
  const fraction = digits.slice(point).replace(/0+$/, '')
  return digits.slice(0, point) + (fraction === '' ? '' : `.${fraction}`)
}

function inHand(digits: string, hand: Hand['digits']): string {
  const [whole = '', fraction] = digits.split('.')
  const grouped = hand === 'thousands' ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`
  if (hand !== 'fullWidth') return text
  return text.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}
