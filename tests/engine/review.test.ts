import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { gridMarks, type GridFilter } from '@/engine/reviewProtocol'
import type { Cell } from '@/domain/report'
import { printForm } from '../documents/formTables'
import { renderDocument } from '../documents/houseStyles'
import { realReport } from '../realReports'
import { csv, HANYIN, HONGZE, importInto, openEngine, readInto } from './testEngine'

const all: GridFilter = { show: 'all', code: null, source: null }
const problems: GridFilter = { ...all, show: 'problems' }
const differing: GridFilter = { ...all, show: 'differing' }
const NEW = 'requests.new.total'
const CARRIED = 'requests.carriedIn.total'
const hanyin = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
const hongze = { unit: 'cn:320813', year: 2023, scope: 'whole' } as const
const whole = { rows: [0, 100], columns: [0, 100] } as const

function number(value: number): Cell {
  return { kind: 'value', value, approximate: false }
}

async function opened() {
  const factory = new IDBFactory()
  return { factory, ...(await openEngine(factory)) }
}

const faulty = csv('a.csv', [
  `${HANYIN},2023,whole,2021,12a,4`,
  `${HONGZE},2023,whole,2021,7,"1,23"`,
  `${HONGZE},2022,whole,2021,8,15元`,
])

describe('the grid of a draft', () => {
  test('has a row a report and a column an indicator, with the findings at their cells', async () => {
    const { engine } = await opened()
    await readInto(engine, [faulty])
    const grid = await engine.reviewGrid(all)

    expect(grid).toMatchObject({ rows: 3, allRows: 3, allColumns: 2 })
    expect(grid?.columns.map(({ indicator }) => indicator)).toEqual([NEW, CARRIED])
    expect(grid?.counts.kinds).toEqual([
      { code: 'cell-unreadable', severity: 'error', cells: 2 },
      { code: 'cell-ambiguous-number', severity: 'error', cells: 1 },
    ])
    const window = await engine.reviewWindow(all, whole)
    expect(window.heads.map(({ unitName, key }) => `${unitName} ${key.year}`)).toEqual([
      '汉阴县 2023',
      '洪泽区 2023',
      '洪泽区 2022',
    ])
    expect([...window.values]).toEqual([0, 4, 7, 0, 8, 0])
    expect([...window.states]).toEqual([3, 0, 0, 3, 0, 3])
    expect([...window.marks].map((mark) => mark & gridMarks.error)).toEqual([1, 0, 0, 1, 0, 1])
    expect(window.remarks.map(({ raw }) => raw)).toEqual(['12a', '1,23', '15元'])
  })

  test('has every cell of a row that a published report lost among its problems', async () => {
    const { engine } = await opened()
    const text = renderDocument(
      printForm(realReport('洪泽区', 2023), '2021'),
      'tabs',
      '洪泽区2023年政府信息公开工作年度报告',
    )
    const lossy = text
      .replace(/^.*1\.本机关不掌握.*\n/mu, '')
      .replace(/(1\.属于国家秘密\t)1\t/u, '$1')
    await readInto(engine, [new File([lossy], 'a.txt')])
    const grid = await engine.reviewGrid(problems)
    const kinds = new Map(grid?.counts.kinds.map(({ code, cells }) => [code, cells]))

    expect(kinds.get('form-row-lost')).toBe(7)
    expect(kinds.get('form-row-width')).toBe(7)
    expect(grid?.columns.map(({ indicator }) => indicator)).toContain(
      'requests.unavailable.notHeld.total',
    )
  })

  test('shows only rows and columns with problems, and leads from one to the next', async () => {
    const { engine } = await opened()
    await readInto(engine, [
      csv('a.csv', [
        `${HANYIN},2022,whole,2021,1,2`,
        `${HANYIN},2023,whole,2021,1,x`,
        `${HONGZE},2023,whole,2021,3,y`,
      ]),
    ])

    expect(await engine.reviewGrid(problems)).toMatchObject({
      rows: 2,
      columns: [{ indicator: CARRIED, marked: 2 }],
      marked: 2,
    })
    const first = await engine.nextMarked(problems, { row: 0, column: -1 }, false)
    expect(first).toEqual({ row: 0, column: 0 })
    const second = await engine.nextMarked(problems, { row: 0, column: 0 }, false)
    expect(second).toEqual({ row: 1, column: 0 })
    expect(await engine.nextMarked(problems, { row: 1, column: 0 }, false)).toBeNull()
    expect(await engine.nextMarked(problems, { row: 1, column: 0 }, true)).toEqual(first)
    expect(await engine.nextMarked(all, { row: 0, column: 0 }, false)).toEqual({
      row: 1,
      column: 1,
    })
  })

  test('marks every unreadable cell, also beyond the findings that a file keeps', async () => {
    const { engine } = await opened()
    const reports = [HANYIN, HONGZE].flatMap((unit) =>
      ['whole', 'office'].flatMap((scope) =>
        Array.from({ length: 15 }, (_, i) => `${unit},${2008 + i},${scope}`),
      ),
    )
    const rows = reports.map((report, i) => `${report},unknown,-3,x${i}`)
    const draft = await readInto(engine, [csv('many.csv', rows)])
    const kept = draft.files[0]?.findings.filter(({ code }) => code === 'cell-unreadable') ?? []
    const grid = await engine.reviewGrid(problems)

    expect(kept).toHaveLength(50)
    expect(grid?.counts.kinds).toEqual([
      { code: 'cell-unreadable', severity: 'error', cells: 60 },
      { code: 'cell-negative', severity: 'warning', cells: 60 },
    ])
  })
})

