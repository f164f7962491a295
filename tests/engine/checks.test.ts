import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import type { Engine } from '@/engine/createEngine'
import type { FindingQuestion } from '@/engine/checkProtocol'
import { importInto, openEngine } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const all = { units: null, years: null, scope: 'whole' } as const
const wrong: FindingQuestion = { ...all, kinds: ['error'], rule: null, disposed: null }
const page = { first: 0, count: 50 }
const HEADER =
  'unit_code,unit_name,year,scope,edition,review.upheld,review.corrected,review.other,review.pending,review.total'

/** 复议 of fictional counties; the first sum of two is 不平. */
function reviews(...rows: string[]): File {
  return new File([[HEADER, ...rows].join('\n') + '\n'], 'reviews.csv')
}

const failing = '610921,汉阴县,2023,whole,2021,10,1,0,0,0'
const passing = '320813,洪泽区,2023,whole,2021,1,2,3,4,10'

async function engineWith(...rows: string[]) {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await importInto(engine, [reviews(...rows)])
  return { factory, engine }
}

async function onlyFinding(engine: Engine, question: FindingQuestion = wrong) {
  const { findings } = await engine.findings(question, page)
  const [finding] = findings
  if (finding === undefined || findings.length > 1) throw new Error('not one finding')
  return finding
}

test('the matrix tells each report its state, and years between as missing', async () => {
  const { engine } = await engineWith(failing, passing, '610921,汉阴县,2025,whole,2021,1,1,0,0,2')
  const health = await engine.health(all)

  expect(health.labels.map(({ name }) => name)).toEqual(['洪泽区', '汉阴县'])
  expect(health.years).toEqual([2023, 2024, 2025])
  expect([...health.reported]).toEqual([1, 0, 0, 1, 0, 1])
  expect([...health.existed]).toEqual([1, 1, 1, 1, 1, 1])
  expect([...health.errors]).toEqual([0, 0, 0, 1, 0, 0])
  expect(health.partial[3]).toBe(1)
})

test('a finding comes with its numbers, and with what would balance it', async () => {
  const { engine } = await engineWith(failing, passing)

  expect(await onlyFinding(engine)).toMatchObject({
    unit: 'cn:610921',
    year: 2023,
    check: 'T4-SUM:review',
    left: 11,
    right: 0,
    difference: 11,
    advice: { indicator: 'review.total', balanced: 11, certain: false },
    disposition: null,
  })
  expect((await engine.findings({ ...wrong, rule: 'T3-ROW' }, page)).total).toBe(0)
  expect((await engine.findings({ ...wrong, years: [2024, 2025] }, page)).total).toBe(0)
  expect((await engine.findings({ ...wrong, units: ['cn:320813'] }, page)).total).toBe(0)
})

test('pages follow each other, by unit and year', async () => {
  const rows = [2021, 2022, 2023].map((year) => `610921,汉阴县,${year},whole,2021,1,0,0,0,0`)
  const { engine } = await engineWith(...rows, '320813,洪泽区,2022,whole,2021,1,0,0,0,0')
  const first = await engine.findings(wrong, { first: 0, count: 3 })
  const second = await engine.findings(wrong, { first: 3, count: 3 })

  expect([first.total, second.total]).toEqual([4, 4])
  expect(
    [...first.findings, ...second.findings].map(({ unit, year }) => `${unit} ${String(year)}`),
  ).toEqual(['cn:320813 2022', 'cn:610921 2021', 'cn:610921 2022', 'cn:610921 2023'])
})

test('a correction makes the finding go, and undoing it brings it back', async () => {
  const { engine } = await engineWith(failing)
  const key = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
  const value = { kind: 'value', value: 11, approximate: false } as const
  const batch = await engine.correct([{ ...key, indicator: 'review.total', value }], '县局更正')

  expect((await engine.findings(wrong, page)).total).toBe(0)
  expect([...(await engine.health(all)).errors]).toEqual([0])
  await engine.setBatchActive(batch?.id ?? 0, false)
  expect((await engine.findings(wrong, page)).total).toBe(1)
})

