import { jointDoubt, type Doubt } from '@/analysis/answerCell'
import type { RequestFlow } from '@/analysis/requestFlow'
import { flowApplicants } from '@/analysis/requestFlow'
import { outcomeGroups } from '@/domain/tableThree'
import { doubtSigns } from '@/wording/answers'
import { exactText, percentText } from '@/wording/numbers'
import type { Tip } from '@/wording/tip'
import { hairline, textSize } from './axes'
import { chartHead } from './chartHead'
import type { ChartModel } from './chartModel'
import type { ChartTheme } from './theme'

export interface FlowInput {
  readonly flow: RequestFlow
  readonly theme: ChartTheme
  readonly description: string
}

interface Band {
  readonly from: string
  readonly to: string
  readonly cases: number
  readonly doubt: Doubt
}

/** From who asked to how it ended: bands as wide as their cases. The two sides are names of their own. */
export function flowChart({ flow, theme, description }: FlowInput): ChartModel {
  const bands = bandsOf(flow)
  const nodes = [...applicantNames, ...groupNames].filter((name) =>
    bands.some(({ from, to }) => from === name || to === name),
  )
  const whole = bands.reduce((sum, { cases }) => sum + cases, 0)
  return {
    option: {
      ...chartHead(theme, description),
      tooltip: { trigger: 'item' },
      series: [bandSeries(bands, nodes, whole, theme)],
    },
    rems: 30,
    tip: (points): Tip | null => {
      const [point] = points
      if (!point) return null
      if (point.isBand === true) {
        const band = bands[point.data]
        return band
          ? tipOf(`${shortName(band.from)} → ${band.to}`, band.cases, whole, band.doubt)
          : null
      }
      const name = nodes[point.data]
      return name === undefined
        ? null
        : tipOf(shortName(name), casesOf(bands, name), whole, doubtOf(bands, name))
    },
    target: () => null,
  }
}

const applicantNames = flowApplicants.map(({ short }) => `申请人：${short}`)
const groupNames = outcomeGroups.map(({ label }) => label)

function bandsOf({ cases, doubts }: RequestFlow): readonly Band[] {
  return cases.flatMap((count, place): Band[] => {
    const from = applicantNames[Math.floor(place / groupNames.length)] ?? ''
    const to = groupNames[place % groupNames.length] ?? ''
    const doubt = doubts[place] ?? jointDoubt([])
    return count > 0 ? [{ from, to, cases: count, doubt }] : []
  })
}

function casesOf(bands: readonly Band[], name: string): number {
  return bands.reduce(
    (sum, band) => sum + (band.from === name || band.to === name ? band.cases : 0),
    0,
  )
}

function doubtOf(bands: readonly Band[], name: string): Doubt {
  return jointDoubt(
    bands.filter(({ from, to }) => from === name || to === name).map(({ doubt }) => doubt),
  )
}

function bandSeries(
  bands: readonly Band[],
  nodes: readonly string[],
  whole: number,
  theme: ChartTheme,
) {
  return {
    type: 'sankey' as const,
    left: 13 * theme.rem,
    right: 13 * theme.rem,
    top: 0.8 * theme.rem,
    bottom: 0.8 * theme.rem,
    nodeWidth: 1.1 * theme.rem,
    nodeGap: 1.1 * theme.rem,
    draggable: false,
    // Keeps both sides in the order of the form.
    layoutIterations: 0,
    emphasis: { focus: 'adjacency' as const },
    label: { color: theme.ink, fontSize: textSize(theme) },
    lineStyle: { color: 'source', opacity: theme.dark ? 0.4 : 0.32 },
    itemStyle: { borderColor: theme.surface, borderWidth: hairline(theme) },
    data: nodes.map((name) => {
      const cases = casesOf(bands, name)
      const position = applicantNames.includes(name) ? ('left' as const) : ('right' as const)
      const signs = doubtSigns(doubtOf(bands, name))
      const formatter = `${shortName(name)} ${exactText(cases)}（${share(cases, whole)}）${signs}`
      return { name, itemStyle: { color: colourOf(name, theme) }, label: { position, formatter } }
    }),
    links: bands.map(({ from, to, cases }) => ({ source: from, target: to, value: cases })),
  }
}

function tipOf(title: string, cases: number, whole: number, doubt: Doubt): Tip {
  const text = `${exactText(cases)} 件（占全部 ${share(cases, whole)}）${doubtSigns(doubt)}`
  return { title, rows: [{ label: '件数', text, colour: null, missing: false }], notes: [] }
}

function share(cases: number, whole: number): string {
  return percentText((100 * cases) / whole, 1)
}

/** Without the words that keep the two 其他 apart. */
function shortName(name: string): string {
  return name.replace('申请人：', '')
}

function colourOf(name: string, theme: ChartTheme): string {
  const side = applicantNames.indexOf(name)
  const colours = side >= 0 ? theme.series : theme.parts
  return colours[side >= 0 ? side : groupNames.indexOf(name)] ?? theme.accent
}
