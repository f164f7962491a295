import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '@/cli/runCli'
import { generateSample } from '@/data/sample'
import { toJson, toWideCsv } from '@/exports/canonical'
import { printForm } from '../documents/formTables'
import { renderDocument } from '../documents/houseStyles'
import { realReports } from '../realReports'

interface CheckResult {
  readonly reports: {
    readonly unit: { readonly name: string }
    readonly year: number
    readonly state: string
    readonly errors: number
    readonly advice: readonly string[]
  }[]
  readonly findings: {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly file: string
    readonly row: number | null
    readonly column: number | null
    readonly unit: string
    readonly year: number
    readonly outcome?: string
  }[]
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianjian-check-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function run(...args: string[]) {
  let out = ''
  const status = await runCli(['check', ...args], {
    write: (text) => (out += text),
    note: () => {},
  })
  return { status, out }
}

async function check(...files: string[]) {
  const { status, out } = await run(...files, '--json')
  return { status, ...(JSON.parse(out) as CheckResult) }
}

test('published reports: what fails is told with its place, and decides the exit status', async () => {
  const path = file('年报.csv', toWideCsv(realReports()))
  const { status, reports, findings } = await check(path)
  expect(status).toBe(1)
  expect(reports.map(({ unit, year, state }) => [unit.name, year, state])).toEqual([
    ['汉阴县', 2023, 'partial'],
    ['洪泽区', 2023, 'failed'],
    ['金湖县', 2023, 'partial'],
    ['宿迁市', 2023, 'passed'],
    ['宿迁市', 2024, 'failed'],
  ])
  const errors = findings.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code, unit, year }) => [code, unit, year])).toEqual([
    ['T4-SUM', '洪泽区', 2023],
    ['T4-SUM', '洪泽区', 2023],
  ])
  const [first] = errors
  const header = readFileSync(path, 'utf8').replace('\ufeff', '').split('\r\n')[0]?.split(',')
  expect([first?.file, first?.row]).toEqual([path, 3])
  expect(header?.[(first?.column ?? 0) - 1]).toBe('review.upheld')
  expect(first?.message).toContain('差 +11')
})

test('consistent reports have no error, and what is 不可判 is none', async () => {
  const { reports } = generateSample({ counties: 3, years: [2021, 2023] }, 4)
  const blanked = reports.map((report, at) =>
    at === 0
      ? {
          ...report,
          cells: new Map([...report.cells, ['review.other', { kind: 'blank' }] as const]),
        }
      : report,
  )
  const { status, findings } = await check(file('样例.json', toJson(blanked)))
  const undecidable = findings.filter(({ outcome }) => outcome === 'undecidable')
  expect(undecidable.filter(({ code }) => code === 'T4-SUM')).toHaveLength(1)
  expect(new Set(undecidable.map(({ severity }) => severity))).toEqual(new Set(['info']))
  const errors = findings.filter(({ severity }) => severity === 'error')
  expect(errors.filter(({ outcome }) => outcome !== undefined)).toEqual([])
  expect(status).toBe(errors.length > 0 ? 1 : 0)
})

test('files are checked together: a chain over two files, and two files that disagree', async () => {
  const [first, second] = realReports().filter(({ unit }) => unit.code === '321300')
  if (first === undefined || second === undefined) throw new Error('no reports')
  const carried = 'requests.carriedIn.total'
  const broken = {
    ...second,
    cells: new Map([
      ...second.cells,
      [carried, { kind: 'value', value: 5, approximate: false }] as const,
    ]),
  }
  const one = file('2023.csv', toWideCsv([first]))
  const two = file('2024.csv', toWideCsv([broken]))
  const other = file('2024改.csv', toWideCsv([second]))
  const apart = await check(two)
  expect(apart.findings.some(({ code }) => code === 'Y-CARRY')).toBe(false)
  const together = await check(one, two, other)
  expect(together.findings.filter(({ code }) => code === 'Y-CARRY')).toHaveLength(1)
  const conflicts = together.findings.filter(({ code }) => code === 'report-duplicate')
  expect(conflicts.map(({ file: where, severity }) => [where, severity])).toEqual([
    [other, 'error'],
  ])
})

test('for people: a table of all reports, then what fails with advice', async () => {
  const { status, out } = await run(file('全部.csv', toWideCsv(realReports())))
  expect(status).toBe(1)
  expect(out).toContain('320813  洪泽区  2023  全县汇总  不平')
  expect(out).toContain('[不平] 表四合计（行政复议）')
  expect(out).toContain('[建议] “行政复议·总计”现为 0，可能应为 11')
})

test('a file that cannot be opened is a finding, and the others are still checked', async () => {
  const good = file('好.csv', toWideCsv(realReports()))
  const { status, reports, findings } = await check(join(folder, '没有.csv'), good)
  expect(status).toBe(2)
  expect(reports).toHaveLength(5)
  expect(findings[0]?.code).toBe('read-failed')
})

test('what a text says and its tables do not is told once, as a check, at its sentence', async () => {
  const [sample] = generateSample({ counties: 1, years: [2023, 2023] }, 7).reports
  const reviews = sample?.cells.get('review.total')
  if (sample === undefined || reviews?.kind !== 'value') throw new Error('no report')
  const title = '示例县2023年政府信息公开工作年度报告'
  const sentence = `因信息公开引起行政复议${reviews.value + 2}件。`
  const text = { overview: [sentence], others: [] }
  const page = renderDocument(printForm(sample, '2021'), 'html', title, text)
  const path = file('示例县2023年年报.html', page)
  const { findings } = await check(path)

  const onText = findings.filter(({ message }) => message.includes(sentence))
  expect(onText).toMatchObject([
    {
      code: 'P-REVIEW',
      check: 'P-REVIEW:行政复议',
      severity: 'warning',
      file: path,
      outcome: 'failed',
      left: reviews.value + 2,
      right: reviews.value,
      indicators: ['review.total'],
    },
  ])
  expect(onText[0]?.row).toBeGreaterThan(1)
})
