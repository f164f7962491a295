import { expect, test } from 'vitest'
import type { Cell } from '@/domain/report'
import { findingLine } from '@/wording/findings'
import { draftsOf, intake } from './intake'

/** Every finding as severity, code, row and column; and the line that a person sees. */
async function findingsOf(content: string | Uint8Array<ArrayBuffer>, name = '坏.csv') {
  const { draft, reports, findings } = await intake(name, content)
  const said = findings.map(({ severity, code, place }) =>
    [severity, code, place.row, place.column].filter((part) => part !== undefined).join(' '),
  )
  return { draft, reports, said, lines: findings.map(findingLine) }
}

function value(number: number): Cell {
  return { kind: 'value', value: number, approximate: false }
}

const header = '单位名称,年份,coercion.decisions,fees.amount'

test('an empty file', async () => {
  const { draft, said, lines } = await findingsOf('')

  expect(draft.layout).toBeNull()
  expect(said).toEqual(['error file-empty'])
  expect(lines[0]).toMatch(/^坏\.csv：.*空/)
})

test('a binary file', async () => {
  const { draft, said } = await findingsOf(
    Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
  )

  expect(draft.layout).toBeNull()
  expect(said[0]).toMatch(/^error (file-binary|file-type-unsupported)/)
})

test.each([
  ['年报.doc', ['WordDocument'], /另存为 \.docx/],
  ['年报.et', ['ETExtData'], /用 WPS 打开，表格另存为 \.xlsx/],
  ['年报.xlsx', ['EncryptedPackage'], /取消密码/],
])('%s in an old or locked format: what to do', async (name, streams, words) => {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  streams.forEach((stream, at) => {
    bytes.set(new Uint8Array(Buffer.from(stream, 'utf16le')), 1024 + 128 * at)
  })
  const { draft, said, lines } = await findingsOf(bytes, name)

  expect(draft.layout).toBeNull()
  expect(said).toEqual(['error file-type-unsupported'])
  expect(lines[0]).toMatch(words)
})

test('a year that a spreadsheet shows as a day of 1905: what it was', async () => {
  const { lines } = await findingsOf(`${header}\n汉阴县,1905-07-15,1,2\n`)

  expect(lines[0]).toContain('像是数字 2023 被设成了日期格式')
})

test('a CSV without a unit column', async () => {
  const { reports, said, lines } = await findingsOf('年份,coercion.decisions\n2023,1\n')

  expect(reports).toEqual([])
  expect(said).toEqual(['error column-unit-missing 1'])
  expect(lines[0]).toContain('坏.csv 第 1 行：缺少单位列')
})

test('a CSV without a year column', async () => {
  const { reports, said } = await findingsOf('单位名称,coercion.decisions\n汉阴县,1\n')

  expect(reports).toEqual([])
  expect(said).toEqual(['error column-year-missing 1'])
})

test('a year 20x3: the other rows are read', async () => {
  const { reports, said, lines } = await findingsOf(`${header}\n汉阴县,20x3,1,2\n汉阴县,2022,3,4\n`)

  expect(said).toEqual(['error year-invalid 2 2'])
  expect(lines[0]).toContain('第 2 行 第 2 列（B）：年份 “20x3” 读不懂')
  expect(reports.map(({ year }) => year)).toEqual([2022])
})

test.each([
  ['12a', 'error cell-unreadable 2 3'],
  ['1 2', 'error cell-ambiguous-number 2 3'],
])(
  'a value %s is unreadable with its place, and the row is read all the same',
  async (text, code) => {
    const { reports, said, lines } = await findingsOf(`${header}\n汉阴县,2023,${text},5\n`)

    expect(said).toEqual([code])
    expect(lines[0]).toContain(`坏.csv 第 2 行 第 3 列（C）：“${text}”`)
    expect(reports[0]?.cells).toEqual(
      new Map([
        ['coercion.decisions', { kind: 'unreadable' }],
        ['fees.amount', value(5)],
      ]),
    )
    expect(reports[0]?.raw?.get('coercion.decisions')).toBe(text)
  },
)

