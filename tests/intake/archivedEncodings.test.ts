import { expect, test } from 'vitest'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { withEncoding } from '@/intake/answerChanges'
import { draftReports } from '@/intake/draftReports'
import { noAnswers, type FileAnswers } from '@/intake/fileAnswers'
import { readFileAgain } from '@/intake/intakeFile'
import { sourceDocuments } from '@/intake/keptReading'
import { encodingOf } from '@/intake/readers/encoding/encodings'
import { sampleFile } from '@/intake/readers/encoding/sampleFile'
import { encode } from './readers/encode'
import { zip } from './readers/zips'

const gbk = '单位代码,单位名称,年份,行政许可处理决定数量\n610921,汉阴县,2023,5\n'
/** As a note in another encoding below it makes it: no encoding fits. */
const mixed = new Uint8Array([
  ...encode(gbk, 'GB18030'),
  ...encode('备注：由各部门报送\n', 'UTF-8'),
])
const files = {
  'a.csv': '单位代码,单位名称,年份,行政许可处理决定数量\n320813,洪泽区,2023,7\n',
  '陕西/b.csv': mixed,
}

async function readZip(answers: FileAnswers, inside: Parameters<typeof zip>[0] = files) {
  const content = new Blob([zip(inside) as Uint8Array<ArrayBuffer>])
  const given = { name: 'all.zip', path: 'all.zip', content, answers }
  const draft = await readFileAgain(given, { ownUnits: [], within: null })
  return {
    draft,
    content,
    units: draftReports(draft, createUnitRegistry([])).map((r) => r.unit.name),
  }
}

test('of an archive it is told what each text inside is read as, and one alone can be read otherwise', async () => {
  const before = await readZip(noAnswers)
  expect(before.draft.texts).toEqual([
    { file: 'all.zip/a.csv', encoding: 'UTF-8' },
    { file: 'all.zip/陕西/b.csv', encoding: null },
  ])
  expect(before.units).toEqual(['洪泽区'])

  const answers = withEncoding(noAnswers, 'GB18030', 'all.zip/陕西/b.csv')
  const after = await readZip(answers)
  expect(after.draft.texts?.map(({ encoding }) => encoding)).toEqual(['UTF-8', 'GB18030'])
  expect(after.units).toEqual(['洪泽区', '汉阴县'])

  // What is kept of the choice reads the places again as they were.
  const stored = { ...encodingOf(answers), name: 'all.zip', path: 'all.zip', reading: null }
  const documents = await sourceDocuments({ ...stored, content: after.content })
  expect(documents.map(({ grids }) => grids[0]?.rows[1]?.[1])).toEqual(['洪泽区', '汉阴县'])
})

test('the one file of an archive is a file inside it too', async () => {
  const inside = { 'b.csv': mixed }
  const answers = withEncoding(noAnswers, 'GB18030', 'all.zip/b.csv')

  expect((await readZip(noAnswers, inside)).units).toEqual([])
  expect((await readZip(answers, inside)).units).toEqual(['汉阴县'])
})

test('a choice is taken back alone', () => {
  const first = withEncoding(noAnswers, 'GB18030', 'all.zip/a.csv')
  const both = withEncoding(first, 'Big5', 'all.zip/b.csv')

  expect(withEncoding(both, null, 'all.zip/b.csv')).toEqual(first)
  expect(withEncoding(withEncoding(both, 'UTF-8'), null)).toEqual(both)
  expect(withEncoding(first, null, 'all.zip/a.csv')).toEqual(noAnswers)
})

test('the beginning of a file inside an archive is shown in every encoding', async () => {
  const { content } = await readZip(noAnswers)
  const samples = await sampleFile(content, 'all.zip', 'all.zip/陕西/b.csv')

  expect(samples.find(({ encoding }) => encoding === 'GB18030')?.lines[0]).toBe(
    '单位代码,单位名称,年份,行政许可处理决定数量',
  )
  expect(await sampleFile(content, 'all.zip', 'all.zip/c.csv')).toEqual([])
})