test('a disposition lasts over opening again and the same figures, not over others', async () => {
  const { engine, factory } = await engineWith(failing)
  await engine.saveSettings({ operator: '王某' })
  const word = { kind: 'otherScope', reason: ' 只含县本级 ' } as const
  await engine.dispose(await onlyFinding(engine), word)

  const { engine: reopened } = await openEngine(factory, (await engine.status()).sentinel)
  expect((await reopened.status()).health).toEqual({ kind: 'ok' })
  await importInto(reopened, [reviews(failing, passing)])
  expect((await onlyFinding(reopened)).disposition).toMatchObject({
    kind: 'otherScope',
    reason: '只含县本级',
    by: '王某',
    at: 1_750_000_000_000,
  })
  expect([...(await reopened.health(all)).disposed]).toEqual([0, 1])
  expect((await reopened.findings({ ...wrong, disposed: true }, page)).total).toBe(1)
  expect((await reopened.findings({ ...wrong, disposed: false }, page)).total).toBe(0)

  const key = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
  expect((await reopened.itemChecks(key, 'review.upheld')).checks).toMatchObject([
    { check: 'T4-SUM:review', advice: { balanced: 11 }, disposition: { reason: '只含县本级' } },
  ])
  const value = { kind: 'value', value: 12, approximate: false } as const
  await reopened.correct([{ ...key, indicator: 'review.total', value }], '又错')
  expect((await onlyFinding(reopened)).disposition).toBeNull()
  expect([...(await reopened.health(all)).disposed]).toEqual([0, 0])
})

test('a disposition needs a reason and the figures that are there, and can be taken back', async () => {
  const { engine } = await engineWith(failing)
  const finding = await onlyFinding(engine)
  const word = { kind: 'confirmed', reason: '属实' } as const

  await expect(engine.dispose(finding, { ...word, reason: ' ' })).rejects.toMatchObject({
    code: 'reason-missing',
  })
  const other = { ...finding, figures: finding.figures.slice(1) }
  await expect(engine.dispose(other, word)).rejects.toMatchObject({ code: 'not-found' })
  await engine.dispose(finding, word)
  await engine.withdrawDisposition(finding)
  await engine.withdrawDisposition(finding)
  expect((await onlyFinding(engine)).disposition).toBeNull()
})

test('what is said of a sample goes with it', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await engine.loadSample('real')
  const listed = await engine.findings(wrong, page)
  const [finding] = listed.findings
  if (finding === undefined) throw new Error('the sample has a sum that fails')
  await engine.dispose(finding, { kind: 'confirmed', reason: '已电话核实' })
  await engine.removeSamples()
  await engine.loadSample('real')

  expect((await engine.findings({ ...wrong, disposed: true }, page)).total).toBe(0)
  expect((await engine.findings(wrong, page)).total).toBe(listed.total)
})

test('the sheet for a county has its failing sums and what would balance them', async () => {
  const { engine } = await engineWith(failing, passing)
  const csv = await (await engine.checkSheet('cn:610921', 'csv')).text()
  const xlsx = await (await engine.checkSheet('cn:610921', 'xlsx')).arrayBuffer()

  expect(csv).toContain('汉阴县')
  expect(csv).toContain('T4-SUM:review')
  expect(csv).toContain('可能应为 11')
  expect(csv).not.toContain('洪泽区')
  expect([...new Uint8Array(xlsx).subarray(0, 2)]).toEqual([0x50, 0x4b])
})

test('a 处置 travels in a package, and holds in the other store while the figures are the same', async () => {
  const { engine } = await engineWith(failing)
  const word = { kind: 'confirmed', reason: '县局来函确认' } as const
  await engine.dispose(await onlyFinding(engine), word)
  const file = await engine.exportPackage()

  const other = await openEngine(new IDBFactory())
  await other.engine.importPackage(file)
  expect((await onlyFinding(other.engine)).disposition).toMatchObject({ ...word, by: '' })

  await importInto(other.engine, [reviews(failing, passing)])
  expect((await onlyFinding(other.engine)).disposition).toMatchObject(word)
  const key = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
  const value = { kind: 'value', value: 9, approximate: false } as const
  await other.engine.correct([{ ...key, indicator: 'review.upheld', value }], '县局来电')
  expect((await onlyFinding(other.engine)).disposition).toBeNull()
})