test('a value 1，234 is read as 1234, and said', async () => {
  const { reports, said, lines } = await findingsOf(`${header}\n汉阴县,2023,1，234,5\n`)

  expect(said).toEqual(['warning cell-thousands 2 3'])
  expect(lines[0]).toContain('1234')
  expect(reports[0]?.cells.get('coercion.decisions')).toEqual(value(1234))
})

test('1,234 without quotes falls apart into two cells: the row is left out, never shifted', async () => {
  const { reports, said } = await findingsOf(
    `${header}\n汉阴县,2023,1,234,5\n石泉县,2023,1,5\n宁陕县,2023,1,5\n`,
  )

  expect(said).toEqual(['error row-long 2', 'error row-skipped 2'])
  expect(reports.map(({ unit }) => unit.name)).toEqual(['石泉县', '宁陕县'])
})

test('a fee of 1077.89元 becomes 0.107789 万元, and is said', async () => {
  const { reports, said, lines } = await findingsOf(`${header}\n汉阴县,2023,1,1077.89元\n`)

  expect(said).toEqual(['warning cell-converted 2 4'])
  expect(lines[0]).toContain('第 2 行 第 4 列（D）：“1077.89元” 已换算为 0.107789 万元')
  expect(reports[0]?.cells.get('fees.amount')).toEqual(value(0.107789))
})

test('a duplicate unit-year in one file: the first stands', async () => {
  const { reports, said, lines } = await findingsOf(
    `${header}\n汉阴县,2023,1,2\n石泉县,2023,5,6\n汉阴县人民政府,2023,3,4\n`,
  )

  expect(said).toEqual(['error report-duplicate 4'])
  expect(lines[0]).toContain('第 2 行')
  expect(reports.map(({ unit, cells }) => [unit.name, cells.get('fees.amount')])).toEqual([
    ['汉阴县', value(2)],
    ['石泉县', value(6)],
  ])
})

test('a blank is never a zero, in any kind of file', async () => {
  const files = [
    ['a.csv', '单位名称,年份,表样,coercion.decisions\n汉阴县,2023,2021,\n'],
    ['a.csv', '单位名称,年份,表样,指标,数值\n汉阴县,2023,2021,coercion.decisions,\n'],
    [
      'a.json',
      '[{"unit":"汉阴县","year":2023,"edition":"2021","values":{"coercion.decisions":null}}]',
    ],
  ] as const
  for (const [name, content] of files) {
    const { draft, reports } = await intake(name, content)
    expect(reports[0]?.cells).toEqual(new Map([['coercion.decisions', { kind: 'blank' }]]))
    expect(draft.cells).toEqual({ value: 0, blank: 1, notApplicable: 0, unreadable: 0 })
  }
})

test('one bad file never stops the others', async () => {
  const files = [
    new File([], '空.csv'),
    broken('读不了.csv', 1),
    broken('大.csv', 2 ** 20),
    new File([`${header}\n汉阴县,2023,1,2\n`], '好.csv'),
  ]
  const drafts = await draftsOf(files)

  expect(drafts.map(({ name, reports }) => [name, reports])).toEqual([
    ['空.csv', 0],
    ['读不了.csv', 0],
    ['大.csv', 0],
    ['好.csv', 1],
  ])
  expect(drafts[1]?.findings).toEqual([
    {
      code: 'read-failed',
      severity: 'error',
      place: { file: '读不了.csv' },
      detail: { reason: 'gone' },
    },
  ])
})

/** A file that is listed but cannot be read, as on a drive that was pulled out. */
function broken(name: string, size: number): File {
  const file = new File([new Uint8Array(size)], name)
  file.arrayBuffer = () => Promise.reject(new Error('gone'))
  file.slice = () => file
  return file
}
