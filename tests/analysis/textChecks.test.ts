import { expect, test } from 'vitest'
import { checkMarks } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { findingsOf } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import { askMatrix } from '@/analysis/matrix'
import { healthState, reportHealth } from '@/analysis/reportHealth'
import { statedChecks } from '@/analysis/statedChecks'
import type { BatchContent } from '@/data/batch'
import { correctCell } from '@/data/corrections'
import type { Cube } from '@/data/cube'
import { dispositionHolds, disposeOf } from '@/data/disposition'
import { foldBatches } from '@/data/fold'
import { packSegment, unpackSegment } from '@/data/packSegment'
import { generateSample } from '@/data/sample'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { Cell, Report } from '@/domain/report'
import { batchOf, toldText } from '../foldReports'
import { noUnits } from '../unitTree'

const registry = createUnitRegistry([])
const [sample] = generateSample({ counties: 1, years: [2023, 2023] }, 7).reports
if (sample === undefined) throw new Error('no report')

const value = (number: number): Cell => ({ kind: 'value', value: number, approximate: false })

/** A fictional report whose 行政复议 are 170, all upheld, with nothing carried out. */
const report: Report = {
  ...sample,
  cells: new Map([
    ...sample.cells,
    ['review.upheld', value(170)],
    ['review.corrected', value(0)],
    ['review.other', value(0)],
    ['review.pending', value(0)],
    ['review.total', value(170)],
  ]),
}
const key = { unit: `cn:${report.unit.code}`, year: 2023, scope: 'whole' } as const

const said = (count: number) => `因信息公开引起行政复议${count}件。`

function told(...lines: readonly string[]): BatchContent {
  return batchOf([report], 1, ({ year }) => toldText(year, ...lines))
}

function withCorrection(batch: BatchContent, total: number): readonly BatchContent[] {
  const word = { indicator: 'review.total', value: value(total), reason: '' }
  const corrections = [correctCell(foldBatches([batch]), key, word)]
  const correction = { ...batch.batch, id: 2, kind: 'correction' as const }
  return [batch, { batch: correction, segments: [], corrections }]
}

function onText(cube: Cube) {
  return findingsOf(checkCube(cube, registry), key).filter(
    (finding) => finding.told !== null && finding.severity !== 'info',
  )
}

function markOf(cube: Cube, item: string): (typeof checkMarks)[number] {
  const answer = askMatrix(
    cube,
    { items: [item], units: null, years: null, scope: 'whole' },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      units: noUnits,
      dataVersion: '',
    },
  )
  return answerCell(answer, item, 0, 0).check
}

test('a text that the table contradicts is a finding on both, and marks what the table says', () => {
  const cube = foldBatches([told(said(134))])

  expect(onText(cube)).toMatchObject([
    {
      check: 'P-REVIEW:行政复议',
      rule: 'P-REVIEW',
      outcome: 'failed',
      severity: 'warning',
      label: '行政复议',
      left: 134,
      right: 170,
      difference: -36,
      figures: [{ ...key, indicator: 'review.total', cell: value(170) }],
      told: { said: '134', sentence: said(134), source: 'test', place: { line: 2, column: 12 } },
    },
  ])
  expect(markOf(cube, 'review.total')).toBe('failed')
  expect(markOf(cube, 'review.upheld')).toBe('passed')
  expect(markOf(cube, 'requests.new.total')).toBe('passed')
  const health = reportHealth(checkCube(cube, registry), key)
  expect([health.errors, health.warnings, healthState(health)]).toEqual([0, 1, 'failed'])
})

test('a text that agrees is stated with the figure, and covers nothing that no sum covers', () => {
  const licences = report.cells.get('licensing.decisions')
  if (licences?.kind !== 'value') throw new Error('no licences')
  const line = `全年办理行政许可${licences.value}件。`
  const cube = foldBatches([told(said(170), line)])
  const store = checkCube(cube, registry)

  expect(onText(cube)).toEqual([])
  const stated = statedChecks(store, [{ ...key, indicator: 'review.total' }])
  expect(stated.map(({ check, outcome }) => [check, outcome])).toEqual([
    ['T4-SUM:review', 'passed'],
    ['P-REVIEW:行政复议', 'passed'],
  ])
  expect(markOf(cube, 'review.total')).toBe('passed')
  expect(markOf(cube, 'licensing.decisions')).toBe('none')
})

