import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { printForm } from '../documents/formTables'
import { renderDocument } from '../documents/houseStyles'
import { documentEntries } from '@/views/original/documentState'
import { zip } from '../intake/readers/zips'
import { realReport } from '../realReports'
import { openEngine, readInto } from './testEngine'

const file = new File([new Uint8Array(readFileSync('fixtures/documents/new-form.docx'))], 'a.docx')

test('a document is shown with its figures and places, from the draft and from the data alike', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [file])
  const [view] = draft.files
  const [open] = draft.openUnits
  if (!view || !open) throw new Error('a document of a unit that is not known')
  const before = await engine.sourceReports(view.source)

  expect(before).toMatchObject({ where: 'draft', name: 'a.docx' })
  expect(before.reports).toHaveLength(1)
  expect(before.reports[0]).toMatchObject({ unitName: open.text.name, edition: '2021' })
  expect(before.findings).toEqual(view.findings)
  expect(await (await engine.original(view.source)).content.arrayBuffer()).toEqual(
    await file.arrayBuffer(),
  )

  await engine.resolveUnit(open.placeholder, 'cn:610921')
  await engine.commitDraft()
  const after = await engine.sourceReports(view.source)

  expect(after).toMatchObject({ where: 'data', name: 'a.docx', findings: [] })
  expect(after.reports[0]).toMatchObject({ unitName: '汉阴县', unit: 'cn:610921' })
  expect(after.reports[0]?.cells).toEqual(before.reports[0]?.cells)
  expect((await engine.original(view.source)).name).toBe('a.docx')
})

test('the places of a PDF are kept with its reading, in the draft and in the data', async () => {
  const pdf = new File([readFileSync('fixtures/documents/old-form.pdf')], 'a.pdf')
  const factory = new IDBFactory()
  const { engine, store } = await openEngine(factory)
  const draft = await readInto(engine, [pdf, file])
  const [view, word] = draft.files
  if (!view || !word) throw new Error('two documents')
  const { reading } = await engine.original(view.source)
  expect((await engine.original(word.source)).reading).toBeNull()
  await expect.poll(() => store().loadDraft(), { timeout: 3000 }).not.toBeNull()
  const { engine: reloaded } = await openEngine(factory)
  expect((await reloaded.original(view.source)).reading?.size).toBe(reading?.size)

  const asked = new Map(draft.questions.map(({ source, path }) => [source, path]))
  expect([...asked.values()]).toEqual([])
  for (const { placeholder } of draft.openUnits)
    await reloaded.resolveUnit(placeholder, 'cn:610921')
  await reloaded.commitDraft()
  const stored = await reloaded.source(view.source)
  expect(await stored.reading?.text()).toBe(await reading?.text())

  // A package travels without it: the file is all that counts, and is read again there.
  const { engine: elsewhere } = await openEngine(new IDBFactory())
  await elsewhere.importPackage(await reloaded.exportPackage())
  expect((await elsewhere.original(view.source)).reading).toBeNull()
}, 60_000)

test('a source that nothing has is not found', async () => {
  const { engine } = await openEngine(new IDBFactory())

  await expect(engine.sourceReports('none')).rejects.toMatchObject({ code: 'not-found' })
  await expect(engine.original('none')).rejects.toMatchObject({ code: 'not-found' })
})

/** A page of 洪泽区 whose row 予以公开 lost a cell, and whose text counts what no indicator is for. */
function damagedPage(): File {
  const form = printForm(realReport('洪泽区', 2023), '2021')
  const three = form.three.map((row) => {
    const isMeant = row.some(({ text }) => text.startsWith('（一）予以公开'))
    return isMeant ? row.toSpliced(-2, 1) : row
  })
  const text = { overview: ['梳理20个主题领域政策知识。'], others: [] }
  const page = renderDocument(
    { ...form, three },
    'html',
    '淮安市洪泽区2023年政府信息公开工作年度报告',
    text,
  )
  return new File([page], 'a.html')
}

async function opened() {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [damagedPage()])
  const [file] = draft.files
  if (!file) throw new Error('one file')
  const read = async () => {
    const { reports, findings } = await engine.sourceReports(file.source)
    const [report] = reports
    if (!report) throw new Error('one report')
    return { report, findings }
  }
  return { engine, source: file.source, read }
}

