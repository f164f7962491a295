import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { parseSpokenNumber } from '@/domain/spokenNumber'
import { addressCell, WEB_ADDRESS } from '@/domain/webAddress'
import type { Engine } from '@/engine/createEngine'
import { importInto, openEngine, readInto } from './testEngine'

const hanyin = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
const FIRST = 'https://www.example.gov.cn/a_1.html'
const SECOND = 'https://www.example.gov.cn/a_2.html'
const THIRD = 'https://www.example.gov.cn/a_3.html'

function table(address: string): File {
  const text = `unit_code,unit_name,year,scope,edition,requests.new.total,网址\n610921,汉阴县,2023,whole,2021,30,${address}\n`
  return new File([text], 'a.csv')
}

async function address(engine: Engine) {
  const [facts] = await engine.reportFacts({ unit: hanyin.unit, scope: hanyin.scope })
  return facts?.webAddress.kind === 'value' ? facts.webAddress.text : facts?.webAddress.kind
}

function correct(engine: Engine, to: string) {
  const cell = { ...hanyin, indicator: WEB_ADDRESS, value: addressCell(to) }
  return engine.correct([cell], '原网址已失效')
}

test('an address is on record, leads to its cell, and stays after a start', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await importInto(engine, [table(FIRST)])
  const { engine: again } = await openEngine(factory, (await engine.status()).sentinel)

  expect(await address(again)).toBe(FIRST)
  expect(await again.trace(hanyin, WEB_ADDRESS)).toMatchObject({
    value: { text: FIRST },
    cells: [{ cell: { text: FIRST }, raw: FIRST, place: { file: 'a.csv', row: 2, column: 7 } }],
  })
  expect(await again.trace(hanyin, 'requests.new.total')).toMatchObject({
    facts: { webAddress: { text: FIRST }, publishedOn: { kind: 'absent' } },
  })
})

test('a correction has both texts in the ledger, outlives the same file, and can be undone', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [table(FIRST)])
  const batch = await correct(engine, SECOND)

  expect(await address(engine)).toBe(SECOND)
  expect(await engine.corrections()).toMatchObject([
    { expected: { text: FIRST }, value: { text: SECOND }, standing: 'holds' },
  ])
  expect(await (await engine.exportCorrections()).text()).toContain(`${FIRST},${SECOND},`)
  const draft = await readInto(engine, [table(FIRST)])
  expect(draft.files[0]?.compare).toMatchObject({ added: 0, changed: 0, same: 2 })
  await engine.discardDraft()
  await engine.setBatchActive(batch?.id ?? 0, false)
  expect(await address(engine)).toBe(FIRST)
})

test('another address in another file is a change to decide, told by both texts', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [table(FIRST)])
  await correct(engine, SECOND)
  const draft = await readInto(engine, [table(THIRD)])
  expect(draft.files[0]?.changes).toMatchObject([
    { before: { text: FIRST }, after: { text: THIRD } },
  ])
  await engine.setOverwrite(draft.files[0]?.source ?? '', true)
  await engine.commitDraft()

  expect(await engine.corrections()).toMatchObject([
    { standing: 'conflict', imported: { text: THIRD } },
  ])
  await engine.keepCorrection(hanyin, WEB_ADDRESS)
  expect(await address(engine)).toBe(SECOND)
})

test('an address goes with every export and every package', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [table(FIRST)])
  await correct(engine, SECOND)
  const { engine: other } = await openEngine(new IDBFactory())
  await other.importPackage(await engine.exportPackage())

  expect(await address(other)).toBe(SECOND)
  for (const format of ['csv', 'long', 'json'] as const) {
    const { engine: third } = await openEngine(new IDBFactory())
    const name = format === 'json' ? 'a.json' : 'a.csv'
    await importInto(third, [new File([await other.exportReports(format)], name)])
    expect(await address(third)).toBe(SECOND)
  }
})

test('no number looked for is an address or a day', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = `unit_code,unit_name,year,scope,edition,requests.new.total,公开日期\n610921,汉阴县,2023,whole,2021,30,2024-03-28\n`
  await importInto(engine, [new File([text], 'a.csv')])
  const spoken = parseSpokenNumber('20240328')
  if (spoken === null) throw new Error('a number')
  const found = await engine.searchNumber({ spoken, units: null, scope: 'whole', checks: 'all' })

  expect(found.counts.value).toBe(0)
})
