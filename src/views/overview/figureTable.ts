import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell, jointDoubt, type Doubt } from '@/analysis/answerCell'
import { unitChangesText } from '@/wording/unitChanges'
import {
  comparableChange,
  type ComparableChange,
  type NotComparable,
  type YearPair,
} from '@/analysis/comparableChange'
import { directionWithout, type Robustness } from '@/analysis/leaveOneOut'
import { sumFact } from '@/analysis/conclusionFacts'
import { isSmallBase } from '@/analysis/smallBase'
import { itemLook, type ItemLook } from '@/charts/facets'
import { sumNote } from '@/charts/tables'
import { shownNames } from '@/charts/unitOrder'
import { totalOf, type Total } from '@/charts/totals'
import {
  checkReason,
  doubtSigns,
  namesText,
  numberText,
  reportMarks,
  totalSentence,
  totalSigns,
  totalText,
} from '@/wording/answers'
import { directionLines, type RobustnessLine } from '@/wording/robustness'
import { changeText, fromToText } from '@/wording/changes'
import type { SumNote } from '@/wording/sumNotes'
import type { CellText, RowText, TableText } from '@/wording/tableText'
import { changeAddress } from '../change/changeState'
import { figureAddress, keyFigures, type KeyFigure } from './keyFigures'
import type { OverviewState } from './overviewState'

/** A key figure of all units together, and how it changed. */
export interface FigureFacts {
  readonly figure: KeyFigure
  readonly look: ItemLook
  readonly total: Total
  readonly change: ComparableChange
  /** What there is to say of the numbers of the two years that the change is made of. */
  readonly doubt: Doubt
  /** Whether the direction of the change holds without each unit. */
  readonly robustness: Robustness
  /** Whether the change is of a rate over too few cases in one of the years. */
  readonly isSmall: boolean
  /** The page that explains the change. */
  readonly why: string
  /** The view behind it. */
  readonly address: string
}

/** The key figures of an answer that has two years. */
export function figureFacts(
  answer: MatrixAnswer,
  state: OverviewState,
  years: YearPair,
): readonly FigureFacts[] {
  const year = answer.years[years.now] ?? 0
  const base = answer.years[years.before] ?? 0
  return keyFigures.map((figure) => {
    const change = comparableChange(answer, figure.item, years)
    return {
      figure,
      look: itemLook(figure.item),
      total: totalOf(answer, figure.item, years.now),
      change,
      doubt: doubtBehind(answer, figure.item, years, change.units),
      robustness: directionWithout(answer, figure.item, years, change.units),
      isSmall: isOverFew(answer, figure.item, years, change.units),
      why: changeAddress(figure.item, state, { year, base }),
      address: figureAddress(figure, state, year),
    }
  })
}

/** Whether the cases of some units together are fewer than a rate is ranked by, in one of two years. */
function isOverFew(
  answer: MatrixAnswer,
  item: string,
  { before, now }: YearPair,
  units: readonly number[],
): boolean {
  const least = itemLook(item).minimumDenominator
  if (least === null || units.length === 0) return false
  return [before, now].some((year) => sumFact(answer, item, units, year).denominator < least)
}

function doubtBehind(
  answer: MatrixAnswer,
  item: string,
  { before, now }: YearPair,
  units: readonly number[],
): Doubt {
  return jointDoubt(
    units.flatMap((unit) => [before, now].map((year) => answerCell(answer, item, unit, year))),
  )
}

/** The key figures as a table: the sum with n/N, the change over comparable units, and how many those are. */
export function figureTable(
  facts: readonly FigureFacts[],
  year: number,
  base: number,
  caption: string,
): TableText {
  return {
    caption,
    corner: '指标',
    groups: [],
    columns: [
      { label: `${year} 年`, title: `${year} 年合计` },
      { label: `比 ${base} 年`, title: `比 ${base} 年（只在可比单位之间）` },
      { label: '可比单位', title: '可比单位' },
    ],
    rows: facts.length,
    row: (index) => figureRow(facts[index]),
  }
}

function figureRow(facts: FigureFacts | undefined): RowText {
  if (!facts) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
  const { figure, look, total, change, doubt, robustness, isSmall, address } = facts
  const unit = look.kind === 'percent' || look.measureUnit === '' ? '' : `（${look.measureUnit}）`
  const compared = change.units.length
  const all = compared + change.others.length
  return {
    key: figure.item,
    header: look.label + unit,
    aside: '',
    isTotal: false,
    href: address,
    cells: [
      {
        ...opened(
          totalText(total, look),
          total.n === 0,
          joined(`${total.of} 个单位中 ${total.n} 个有数`, checkReason(total.check)),
        ),
        sign: totalSigns(total).trim(),
        ...totalFigure(total, look),
      },
      {
        ...opened(
          compared === 0 ? '不可比' : changeText(change.before, change.now, look),
          compared === 0,
          joined(
            compared === 0 ? '没有两年都有数的单位' : fromToText(change.before, change.now, look),
            checkReason(doubt.check),
            isSmall ? fewText(look) : '',
            hangsOn(robustness).note,
          ),
        ),
        sign: [doubtSigns(doubt).trim(), isSmall ? '分母小' : '', hangsOn(robustness).sign]
          .filter((text) => text !== '')
          .join(' '),
        ...changeFigure(change, doubt, look),
      },
      opened(`${compared}/${all}`, compared === 0, '点开看哪些单位不在比较内'),
    ],
  }
}

