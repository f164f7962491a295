import type { UnitLabel } from '@/analysis/answer'
import type { FormFigure, FormSummary } from '@/charts/formSummary'
import { shownNames } from '@/charts/unitOrder'
import { fullLabel } from '@/domain/catalogue'
import type { ReportEdition } from '@/domain/indicator'
import type { StatutoryNote } from '@/exports/statutoryFile'
import { checkReason, checkSign } from '@/wording/answers'

/** What is said below the tables, and the marks beside their figures. */
export interface SummaryNotes {
  readonly notes: readonly StatutoryNote[]
  /** By indicator; figures that nothing is said of are left out. */
  readonly marks: ReadonlyMap<string, string>
}

const editionNames: Readonly<Record<ReportEdition, string>> = {
  '2019': '2019 表样',
  '2021': '2021 表样',
  unknown: '表样不明',
}

/**
 * The footnotes of sums: how many are in all of them and who is missing, then with a mark each the
 * figures in which others are missing; unlike forms; figures whose checks fail or cannot be made, 约 and 更.
 * `units` in the order of the answer.
 */
export function summaryNotes(summary: FormSummary, units: readonly UnitLabel[]): SummaryNotes {
  const named = namer(units)
  const groups = groupsOf(summary.figures)
  const [most, ...others] = groups.toSorted((a, b) => b.indicators.length - a.indicators.length)
  const marks = new Map<string, string>()
  const marked = others.map(({ figure, indicators }, at): StatutoryNote => {
    const mark = noteMark(at)
    for (const indicator of indicators) marks.set(indicator, mark)
    return { mark, figures: listed(indicators), text: countText(figure, named) }
  })
  const whole = most === undefined ? [] : [plain(`合计 ${countText(most.figure, named)}`)]
  return {
    notes: [...whole, ...marked, ...editionNotes(summary, named), ...doubts(summary)],
    marks,
  }
}

/** What is said of a single report: its form, and the figures whose checks fail or cannot be made. */
export function reportNotes(summary: FormSummary): readonly StatutoryNote[] {
  const [edition] = summary.units.keys()
  return [
    ...(edition === undefined ? [] : [plain(`表样：${editionNames[edition]}`)]),
    ...doubts(summary),
  ]
}

function plain(text: string): StatutoryNote {
  return { mark: '', figures: '', text }
}

interface Group {
  readonly figure: FormFigure
  readonly indicators: string[]
}

/** Figures that the same units are in. */
function groupsOf(figures: FormSummary['figures']): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const [indicator, figure] of figures) {
    const key = JSON.stringify([figure.n, figure.of, figure.missing, figure.untrusted])
    const group = groups.get(key)
    if (group) group.indicators.push(indicator)
    else groups.set(key, { figure, indicators: [indicator] })
  }
  return [...groups.values()]
}

/** ① … ⑳, then (21) …. */
function noteMark(at: number): string {
  return at < 20 ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`
}

type Named = (units: readonly number[]) => string

function namer(units: readonly UnitLabel[]): Named {
  const names = shownNames(units)
  return (positions) => positions.map((unit) => names[unit] ?? '').join('、')
}

function countText({ n, of, missing, untrusted }: FormFigure, named: Named): string {
  const lacks = missing.length === 0 ? '' : `，缺：${named(missing)}`
  const omits = untrusted.length === 0 ? '' : `，不平或不可判，未计：${named(untrusted)}`
  return `${n}/${of}${lacks}${omits}`
}

function editionNotes({ units, edition, flagged }: FormSummary, named: Named): StatutoryNote[] {
  if (units.size < 2) return []
  const others = [...units].filter(([other]) => other !== edition)
  const who = others.map(([other, positions]) => `${editionNames[other]}：${named(positions)}`)
  return [
    plain(
      `按${editionNames[edition]}列表；用其他表样的（${who.join('；')}）只计可比的格，不可比的格按缺计`,
    ),
    ...(flagged.length === 0
      ? []
      : [{ mark: '', figures: listed(flagged), text: '两种表样的口径略有不同，合计时须留意' }]),
  ]
}

/** What the signs beside the figures mean, and which figures have them. */
function doubts(summary: FormSummary): readonly StatutoryNote[] {
  const ofChecks = (['failed', 'undecidable'] as const).flatMap((outcome) =>
    marksOf(
      summary,
      `${checkSign(outcome)} ${checkReason(outcome)}`,
      ({ state, check }) => state === 'value' && check === outcome,
    ),
  )
  return [
    ...ofChecks,
    ...marksOf(summary, '约 原文为约数', ({ approximate }) => approximate),
    ...marksOf(summary, '更 经人工更正', ({ corrected }) => corrected),
  ]
}

function marksOf(
  { figures }: FormSummary,
  text: string,
  isMeant: (figure: FormFigure) => boolean,
): readonly StatutoryNote[] {
  const meant = [...figures].filter(([, figure]) => isMeant(figure)).map(([id]) => id)
  return meant.length === 0 ? [] : [{ mark: '', figures: listed(meant), text }]
}

/** Figures named at most; the tables mark them all. */
const MOST_LISTED = 6

function listed(indicators: readonly string[]): string {
  const names = indicators.map((indicator) => `“${fullLabel(indicator)}”`)
  if (names.length <= MOST_LISTED) return names.join('')
  return `${names.slice(0, MOST_LISTED).join('')}等 ${names.length} 格`
}
