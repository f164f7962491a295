import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { encode } from '../intake/readers/encode'
import type { Engine } from '@/engine/createEngine'
import { withEncoding } from '@/intake/answerChanges'
import { noAnswers } from '@/intake/fileAnswers'
import { readFileAgain } from '@/intake/intakeFile'
import { encodings, type Encoding } from '@/intake/readers/encoding/encodings'
import { readExcerpt } from '@/intake/sourceExcerpt'
import { openEngine, readInto } from './testEngine'

/** A table in GB18030 with one line of UTF-8: no one encoding fits the whole. */
const mixed = new File(
  [
    encode('单位代码,单位名称,年份,行政许可·处理决定\n610921,汉阴县,2023,18468\n', 'GB18030'),
    encode('备注：本表由各部门报送\n', 'UTF-8'),
  ].map((bytes) => new Uint8Array(bytes)),
  'mixed.csv',
)

async function chosen(engine: Engine, encoding: Encoding | null) {
  const source = (await engine.draft())?.files[0]?.source ?? ''
  const [given] = await engine.draftSources([source])
  if (given === undefined) throw new Error('It is not in the draft')
  const answers = withEncoding(given.answers, encoding)
  const sink = await engine.newSink()
  await sink.replaceFile(await readFileAgain({ ...given, answers }, { ownUnits: [], within: null }))
  return (await engine.draft())?.files[0]
}

test('a refused file is read in the encoding that the user chooses, and again as it was', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [mixed])
  expect(draft.files[0]?.findings.map(({ code, place }) => [code, place.row])).toEqual([
    ['encoding-mixed', 3],
  ])

  const read = await chosen(engine, 'GB18030')
  expect(read).toMatchObject({ encoding: 'GB18030', reports: 1, years: [2023] })
  expect(read?.answers?.encoding).toBe('GB18030')
  expect(read?.findings.length).toBeGreaterThan(0)

  const refused = await chosen(engine, null)
  expect(refused).toMatchObject({ encoding: null, reports: 0 })
})

test('what was chosen stays with the source: for the trace, and in a package', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await readInto(engine, [mixed])
  await chosen(engine, 'GB18030')
  const batch = await engine.commitDraft()
  const [id = ''] = batch?.sources ?? []
  const { engine: other } = await openEngine(new IDBFactory())
  await other.importPackage(await engine.exportPackage())

  for (const each of [engine, other]) {
    const source = await each.source(id)
    expect(source.encoding).toBe('GB18030')
    const excerpt = await readExcerpt(source, { file: 'mixed.csv', row: 2, column: 4 })
    expect(excerpt).toMatchObject({
      kind: 'grid',
      rows: [
        { number: 1, cells: ['单位代码', '单位名称', '年份', '行政许可·处理决定'] },
        { number: 2, cells: ['610921', '汉阴县', '2023', '18468'] },
        { number: 3 },
      ],
    })
  }
})

test('a choice in a later import of the same bytes counts for the source', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const plain = new File(['单位代码,年份,行政许可·处理决定\n610921,2023,18468\n'], 'plain.csv')
  await readInto(engine, [plain])
  const batch = await engine.commitDraft()
  await readInto(engine, [plain])
  expect((await chosen(engine, 'UTF-8'))?.answers).toEqual({ ...noAnswers, encoding: 'UTF-8' })
  await engine.discardDraft()

  const [id = ''] = batch?.sources ?? []
  expect((await engine.source(id)).encoding).toBeUndefined()
  await engine.setBatchActive(1, false)
  await readInto(engine, [plain])
  await chosen(engine, 'UTF-8')
  await engine.commitDraft()
  expect((await engine.source(id)).encoding).toBe('UTF-8')
})

// Big5 has no simplified characters.
test.each(encodings.filter((name) => name !== 'Big5'))(
  'a big table in %s is read so where that is said',
  async (encoding) => {
    const head = '单位代码,单位名称,年份,行政许可·处理决定\n'
    const rows = Array.from({ length: 14_000 }, (_, at) => `610921,汉阴县,${2008 + (at % 9)},7\n`)
    const content = new File([new Uint8Array(encode(head + rows.join(''), encoding))], 'big.csv')
    const given = { name: 'big.csv', path: 'big.csv', content }
    const answers = { ...noAnswers, encoding }
    const draft = await readFileAgain({ ...given, answers }, { ownUnits: [], within: null })

    expect(content.size).toBeGreaterThan(256 * 1024)
    expect(draft).toMatchObject({ encoding, reports: 9 })
  },
)
