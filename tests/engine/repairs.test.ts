import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import type { SheetFormat } from '@/engine/checkProtocol'
import type { Engine } from '@/engine/createEngine'
import { repairActions } from '@/engine/repairActions'
import { readSource } from '@/intake/readers/readSource'
import { importInto, openEngine, readInto } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const world = { ownUnits: [], within: null }
const COUNTIES = ['610921,汉阴县', '320813,洪泽区', '320831,金湖县', '320830,盱眙县'] as const
const header = '单位代码,县区,年份,本年新收·总计,上年结转·总计'

/** The offending rows of a file of the draft, as they are downloaded. */
async function errorFile(engine: Engine, path: string, format: SheetFormat): Promise<Blob> {
  const file = (await engine.draft())?.files.find((each) => each.path === path)
  const [given] = await engine.draftSources([file?.source ?? ''])
  if (file === undefined || given === undefined) throw new Error(`${path} is not in the draft`)
  const sink = await engine.newSink()
  const written = await repairActions(() => sink).errorFile({
    file: given,
    format,
    ...world,
  })
  if (written === null) throw new Error('No row offends')
  return written
}

async function takeBack(engine: Engine, files: readonly File[]) {
  const sink = await engine.newSink()
  return repairActions(() => sink).readRepaired({
    files,
    draft: await engine.draftSources(null),
    ...world,
  })
}

async function rowsOf(content: Blob, name: string): Promise<string[][]> {
  const bytes = new Uint8Array(await content.arrayBuffer())
  const documents = await readSource({ name, path: name, bytes })
  return documents.flatMap(({ grids }) => grids.flatMap(({ rows }) => rows.map((row) => [...row])))
}

async function figures(engine: Engine) {
  const answer = await engine.ask({
    items: ['requests.new.total', 'requests.carriedIn.total'],
    units: COUNTIES.map((county) => `cn:${county.slice(0, 6)}`),
    years: [2023, 2023],
    scope: 'whole',
  })
  return [[...answer.values], [...answer.states]]
}

test('offending rows come out in the original layout, with a key before and the reasons behind', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = `某市报送表\n${header}\n610921,汉阴县,2023,3o,=1+1\n320813,洪泽区,2023,5,1\n320831,金湖县,20x3,6,2\n`
  await readInto(engine, [new File([text], '报送.csv')])
  const csv = await errorFile(engine, '报送.csv', 'csv')

  const rows = await rowsOf(csv, '问题行.csv')
  expect(rows.map((row) => row.slice(1, -1).join(','))).toEqual([
    '某市报送表,,,,',
    header,
    "610921,汉阴县,2023,3o,'=1+1",
    '320831,金湖县,20x3,6,2',
  ])
  expect(rows.map((row) => row[0])).toEqual([
    '',
    '定位键（请勿改动）',
    expect.stringMatching(/^[0-9a-f]{16}#3#$/),
    expect.stringMatching(/^[0-9a-f]{16}#5#$/),
  ])
  expect(rows[2]?.at(-1)).toMatch(/3o.*；.*公式/)
  expect(rows[3]?.at(-1)).toContain('20x3')
  const xlsx = await errorFile(engine, '报送.csv', 'xlsx')
  expect((await rowsOf(xlsx, '问题行.xlsx')).map((row) => row.slice(1, 6))).toEqual([
    ['某市报送表'],
    header.split(','),
    ['610921', '汉阴县', '2023', '3o', '=1+1'],
    ['320831', '金湖县', '20x3', '6', '2'],
  ])
})

test('what comes back replaces exactly its rows, and a second repair replaces the first', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = `${header}\n610921,汉阴县,2023,3o,4\n320813,洪泽区,2023,5,1\n320831,金湖县,2023,6x,2\n`
  await readInto(engine, [new File([text], '报送.csv')])
  const out = await (await errorFile(engine, '报送.csv', 'csv')).text()

  const back = new File([out.replace(',3o,', ',30,')], '报送_问题行.csv')
  expect(await takeBack(engine, [back])).toEqual([
    { path: '报送.csv', by: '报送_问题行.csv', rows: 2 },
  ])
  const again = new File([out.replace(',3o,', ',31,').replace(',6x,', ',6,')], '报送_问题行2.csv')
  expect(await takeBack(engine, [again])).toEqual([
    { path: '报送.csv', by: '报送_问题行2.csv', rows: 2 },
    { path: '报送_问题行.csv', by: '报送_问题行2.csv', rows: 2 },
  ])
  const draft = await engine.draft()
  expect(draft?.files.map(({ path, reports }) => [path, reports])).toEqual([
    ['报送.csv', 1],
    ['报送_问题行.csv', 0],
    ['报送_问题行2.csv', 2],
  ])
  expect(draft?.totals).toMatchObject({ added: 6, changed: 0 })
  await engine.commitDraft()
  expect((await figures(engine))[0]).toEqual([31, 5, 6, NaN, 4, 1, 2, NaN])
})