test('a proposal is accepted as one fix of the batch, and taken back as one', async () => {
  const { engine, read } = await opened()
  const { report, findings } = await read()
  const proposal = findings.find(({ detail }) => detail?.['proposal'] !== undefined)
  const values = String(proposal?.detail?.['values']).split(' ').map(Number)
  const cells = (proposal?.indicators ?? []).map((indicator, at) => ({
    indicator,
    value: { kind: 'value', value: values[at] ?? NaN, approximate: false } as const,
  }))
  const fixed = () => read().then((now) => now.report.cells.filter(({ fix }) => fix !== null))

  const settled = () => engine.draft().then((draft) => draft?.files[0]?.settled)

  await expect(engine.fixCells(report.key, cells, ' ')).rejects.toMatchObject({
    code: 'reason-missing',
  })
  await engine.fixCells(report.key, cells, '采纳建议')
  expect(await fixed()).toHaveLength(7)
  // The proposal, and what the sums leave for the same cells.
  expect((await settled())?.map((at) => findings[at]?.code)).toEqual([
    proposal?.code,
    'form-derived',
  ])
  await engine.takeBackFix(1, null)
  expect(await fixed()).toEqual([])
  expect(await settled()).toEqual([])

  await engine.fixCells(report.key, cells, '采纳建议')
  const batch = await engine.commitDraft()
  const total = 'requests.granted.total'
  const trace = await engine.trace({ unit: report.unit, year: 2023, scope: 'whole' }, total)

  expect(trace.value).toMatchObject({ kind: 'value', value: values[6] })
  expect(trace.cells[0]?.correction).toMatchObject({
    reason: '采纳建议',
    before: { kind: 'unreadable' },
  })
  const after = await fixed()
  expect(after.find(({ indicator }) => indicator === total)?.fix).toMatchObject({ id: null })
  await engine.setBatchActive(batch?.id ?? 0, false)
  expect((await engine.status()).reports).toBe(0)
})

test('a counted phrase becomes a figure of its own, at its place in the text, and can be left again', async () => {
  const { engine, source, read } = await opened()
  const { report, findings } = await read()
  const offer = findings.find(({ code }) => code === 'prose-counted')
  if (!offer) throw new Error('an offer')
  const count = {
    name: '主题领域',
    unit: '个',
    cell: { kind: 'value', value: 20, approximate: false },
    raw: '梳理20个主题领域政策知识。',
    place: offer.place,
  } as const
  const custom = 'custom.主题领域(个)'
  const kept = () =>
    read().then((now) => now.report.cells.find((each) => each.indicator === custom))

  await engine.takeCount(report.key, count)
  expect(await kept()).toMatchObject({ cell: count.cell, raw: count.raw, place: { table: '正文' } })
  await engine.giveBackCount(report.key, custom)
  expect(await kept()).toBeUndefined()

  await engine.takeCount(report.key, count)
  await engine.commitDraft()
  const trace = await engine.trace({ unit: report.unit, year: 2023, scope: 'whole' }, custom)
  expect(trace.cells[0]).toMatchObject({ source, raw: count.raw, place: { table: '正文' } })
})

test('every report of an archive is listed on its own, with the file that it stands in', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const page = (year: number) =>
    renderDocument(
      printForm(realReport('洪泽区', 2023), '2021'),
      'html',
      `淮安市洪泽区${year}年政府信息公开工作年度报告`,
    )
  const archive = new Uint8Array(zip({ 'a.html': page(2022), 'b.html': page(2023) }))
  const draft = await readInto(engine, [new File([archive], 'all.zip'), damagedPage()])

  expect(draft.files.map(({ listed }) => listed)).toEqual([
    [
      { document: 'all.zip/a.html', unitName: '洪泽区', year: 2022 },
      { document: 'all.zip/b.html', unitName: '洪泽区', year: 2023 },
    ],
    [],
  ])
  expect(documentEntries(draft.files).map(({ name, report }) => [name, report])).toEqual([
    ['all.zip/a.html', 0],
    ['all.zip/b.html', 1],
    ['a.html', null],
  ])
})

test('a cell of a table that was given another value is settled', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = '单位,年份,行政许可,行政处罚\n汉阴县,2023,1o,2x\n'
  const draft = await readInto(engine, [new File([text], 'a.csv')])
  const source = draft.files[0]?.source ?? ''
  const key = { source, unit: 'cn:610921', year: 2023, scope: 'whole' } as const
  const value = { kind: 'value', value: 10, approximate: false } as const
  const fixed = await engine.fixCells(key, [{ indicator: 'licensing.decisions', value }], '补录')
  const codes = fixed.files[0]?.findings.map(({ raw }) => raw)

  expect(fixed.files[0]?.settled.map((at) => codes?.[at])).toEqual(['1o'])
})

test('a sum that fails is settled by the one cell that lets it hold, and by no other', async () => {
  const form = printForm(realReport('洪泽区', 2023), '2021')
  const page = renderDocument(form, 'html', '淮安市洪泽区2023年政府信息公开工作年度报告')
  const { engine } = await openEngine(new IDBFactory())
  const { files } = await readInto(engine, [new File([page], 'a.html')])
  const [view] = files
  if (!view) throw new Error('one file')
  const [report] = (await engine.sourceReports(view.source)).reports
  const sum = view.findings.find(({ code }) => code === 'form-sum-fails')
  if (!report || !sum) throw new Error('the sums of table 四 fail as published')
  const { left, right } = sum.detail ?? {}
  const total = sum.indicators?.at(-1) ?? ''
  const fixTotal = async (value: number) => {
    const cell = { kind: 'value', value, approximate: false } as const
    const draft = await engine.fixCells(report.key, [{ indicator: total, value: cell }], '按合计')
    return draft.files[0]?.settled.map((at) => view.findings[at]?.detail?.['label'])
  }

  expect(await fixTotal(Number(left) + 1)).toEqual([])
  expect(left).not.toBe(right)
  expect(await fixTotal(Number(left))).toEqual([sum.detail?.['label']])
})