/** The number behind a sum, for files. */
function totalFigure({ value, n, of, ...doubt }: Total, look: ItemLook): Pick<CellText, 'figure'> {
  if (Number.isNaN(value)) return {}
  const isPercent = look.kind === 'percent'
  return {
    figure: { value, isPercent, counted: { n, of }, marks: reportMarks(doubt), check: doubt.check },
  }
}

/** The number behind a change, for files: a percentage, or percentage points. */
function changeFigure(
  { before, difference }: ComparableChange,
  doubt: Doubt,
  { kind }: ItemLook,
): Pick<CellText, 'figure'> {
  const isFair = before !== 0 && !isSmallBase(before)
  const value = kind === 'percent' ? difference : isFair ? (100 * difference) / before : NaN
  if (Number.isNaN(value)) return {}
  const { check } = doubt
  return { figure: { value, isPercent: kind !== 'percent', marks: reportMarks(doubt), check } }
}

/** A sign beside a change that hangs on one unit; what is opened says on which. */
function hangsOn({ flips, dominant }: Robustness): Pick<CellText, 'sign' | 'note'> {
  if (flips.length > 0) return { sign: '不稳', note: '去掉某一个单位，升降就变了，点开看是谁' }
  if (dominant === null) return { sign: '', note: '' }
  return { sign: '一家过半', note: '一个单位占了一半以上，点开看是谁' }
}

function fewText({ minimumDenominator }: ItemLook): string {
  return `有一年分母合计小于 ${minimumDenominator ?? ''}，比率的升降说明不了什么`
}

function joined(...notes: readonly string[]): string {
  return notes.filter((note) => note !== '').join('；')
}

function opened(text: string, missing: boolean, note: string): CellText {
  return { text, note, missing, sign: '', opens: true }
}

/** Who is not in the sums, for those who cannot click on them. */
export function figureNotes(
  facts: readonly FigureFacts[],
  answer: MatrixAnswer | null,
): readonly SumNote[] {
  return facts.map(({ look, total }) => sumNote(answer?.units ?? [], look.label, total))
}

/** Everything behind a key figure in sentences: who is in the sum, who in the change, and who is not. */
export function factSentences(
  { look, total, change, isSmall }: FigureFacts,
  { units }: MatrixAnswer,
  year: number,
  base: number,
): readonly string[] {
  const nameOf = (unit: number) => units[unit]?.name ?? ''
  const lacking = (why: NotComparable) =>
    change.others.filter((other) => other.why === why).map(({ unit }) => nameOf(unit))
  const [noNumber, untrusted, unlike, otherExtent] = [
    lacking('noNumber'),
    lacking('untrusted'),
    lacking('unlike'),
    lacking('otherExtent'),
  ]
  const { length } = change.units
  const style = { ...look, kind: look.kind === 'percent' ? ('percent' as const) : look.kind }
  const compared =
    length === 0
      ? `没有一个单位在 ${base}、${year} 两年都有可比的数，不作比较。`
      : `${base} 年、${year} 年都有数的 ${length} 个单位合计：${numberText(change.before, style)} → ${numberText(change.now, style)}，${changeText(change.before, change.now, look)}。`
  return [
    `${totalSentence(`${year} 年`, total, total.missing.map(nameOf), look)}。`,
    compared,
    ...(isSmall ? [`注意：${fewText(look)}。`] : []),
    ...(noNumber.length > 0 ? [`不在比较内，因为有一年没有数：${namesText(noNumber)}。`] : []),
    ...[unitChangesText(units, base, year)].flatMap((text) =>
      text === '' ? [] : [`其间有区划调整：${text}；合计的变化含此，不是各县自己的升降。`],
    ),
    ...(untrusted.length > 0
      ? [`不在比较内，因为数不平或不可判，按“只看可信”不计：${namesText(untrusted)}。`]
      : []),
    ...(unlike.length > 0 ? [`不在比较内，因为两年的表样不同：${namesText(unlike)}。`] : []),
    ...(otherExtent.length > 0
      ? [`不在比较内，因为其间并入了别的区县或划出了新区：${namesText(otherExtent)}。`]
      : []),
  ]
}

/** Whether the direction of a key figure's change rests on one unit alone; nothing where nothing compares. */
export function robustnessOf(
  { change, robustness, look }: FigureFacts,
  { units }: MatrixAnswer,
  year: number,
): readonly RobustnessLine[] {
  if (change.units.length === 0) return []
  const whole = `可比单位 ${year} 年${look.kind === 'percent' ? '分母' : '合计'}`
  return directionLines(robustness, shownNames(units), whole)
}