test('what a text leaves open is 不可判, and says nothing against the table', () => {
  const line = '信息公开行政复议均获维持。'
  const open: Report = {
    ...report,
    cells: new Map([...report.cells, ['review.pending', { kind: 'blank' }]]),
  }
  const cube = foldBatches([batchOf([open], 1, ({ year }) => toldText(year, line))])

  expect(onText(cube)).toMatchObject([{ check: 'P-WON:行政复议结果纠正与尚未审结' }])
  expect(onText(cube)).toMatchObject([{ outcome: 'undecidable' }])
  const all = foldBatches([told(line)])
  expect(onText(all)).toEqual([])
})

test('a correction of the table settles it, undo brings it back, and only one unit is judged anew', () => {
  const batch = told(said(134))
  const before = checkCube(foldBatches([batch]), registry)
  const corrected = foldBatches(withCorrection(batch, 134))
  const after = checkCube(corrected, registry, before)
  const undone = checkCube(foldBatches([batch]), registry, after)
  const onTexts = (store: typeof before) =>
    findingsOf(store, key).filter(({ rule }) => rule === 'P-REVIEW')

  expect(onTexts(before)).toHaveLength(1)
  expect(onTexts(after)).toEqual([])
  expect(markOf(corrected, 'review.total')).toBe('failed')
  expect(findingsOf(after, key).map(({ check }) => check)).toContain('T4-SUM:review')
  expect(onTexts(undone)).toEqual(onTexts(before))
})

test('the text of a later source takes the place of an earlier one, also with the same figures', () => {
  const first = told(said(134))
  const second = batchOf([report], 2, ({ year }) => toldText(year, said(170)))
  const table = batchOf([report], 3)
  const before = checkCube(foldBatches([first]), registry)

  expect(onText(foldBatches([first, second]))).toEqual([])
  const after = checkCube(foldBatches([first, second]), registry, before)
  expect(findingsOf(after, key).filter(({ rule }) => rule === 'P-REVIEW')).toEqual([])
  expect(onText(foldBatches([first, table]))).toHaveLength(1)
})

test('a 处置 holds while the text says the same and the figures are the same', () => {
  const [finding] = onText(foldBatches([told(said(134))]))
  if (finding === undefined) throw new Error('no finding')
  const word = disposeOf(finding, { kind: 'otherScope', reason: '只计立案', by: '', at: 1 })
  const holdsFor = (contents: readonly BatchContent[]) =>
    onText(foldBatches(contents)).some((each) => dispositionHolds(word, each))

  expect(holdsFor([told('全年工作扎实。', `全年${said(134)}`)])).toBe(true)
  expect(holdsFor([told(said(135))])).toBe(false)
  expect(holdsFor(withCorrection(told(said(134)), 171))).toBe(false)
})

test('texts are stored with their segment; what is no statement is left out of a stranger’s', () => {
  const [segment] = told(
    said(134),
    '2022年我县推进政务公开。',
    '信息公开申请予以公开12件，占40%。',
  ).segments
  if (segment === undefined) throw new Error('no segment')
  const packed = packSegment(segment)
  expect(unpackSegment(packed)).toEqual(segment)
  expect(segment.told?.[0]?.claims.map(({ rule }) => rule)).toEqual([
    'P-REVIEW',
    'P-OUT',
    'P-PCT',
    'P-YEAR',
  ])

  const strange = packed.header
    .replace('"rule":"P-REVIEW"', '"rule":"P-NONE"')
    .replace('"percent":40', '"percent":"40"')
    .replace('"holds":false', '"holds":1')
  const read = unpackSegment({ ...packed, header: strange })
  expect(read.told?.[0]?.claims.map(({ rule }) => rule)).toEqual(['P-OUT'])
})

test('a segment without texts is stored as it always was', () => {
  const [segment] = batchOf([report]).segments
  if (segment === undefined) throw new Error('no segment')
  expect(packSegment(segment).header).not.toContain('told')
})
