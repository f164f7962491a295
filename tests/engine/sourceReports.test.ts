import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
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
