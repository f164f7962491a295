import { expect, test } from 'vitest'
import { checkMarks, MARK_APPROXIMATE, MARK_CORRECTED, type CheckMark } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { flowItems, requestFlow } from '@/analysis/requestFlow'
import { standingsOf } from '@/analysis/standings'
import { bumpChart } from '@/charts/bumpChart'
import { changeChart } from '@/charts/changeChart'
import type { ChartModel } from '@/charts/chartModel'
import { composed } from '@/charts/composition'
import { compositionRows } from '@/charts/compositionChart'
import { facetIn } from '@/charts/figureModes'
import { flowChart } from '@/charts/flowChart'
import { multiplesChart } from '@/charts/multiplesChart'
import { stripChart } from '@/charts/stripChart'
import { trendChart } from '@/charts/trendChart'
import { answerTo } from './answers'
import { plainTheme } from './theme'

const [first, second] = ['licensing.decisions', 'penalties.decisions'] as const
const reports = [2022, 2023].map((year) => ({
  unit: '990101',
  year,
  figures: { [first]: 40, [second]: 10 },
}))
const plain = answerTo({ items: [first, second], units: ['990101'], years: [2022, 2023] }, reports)

/** The same numbers, every one 约, 更 and with this outcome of its checks. */
function marked(check: CheckMark): typeof plain {
  return {
    ...plain,
    marks: plain.marks.map(() => MARK_APPROXIMATE | MARK_CORRECTED),
    checks: plain.checks.map(() => checkMarks.indexOf(check)),
  }
}

function charts(answer: typeof plain): Readonly<Record<string, ChartModel>> {
  const facet = facetIn(answer, first, 'value', 0)
  const drawing = { answer, facet, units: [0], breaks: [], theme: plainTheme, description: '' }
  const sized = { ...drawing, width: 800, height: 300, scale: 'linear' as const }
  const standings = [0, 1].map((year) => {
    const cell = answerCell(answer, first, 0, year)
    return standingsOf([cell, cell], null)
  })
  const spec = {
    whole: { item: first, label: '许可' },
    parts: [{ item: first, label: '许可' }],
  }
  const bar = { label: '甲县', composed: composed(answer, spec, 0, 0), target: null, note: '' }
  const cells = [0, 1].map((year) => answerCell(answer, first, 0, year))
  const [before] = cells
  if (before === undefined) throw new Error('no cell')
  return {
    trend: trendChart(sized),
    multiples: multiplesChart({ ...sized, columns: 1 }),
    strip: stripChart({ ...sized, focus: null }),
    'strip in focus': stripChart({ ...sized, focus: 0 }),
    bump: bumpChart({ ...sized, standings, focus: null }),
    composition: compositionRows({
      ...{ spec, bars: [bar], shape: 'count', measureUnit: '件', theme: plainTheme },
      ...{ width: 800, description: '' },
    }),
    change: changeChart({
      steps: [
        {
          ...{ label: '甲县', effect: 3, kind: 'part', doubt: before, target: null },
          tip: { title: '', rows: [], notes: [] },
        },
      ],
      ...{ decimals: null, measureUnit: '件', theme: plainTheme, width: 800, description: '' },
    }),
  }
}

/** What a chart draws, its functions left out: a picture of it has no tips. */
function drawn({ option }: ChartModel): string {
  return JSON.stringify(option)
}

test.each(Object.keys(charts(plain)))(
  '%s shows the signs of its numbers, and none without',
  (name) => {
    const draw = (answer: typeof plain) => {
      const chart = charts(answer)[name]
      if (chart === undefined) throw new Error(name)
      return drawn(chart)
    }
    expect(draw(marked('failed'))).toContain('约更≠')
    expect(draw(marked('undecidable'))).toContain('约更?')
    expect(draw(plain)).not.toMatch(/[约更≠]/u)
  },
)

test('the bands of a flow have them at their ends', () => {
  const figures = Object.fromEntries(flowItems.map((item) => [item, 1]))
  const one = answerTo({ items: flowItems, units: ['990101'], years: [2023, 2023] }, [
    { unit: '990101', year: 2023, figures },
  ])
  const answer = { ...one, marks: one.marks.map(() => MARK_CORRECTED) }
  const flow = requestFlow(answer, [0], 0)
  expect(drawn(flowChart({ flow, theme: plainTheme, description: '' }))).toMatch(/） 更/u)
})
