import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { csv, HANYIN, HONGZE, importInto, openEngine, readInto } from './testEngine'

const hanyin = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
const RECEIVED = 'requests.new.total'

function number(value: number) {
  return { kind: 'value', value, approximate: false } as const
}

/** 汉阴县 as 30 and then as 31, with 洪泽区 only in the second. */
async function twoImports() {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,4`])])
  const draft = await readInto(engine, [
    csv('b.csv', [`${HANYIN},2023,whole,2021,31,4`, `${HONGZE},2023,whole,2021,5,1`]),
  ])
  await engine.setOverwrite(draft.files[0]?.source ?? '', true)
  await engine.commitDraft()
  return engine
}

test('the preview says what a switch does, and the switch does it', async () => {
  const engine = await twoImports()

  expect(await engine.previewBatchActive(2, false)).toEqual({
    changed: 1,
    removed: 2,
    added: 0,
    repeated: 1,
    overruled: 0,
    lostReports: 1,
    newReports: 0,
    changes: [
      {
        ...hanyin,
        unitName: '汉阴县',
        indicator: RECEIVED,
        before: number(31),
        after: number(30),
      },
    ],
    reports: [{ unit: 'cn:320813', year: 2023, scope: 'whole', unitName: '洪泽区' }],
  })
  expect((await engine.trace(hanyin, RECEIVED)).value).toEqual(number(31))

  await engine.setBatchActive(2, false)
  expect((await engine.trace(hanyin, RECEIVED)).value).toEqual(number(30))
  expect((await engine.status()).reports).toBe(1)
})

test('a batch that is off can be previewed and compared, its cells read from the store', async () => {
  const engine = await twoImports()
  await engine.setBatchActive(2, false)

  expect(await engine.previewBatchActive(2, true)).toMatchObject({
    changed: 1,
    added: 2,
    repeated: 1,
    newReports: 1,
    changes: [{ before: number(30), after: number(31) }],
  })
  expect(await engine.compareBatches(1, 2)).toEqual({
    same: 1,
    different: 1,
    onlyFirst: 0,
    onlySecond: 2,
    differences: [
      {
        ...hanyin,
        unitName: '汉阴县',
        indicator: RECEIVED,
        before: number(30),
        after: number(31),
      },
    ],
  })
})

test('what a later correction says stays when the import beneath is switched off', async () => {
  const engine = await twoImports()
  await engine.correct([{ ...hanyin, indicator: RECEIVED, value: number(30) }], '核对原件')

  expect(await engine.previewBatchActive(2, false)).toMatchObject({ changed: 0, overruled: 1 })
})

test('there is no preview of a batch that is not there', async () => {
  const engine = await twoImports()

  await expect(engine.previewBatchActive(9, false)).rejects.toMatchObject({ code: 'not-found' })
  await expect(engine.compareBatches(1, 9)).rejects.toMatchObject({ code: 'not-found' })
})