describe('a fix', () => {
  test('gives a cell another value with a reason, and the raw text stays', async () => {
    const { engine } = await opened()
    const draft = await readInto(engine, [faulty])
    const key = { ...hanyin, source: draft.files[0]?.source ?? '', indicator: NEW }

    await expect(engine.fixCell(key, number(12), ' ')).rejects.toMatchObject({
      code: 'reason-missing',
    })
    const fixed = await engine.fixCell(key, number(12), '按原件')
    expect(fixed.files[0]?.fixed).toBe(1)
    expect(await engine.reviewCell(key)).toMatchObject({
      raw: '12a',
      read: { kind: 'unreadable' },
      value: number(12),
      place: { file: 'a.csv', row: 2, column: 6 },
      fix: { reason: '按原件', cells: 1 },
      standing: 'added',
    })
    const batch = await engine.commitDraft()
    expect(batch?.cells).toEqual({ taken: 6, same: 0, refused: 0 })
    const trace = await engine.trace(hanyin, NEW)
    expect(trace.value).toEqual(number(12))
    expect(trace.cells[0]?.correction).toMatchObject({
      reason: '按原件',
      before: { kind: 'unreadable' },
      raw: '12a',
      place: { file: 'a.csv', row: 2, column: 6 },
    })
    expect(await engine.corrections()).toMatchObject([
      { file: 'a.csv', standing: 'holds', reason: '按原件', batch: { kind: 'import' } },
    ])
    await engine.setBatchActive(batch?.id ?? 0, false)
    expect((await engine.status()).reports).toBe(0)
    await engine.setBatchActive(batch?.id ?? 0, true)
    expect((await engine.trace(hanyin, NEW)).value).toEqual(number(12))
  })

  test('is made of all cells alike after a preview, and taken back whole or cell by cell', async () => {
    const { engine } = await opened()
    const draft = await readInto(engine, [
      csv('a.csv', [
        `${HANYIN},2022,whole,2021,12元,/`,
        `${HANYIN},2023,whole,2021,3元,-`,
        `${HONGZE},2023,whole,2021,5,/`,
      ]),
    ])
    const groups = await engine.alikeGroups()
    expect(groups.map(({ text, by, cells, read }) => [text, by, cells, read])).toEqual([
      ['#元', 'shape', 2, 'unreadable'],
      ['/', 'text', 2, 'notApplicable'],
      ['-', 'text', 1, 'notApplicable'],
    ])
    const shape = { text: '#元', by: 'shape' } as const
    const preview = await engine.previewAlike(shape, { kind: 'onlyNumber' })
    expect(preview).toMatchObject({ cells: 2, left: 0 })
    expect(preview.examples.map(({ raw, after }) => [raw, after])).toEqual([
      ['12元', number(12)],
      ['3元', number(3)],
    ])

    const fixed = await engine.fixAlike(shape, { kind: 'onlyNumber' }, '带了单位')
    expect(fixed.files[0]?.fixed).toBe(2)
    const key = { ...hanyin, source: draft.files[0]?.source ?? '', indicator: NEW }
    const [fix] = await engine.reviewFixes()
    expect(fix).toMatchObject({ reason: '带了单位', cells: 2 })
    expect((await engine.takeBackFix(fix?.id ?? 0, key)).files[0]?.fixed).toBe(1)
    expect((await engine.reviewCell(key)).value).toEqual({ kind: 'unreadable' })
    expect((await engine.takeBackFix(fix?.id ?? 0, null)).files[0]?.fixed).toBe(0)
  })

  test('survives a reload with the draft, and goes on to the unit that is said later', async () => {
    const { factory, engine } = await opened()
    const open = csv('a.csv', [`,不知何县,2023,whole,2021,12a,4`])
    const draft = await readInto(engine, [open])
    const placeholder = draft.openUnits[0]?.placeholder ?? ''
    const source = draft.files[0]?.source ?? ''
    const key = { ...hanyin, unit: placeholder, source, indicator: NEW }
    // Nothing more, however soon: what is shown as decided is stored, and the files with it.
    await engine.fixCell(key, number(12), '笔误')

    const { engine: reopened } = await openEngine(factory)
    expect((await reopened.draft())?.files[0]?.fixed).toBe(1)
    await reopened.resolveUnit(placeholder, hanyin.unit)
    expect((await reopened.reviewCell(key)).value).toEqual(number(12))
    await reopened.commitDraft()
    expect((await reopened.trace(hanyin, NEW)).value).toEqual(number(12))
  })

  test('can give a report a figure that its file does not have', async () => {
    const { engine } = await opened()
    const draft = await readInto(engine, [
      csv('a.csv', [`${HANYIN},2023,whole,2021,1,未列`, `${HONGZE},2023,whole,2021,1,2`]),
    ])
    const key = { ...hanyin, source: draft.files[0]?.source ?? '', indicator: CARRIED }
    await engine.fixCell(key, number(9), '补录')
    await engine.commitDraft()
    expect((await engine.trace(hanyin, CARRIED)).value).toEqual(number(9))
  })
})

