import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '@/cli/runCli'

interface JsonReport {
  readonly unit: { readonly code: string; readonly name: string }
  readonly year: number
  readonly values: Record<string, number | null>
  readonly states: Record<string, string>
  readonly marks: Record<string, string>
  readonly prose: Record<string, number | null>
  readonly source: string
}

interface JsonFinding {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly file: string
  readonly row: number | null
  readonly column: number | null
}

interface ReadResult {
  readonly reports: JsonReport[]
  readonly findings: JsonFinding[]
}

const counties = 'fixtures/real/counties.gb18030.csv'
const suqian = 'fixtures/real/suqian.json'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianjian-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function run(...args: string[]) {
  let out = ''
  let notes = ''
  const status = await runCli(args, {
    write: (text) => (out += text),
    note: (text) => (notes += text),
  })
  return { status, out, notes }
}

async function read(...files: string[]) {
  const { status, out } = await run('read', ...files, '--json')
  return { status, ...(JSON.parse(out) as ReadResult) }
}

/** A file in a folder of its own. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('read', () => {
  test('gives reports and findings as JSON, from several files', async () => {
    const { status, reports, findings } = await read(counties, suqian)

    expect(status).toBe(0)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(reports.map(({ unit, year, source }) => [unit, year, source])).toEqual([
      [{ code: '610921', name: '汉阴县' }, 2023, counties],
      [{ code: '320813', name: '洪泽区' }, 2023, counties],
      [{ code: '320831', name: '金湖县' }, 2023, counties],
      [{ code: '321300', name: '宿迁市' }, 2023, suqian],
      [{ code: '321300', name: '宿迁市' }, 2024, suqian],
    ])
    expect(reports[3]?.marks).toEqual({ 'prose.published.website': 'approximate' })
    expect(reports[3]?.prose['prose.published.website']).toBe(180000)
  })

  test('a finding of severity error gives status 1, with its place', async () => {
    const path = file('坏.csv', '单位名称,年份,coercion.decisions\n汉阴县,2023,12a\n')
    const { status, reports, findings } = await read(path)

    expect(status).toBe(1)
    expect(reports.map(({ values, states }) => [values, states])).toEqual([
      [{ 'coercion.decisions': null }, { 'coercion.decisions': 'unreadable' }],
    ])
    expect(findings).toMatchObject([
      { code: 'cell-unreadable', severity: 'error', file: path, row: 2, column: 3 },
    ])
    expect(findings[0]?.message).toContain('12a')
  })

  test('a file that is refused is a finding, and the others are read', async () => {
    const path = file('图.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))
    const { status, reports, findings } = await read(path, counties)

    expect(status).toBe(1)
    expect(reports).toHaveLength(3)
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ file: path }])
  })

  test('a file that cannot be opened gives status 2, and the others are read', async () => {
    const { status, reports, findings } = await read(join(folder, '没有.csv'), counties)

    expect(status).toBe(2)
    expect(reports).toHaveLength(3)
    expect(findings).toMatchObject([{ code: 'read-failed', severity: 'error', row: null }])
  })

  test('without --json it is a table and lines for people', async () => {
    const path = file('表.csv', '单位名称,年份,coercion.decisions\n汉阴县,2023,1 2\n')
    const { status, out } = await run('read', path)

    expect(status).toBe(1)
    expect(out).toContain('表.csv：宽表，UTF-8，年报 1 份')
    expect(out).toMatch(/610921 +汉阴县 +2023 +全县汇总 +未知 +0 +0 +0 +1/)
    expect(out).toContain('[错误]')
    expect(out).toContain('第 2 行 第 3 列（C）：“1 2” 有不止一种读法')
  })
})

describe('cells', () => {
  test('gives the cells as they stand', async () => {
    const path = file('格.csv', 'a,b\r\n 1 ,"x, y"\r\n')
    const { status, out } = await run('cells', path, '--json')

    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({
      sheets: [
        {
          name: '',
          rows: [
            ['a', 'b'],
            [' 1 ', 'x, y'],
          ],
        },
      ],
      findings: [],
    })
  })

  test('titles and notes are told apart from the table, and said', async () => {
    const lines = ['示例市年报,,', ',,', '单位,年份,件', '甲县,2023,1', '注：试报,,']
    const { out } = await run('cells', file('表.csv', lines.join('\n')), '--json')

    expect(JSON.parse(out)).toMatchObject({
      sheets: [
        {
          rows: [
            ['单位', '年份', '件'],
            ['甲县', '2023', '1'],
          ],
          above: [
            ['示例市年报', '', ''],
            ['', '', ''],
          ],
          below: [['注：试报', '', '']],
        },
      ],
      findings: [
        { code: 'header-found-below', severity: 'info', row: 3 },
        { code: 'row-skipped', severity: 'info', row: 5 },
      ],
    })
  })

  test('an empty file is a finding', async () => {
    const { status, out } = await run('cells', file('空.csv', ''), '--json')

    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ sheets: [], findings: [{ code: 'file-empty' }] })
  })
})

describe('convert', () => {
  test.each([
    ['csv', 'csv'],
    ['long', 'csv'],
    ['json', 'json'],
  ])('--to %s reads back to the same values, states and marks', async (to, extension) => {
    const { status, out } = await run('convert', counties, suqian, '--to', to)
    const before = await read(counties, suqian)
    const after = await read(file(`往返.${extension}`, out))

    expect(status).toBe(0)
    expect(after.reports.map(withoutSource)).toEqual(before.reports.map(withoutSource))
  })

  test('of the same report in two files the first stands, and it is said', async () => {
    const other = file('又.csv', '单位代码,年份,coercion.decisions\n610921,2023,7\n')
    const { status, out } = await run('convert', counties, other, '--json')

    expect(status).toBe(1)
    const { text, findings } = JSON.parse(out) as { text: string; findings: JsonFinding[] }
    expect(findings.map(({ code, file: at }) => [code, at])).toEqual([['report-duplicate', other]])
    expect(text.trim().split('\n')).toHaveLength(4)
  })
})

describe('usage', () => {
  test('--help says it in Chinese', async () => {
    const { status, out } = await run('--help')

    expect(status).toBe(0)
    for (const word of ['cells', 'read', 'convert', '退出码']) expect(out).toContain(word)
  })

  test.each([
    [[]],
    [['nonsense']],
    [['read']],
    [['read', 'a.csv', '--unknown']],
    [['convert', 'a.csv', '--to', 'pdf']],
  ])('%j is wrong usage', async (args) => {
    expect((await run(...args)).status).toBe(2)
    const { status, out } = await run(...args, '--json')
    expect(status).toBe(2)
    expect(() => JSON.parse(out) as unknown).not.toThrow()
  })

  test('the script runs in a process of its own', () => {
    const args = ['--import', 'tsx', 'src/cli/main.ts', 'read', suqian, '--json']
    const out = execFileSync('node', args, { encoding: 'utf8' })

    expect((JSON.parse(out) as ReadResult).reports).toHaveLength(2)
  }, 60_000)
})

test('the figures of 汉阴县 and 洪泽区 come through as published', async () => {
  const { reports } = await read(counties)
  const [hanyin, hongze] = reports
  const lost = Object.keys(hanyin?.values ?? {}).filter((id) =>
    /^requests\.(unavailable|rejected|other\.(notCorrected|feeUnpaid|rest)|processed|carriedOut)\./.test(
      id,
    ),
  )

  expect(hanyin?.values['fees.amount']).toBe(1077.892534)
  expect(lost).toHaveLength(91)
  for (const id of lost) {
    expect([id, hanyin?.values[id], hanyin?.states[id]]).toEqual([id, null, 'blank'])
  }
  const single = Object.keys(hongze?.values ?? {}).filter((id) => id.startsWith('requests.other.'))
  expect(single.every((id) => id.startsWith('requests.other.all.'))).toBe(true)
  expect(single).toHaveLength(7)
})

function withoutSource(report: JsonReport) {
  const states = Object.fromEntries(Object.entries(report.states).sort())
  return { ...report, states, source: '' }
}