test('a file that stands for no row of the draft changes nothing', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await readInto(engine, [new File([`${header}\n610921,汉阴县,2023,30,4\n`], 'a.csv')])
  const before = await engine.draft()

  expect(await takeBack(engine, [new File([`${header}\n320813,洪泽区,2023,5,1\n`], 'b.csv')])).toBe(
    null,
  )
  expect(await engine.draft()).toEqual(before)
})

const cell = fc.nat({ max: 9_999 }).map(String)
const table = fc.array(fc.tuple(cell, cell, fc.nat({ max: 3 })), { minLength: 4, maxLength: 4 })

test.each(['csv', 'xlsx'] as const)(
  'damaged rows, sent out as %s and repaired, give the draft of the clean file',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        fc.pre(rows.some(([, , damage]) => damage > 0))
        const clean = rows.map(
          ([first, second], at) => `${COUNTIES[at] ?? ''},2023,${first},${second}`,
        )
        const damaged = rows.map(([first, second, damage], at) => {
          const year = damage === 2 ? '20x3' : '2023'
          return `${COUNTIES[at] ?? ''},${year},${damage % 2 === 1 ? `${first}a` : first},${second}`
        })
        const { engine } = await openEngine(new IDBFactory())
        await readInto(engine, [new File([[header, ...damaged].join('\n')], '报送.csv')])
        const out = await errorFile(engine, '报送.csv', format)
        const lines = (await rowsOf(out, `报送_问题行.${format}`)).map((cells) => {
          const at = COUNTIES.findIndex((county) => county.endsWith(`,${cells[2] ?? ''}`))
          const whole = clean[at]
          return whole === undefined ? cells : [cells[0] ?? '', ...whole.split(','), '']
        })
        const back = lines.map((cells) => cells.join(',')).join('\n')
        await takeBack(engine, [new File([back], '报送_问题行.csv')])
        await engine.commitDraft()

        const { engine: other } = await openEngine(new IDBFactory())
        await importInto(other, [new File([[header, ...clean].join('\n')], '报送.csv')])
        expect(await figures(engine)).toEqual(await figures(other))
      }),
      { numRuns: 12 },
    )
  },
)

test('every offending row is in the file, also those that a draft only counts', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const rows = Array.from(
    { length: 140 },
    (_, at) =>
      `${COUNTIES[at % 4] ?? ''},${2000 + Math.floor(at / 4)},${at % 7 === 0 ? at : '1o'},1`,
  )
  await readInto(engine, [new File([[header, ...rows, ''].join('\n')], '报送.csv')])
  const [file] = (await engine.draft())?.files ?? []

  expect(file?.findings.filter(({ code }) => code === 'cell-unreadable')).toHaveLength(50)
  for (const format of ['csv', 'xlsx'] as const) {
    const written = await rowsOf(await errorFile(engine, '报送.csv', format), `问题行.${format}`)
    expect(written).toHaveLength(1 + 120)
  }
})
