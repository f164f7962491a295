import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Engine } from '@/engine/createEngine'
import { csv, HANYIN, HONGZE, importInto, openEngine, readInto } from './testEngine'

const hanyin = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
const hongze = { unit: 'cn:320813', year: 2023, scope: 'whole' } as const
const RECEIVED = 'requests.new.total'
const CARRIED = 'requests.carriedIn.total'

function number(value: number) {
  return { kind: 'value', value, approximate: false } as const
}

function correct(engine: Engine, value: number, reason = '县局来电更正') {
  return engine.correct([{ ...hanyin, indicator: RECEIVED, value: number(value) }], reason)
}

async function current(engine: Engine, indicator = RECEIVED) {
  const { cells } = await engine.trace(hanyin, indicator)
  return cells[0]?.cell
}

async function overwriteWith(engine: Engine, row: string) {
  const draft = await readInto(engine, [csv('again.csv', [row])])
  await engine.setOverwrite(draft.files[0]?.source ?? '', true)
  return engine.commitDraft()
}

test('a correction is a batch with who, when and why, and survives opening again', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await engine.saveSettings({ operator: '王某' })
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])])

  expect(await correct(engine, 33, ' 县局来电更正 ')).toMatchObject({
    id: 2,
    kind: 'correction',
    sample: false,
    active: true,
    at: 1_750_000_000_000,
    by: '王某',
    note: '县局来电更正',
    reports: 1,
    cells: { taken: 1, same: 0, refused: 0 },
  })
  const { engine: reopened } = await openEngine(factory, (await engine.status()).sentinel)
  expect((await reopened.status()).health).toEqual({ kind: 'ok' })
  expect(await reopened.trace(hanyin, RECEIVED)).toMatchObject({
    value: number(33),
    cells: [
      {
        cell: number(33),
        place: null,
        batch: { id: 2, kind: 'correction', by: '王某' },
        correction: {
          reason: '县局来电更正',
          before: number(30),
          raw: '30',
          place: { file: 'a.csv', row: 2, column: 6 },
        },
      },
    ],
  })
  expect(await reopened.corrections()).toEqual([
    {
      ...hanyin,
      indicator: RECEIVED,
      expected: number(30),
      value: number(33),
      reason: '县局来电更正',
      unitName: '汉阴县',
      batch: { id: 2, at: 1_750_000_000_000, by: '王某', kind: 'correction' },
      standing: 'holds',
      file: 'a.csv',
      imported: number(30),
    },
  ])
})

test('without a reason, for no report or to the same value, nothing is written', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])])

  await expect(correct(engine, 33, '  ')).rejects.toMatchObject({ code: 'reason-missing' })
  await expect(
    engine.correct([{ ...hongze, indicator: RECEIVED, value: number(1) }], '理由'),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await correct(engine, 30)).toBeNull()
  expect(await engine.batches()).toHaveLength(1)
})

test('a correction outlives a file read again, and goes with its batch', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const file = csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])
  await importInto(engine, [file])
  await correct(engine, 33)

  expect(await importInto(engine, [file])).toBeNull()
  expect(await current(engine)).toEqual(number(33))
  await engine.setBatchActive(2, false)
  expect(await current(engine)).toEqual(number(30))
  expect((await engine.corrections()).map(({ standing }) => standing)).toEqual(['undone'])
})

test('an import with another value makes a conflict, which the correction may win', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])])
  await correct(engine, 33)
  await overwriteWith(engine, `${HANYIN},2023,whole,2021,31,4`)

  expect(await current(engine)).toEqual(number(31))
  expect(await engine.correctionConflicts()).toBe(1)
  expect(await engine.corrections()).toMatchObject([
    { standing: 'conflict', expected: number(30), value: number(33), imported: number(31) },
  ])

  await engine.keepCorrection(hanyin, RECEIVED)
  expect(await current(engine)).toEqual(number(33))
  expect(await engine.correctionConflicts()).toBe(0)
  expect(await engine.corrections()).toMatchObject([
    { standing: 'superseded' },
    { standing: 'holds', expected: number(31), value: number(33), reason: '县局来电更正' },
  ])
  await expect(engine.keepCorrection(hanyin, RECEIVED)).rejects.toMatchObject({ code: 'not-found' })
})

test('or the import may win, until it is undone', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])])
  await correct(engine, 33)
  await overwriteWith(engine, `${HANYIN},2023,whole,2021,31,4`)

  await engine.takeImport(hanyin, RECEIVED, '采用导入的值')
  expect(await current(engine)).toEqual(number(31))
  expect(await engine.correctionConflicts()).toBe(0)

  await engine.setBatchActive(3, false)
  expect(await current(engine)).toEqual(number(33))
  expect(await engine.correctionConflicts()).toBe(0)
})

test('the blanks of one report become 0 as one recorded batch, and only they', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [
    csv('a.csv', [`${HANYIN},2023,whole,2021,,/`, `${HONGZE},2023,whole,2021,,5`]),
  ])

  expect(await engine.blankCells(hanyin)).toEqual([RECEIVED])
  expect(await engine.zeroBlanks(hanyin, '本报告空格按 0')).toMatchObject({
    kind: 'correction',
    cells: { taken: 1 },
  })
  expect(await current(engine)).toEqual(number(0))
  expect(await current(engine, CARRIED)).toEqual({ kind: 'notApplicable' })
  expect(await engine.blankCells(hongze)).toEqual([RECEIVED])
  expect(await engine.blankCells(hanyin)).toEqual([])
  expect(await engine.zeroBlanks(hanyin, '本报告空格按 0')).toBeNull()
})

test('the ledger as CSV opens in a spreadsheet, and runs nothing there', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('=a.csv', [`${HANYIN},2023,whole,2021,30,4`])])
  await correct(engine, 33, '=HYPERLINK("x")')
  await engine.setBatchActive(2, false)

  const text = await (await engine.exportCorrections()).text()
  const [, row] = text.split('\r\n')
  expect(row).toContain('已撤销,610921,汉阴县,2023,全县汇总')
  expect(row).toContain('30,33,"\'=HYPERLINK(""x"")",\'=a.csv')
  // Blob.text drops the mark that tells a spreadsheet the encoding.
  const bytes = new Uint8Array(await (await engine.exportCorrections()).arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('what is corrected in a sample goes with the sample', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await engine.loadSample('real')
  expect(await correct(engine, 33)).toMatchObject({ kind: 'correction', sample: true })

  await engine.removeSamples()
  expect(await engine.batches()).toEqual([])
  expect(await engine.corrections()).toEqual([])
})

test('a package carries the corrections, those undone too', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])])
  await correct(engine, 33)
  await correct(engine, 34, '再次核对')
  await engine.setBatchActive(3, false)
  const { engine: other } = await openEngine(new IDBFactory())

  await other.importPackage(await engine.exportPackage())

  expect(await other.corrections()).toEqual(await engine.corrections())
  expect((await other.corrections()).map(({ standing }) => standing)).toEqual(['holds', 'undone'])
  expect(await current(other)).toEqual(number(33))
})
