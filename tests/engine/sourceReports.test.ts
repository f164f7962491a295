import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { printForm } from '../documents/formTables'
import { renderDocument } from '../documents/houseStyles'
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

  await expect(engine.fixCells(report.key, cells, ' ')).rejects.toMatchObject({
    code: 'reason-missing',
  })
  await engine.fixCells(report.key, cells, '采纳建议')
  expect(await fixed()).toHaveLength(7)
  await engine.takeBackFix(1, null)
  expect(await fixed()).toEqual([])

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
  const custom = 'custom.主题领域（个）'
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
