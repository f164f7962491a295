import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { HeaderAnswer } from '@/data/rememberedMapping'
import { offeredFor, rememberedOf } from '@/engine/mappingOffers'
import type { FileDraft } from '@/intake/draft'
import { noAnswers } from '@/intake/fileAnswers'
import { readFileAgain } from '@/intake/intakeFile'

vi.setConfig({ testTimeout: 60_000 })

const { numRuns = 40 } = fc.readConfigureGlobal()
const world = { ownUnits: [], within: null }
const facts = { at: 0, by: '' }

/** Names as offices make them up, known ones among them; none of the key columns. */
const header = fc.oneof(
  fc.constantFrom(
    '来信总数',
    '其他',
    '处理决定',
    '收费',
    '本年新收',
    '金额（元）',
    '备 注',
    '__proto__',
  ),
  fc.constantFrom('fees.amount', '行政强制·处理决定数量', 'custom.窗口'),
  fc.string({
    unit: fc.constantFrom('甲', '乙', '数', '量', 'A', '（', '）'),
    minLength: 1,
    maxLength: 5,
  }),
)
const meaning = fc.constantFrom<Pick<HeaderAnswer, 'indicator' | 'unit'>>(
  { indicator: null },
  { indicator: 'requests.new.total' },
  { indicator: 'coercion.decisions' },
  { indicator: 'fees.amount', unit: '元' },
  { indicator: 'fees.amount' },
  { indicator: 'custom.来信(件)' },
)

const table = fc.uniqueArray(header, { minLength: 2, maxLength: 6 }).chain((headers) =>
  fc.record({
    headers: fc.constant(headers),
    said: fc.array(fc.tuple(fc.nat(headers.length - 1), meaning), { minLength: 1, maxLength: 4 }),
    first: fc.array(fc.nat(999), { minLength: headers.length, maxLength: headers.length }),
    second: fc.array(fc.nat(999), { minLength: headers.length, maxLength: headers.length }),
  }),
)

function read(headers: readonly string[], row: string, answers: readonly HeaderAnswer[]) {
  const text = ['县区', '年份', ...headers].map((each) => `"${each}"`).join(',')
  const content = new File([`${text}\n${row}\n`], 'a.csv')
  const given = {
    name: 'a.csv',
    path: 'a.csv',
    content,
    answers: { ...noAnswers, headers: answers },
  }
  return readFileAgain(given, world)
}

function meanings({ columns }: FileDraft) {
  return columns.map(({ header: text, indicator, unit }) => [text, indicator, unit])
}

test('what was said of headers is offered for the same ones alone, and then means the same', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.nat(), async ({ headers, said, first, second }, place) => {
      const answers = new Map(
        said.map(([at, means]): [number, HeaderAnswer] => [
          at,
          { header: headers[at] ?? '', nth: 1, ...means, by: 'user' },
        ]),
      )
      const done = await read(headers, `汉阴县,2023,${first.join(',')}`, [...answers.values()])
      const mapping = rememberedOf(done, facts)
      if (mapping === null) throw new Error('What was said is not remembered')

      const row = `石泉县,2022,${second.join(',')}`
      const unsaid = await read(headers, row, [])
      const offer = offeredFor(unsaid, [mapping])
      if (offer === null) {
        // Nothing is offered only where it would change nothing.
        expect(meanings(unsaid)).toEqual(meanings(done))
      } else {
        const adopted = await read(headers, row, offer.answers)
        expect(meanings(adopted)).toEqual(meanings(done))
        expect(offeredFor(adopted, [mapping])).toBeNull()
      }

      const at = place % headers.length
      const others = [
        headers.with(at, `${headers[at] ?? ''}丙`),
        [...headers, '丙'],
        headers.toSpliced(at, 1),
        headers.toReversed(),
      ]
      for (const changed of others) {
        const cells = changed.map((_, index) => second[index] ?? 0)
        const other = await read(changed, `石泉县,2022,${cells.join(',')}`, [])
        expect(offeredFor(other, [mapping])).toBeNull()
      }
    }),
    { numRuns },
  )
})