describe('what differs from the data', () => {
  async function secondFile() {
    const tab = await opened()
    const { engine } = tab
    await importInto(engine, [
      csv('a.csv', [`${HANYIN},2023,whole,2021,1,2`, `${HONGZE},2023,whole,2021,3,4`]),
    ])
    const draft = await readInto(engine, [
      csv('b.csv', [`${HANYIN},2023,whole,2021,10,20`, `${HONGZE},2023,whole,2021,30,4`]),
    ])
    const source = draft.files[0]?.source ?? ''
    return { ...tab, draft, source }
  }

  test('is kept unless the user says otherwise of a cell, a report or a file', async () => {
    const { engine, source, draft } = await secondFile()
    expect(draft.files[0]).toMatchObject({ replaced: 0, compare: { changed: 3, same: 1 } })
    expect(await engine.reviewGrid(differing)).toMatchObject({ rows: 2, marked: 3 })

    const cell = { ...hanyin, source, indicator: NEW }
    const replaced = async (choice: Promise<{ files: readonly { replaced: number }[] }>) =>
      (await choice).files[0]?.replaced
    expect(await replaced(engine.chooseCells(cell, true))).toBe(1)
    expect(await replaced(engine.chooseCells({ ...hongze, source }, true))).toBe(2)
    expect(await replaced(engine.chooseCells({ ...hanyin, source }, true))).toBe(3)
    expect(await replaced(engine.chooseCells({ ...hanyin, source }, false))).toBe(1)
    expect(await replaced(engine.chooseCells(cell, true))).toBe(2)
    expect(await replaced(engine.setOverwrite(source, true))).toBe(3)
    expect(await replaced(engine.setOverwrite(source, false))).toBe(0)
    expect(await replaced(engine.chooseCells(cell, true))).toBe(1)

    expect((await engine.commitDraft())?.cells).toEqual({ taken: 1, same: 1, refused: 2 })
    expect((await engine.trace(hanyin, NEW)).value).toEqual(number(10))
    expect((await engine.trace(hanyin, CARRIED)).value).toEqual(number(2))
    expect((await engine.trace(hongze, NEW)).value).toEqual(number(3))
  })

  test('against a correction by hand is a conflict, settled where the cell is chosen', async () => {
    const { engine, source } = await secondFile()
    await engine.correct([{ ...hanyin, indicator: NEW, value: number(5) }], '来电')
    const key = { ...hanyin, source, indicator: NEW }
    const draft = await engine.draft()

    expect(draft?.files[0]?.conflicts).toBe(1)
    expect(await engine.reviewCell(key)).toMatchObject({
      before: number(5),
      value: number(10),
      conflicts: true,
      takesFile: false,
    })
    await engine.chooseCells(key, true)
    const batch = await engine.commitDraft()
    expect((await engine.trace(hanyin, NEW)).value).toEqual(number(10))
    expect(await engine.correctionConflicts()).toBe(0)
    await engine.setBatchActive(batch?.id ?? 0, false)
    expect((await engine.trace(hanyin, NEW)).value).toEqual(number(5))
  })

  test('is nothing where the same file comes again, also after fixes', async () => {
    const { engine } = await opened()
    const draft = await readInto(engine, [faulty])
    const source = draft.files[0]?.source ?? ''
    await engine.fixCell({ ...hanyin, source, indicator: NEW }, number(12), '笔误')
    await engine.commitDraft()

    const again = await readInto(engine, [faulty])
    expect(again.totals).toEqual({ added: 0, same: 6, changed: 0, blanked: 0 })
    expect(await engine.commitDraft()).toBeNull()
    expect((await engine.trace(hanyin, NEW)).value).toEqual(number(12))
  })
})
