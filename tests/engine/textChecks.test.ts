import { expect, test, vi } from 'vitest'
import { IDBFactory } from 'fake-indexeddb'
import type { FindingQuestion } from '@/engine/checkProtocol'
import type { Engine } from '@/engine/createEngine'
import { generateSample } from '@/data/sample'
import { printForm } from '../documents/formTables'
import { pieces } from '../documents/houseStyles'
import { renderDocx } from '../documents/renderDocx'
import { importInto, openEngine } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const [sample] = generateSample({ counties: 1, years: [2023, 2023] }, 7).reports
if (sample === undefined) throw new Error('no report')
const report = sample
const reviews = report.cells.get('review.total')
if (reviews?.kind !== 'value') throw new Error('no review')
const told = reviews.value + 2

async function document(...overview: readonly string[]): Promise<File> {
  const form = printForm(report, '2021')
  const title = '示例新区2023年政府信息公开工作年度报告'
  const bytes = await renderDocx(pieces(form, title, { overview, others: [] }))
  return new File([new Uint8Array(bytes)], '示例新区2023年政府信息公开工作年度报告.docx')
}

const onReviews: FindingQuestion = {
  ...{ units: null, years: null, scope: 'whole', kinds: ['warning'] },
  rule: 'P-REVIEW',
  disposed: null,
}

const page = { first: 0, count: 10 }
const said = (count: number) => `因信息公开引起行政复议${count}件。`

async function onlyFinding(engine: Engine) {
  const { findings } = await engine.findings(onReviews, page)
  const [finding] = findings
  if (finding === undefined || findings.length > 1) throw new Error('not one finding')
  return finding
}

async function openedEngine() {
  const { engine } = await openEngine(new IDBFactory())
  const [city] = await engine.searchUnits('安康市', 1)
  await engine.addUnit({ name: '示例新区', kind: 'zone', parent: city?.id ?? '' })
  return engine
}

test('a contradiction of the text is in the matrix, the list, the trace of the figure and the sheet', async () => {
  const engine = await openedEngine()
  await importInto(engine, [await document(said(told))])
  const finding = await onlyFinding(engine)

  expect(finding).toMatchObject({
    check: 'P-REVIEW:行政复议',
    left: told,
    right: reviews.value,
    told: { sentence: said(told), table: { table: '正文' } },
  })
  const health = await engine.health({ units: null, years: null, scope: 'whole' })
  expect([...health.warnings]).toEqual([1])
  const { unit, year, scope } = finding
  const traced = await engine.itemChecks({ unit, year, scope }, 'review.total')
  expect(traced.checks.map(({ check, outcome }) => [check, outcome])).toContainEqual([
    'P-REVIEW:行政复议',
    'failed',
  ])
  const sheet = await (await engine.checkSheet(unit, 'csv')).text()
  expect(sheet).toContain(`P-REVIEW:行政复议,,,不符：正文说行政复议 ${told}，表中行政复议总计`)
})

test('a 处置 of it survives the same report in another file, and ends with another number', async () => {
  const engine = await openedEngine()
  await importInto(engine, [await document(said(told))])
  await engine.dispose(await onlyFinding(engine), { kind: 'otherScope', reason: '只计立案的' })

  const same = await importInto(engine, [await document('全年工作平稳。', `本年${said(told)}`)])
  expect(same).toBeNull()
  expect((await onlyFinding(engine)).disposition?.reason).toBe('只计立案的')

  const other = await importInto(engine, [await document(said(told + 1))])
  expect(other?.cells.taken).toBe(0)
  expect((await onlyFinding(engine)).left).toBe(told + 1)
  expect((await onlyFinding(engine)).disposition).toBeNull()

  await engine.setBatchActive(other?.id ?? 0, false)
  expect((await onlyFinding(engine)).disposition?.reason).toBe('只计立案的')
})
