import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '@/cli/runCli'
import { documentEntries } from '@/views/original/documentState'
import { countOf, offersOf, type Offer } from '@/views/original/offers'
import { findingMessage } from '@/wording/findings'
import { printForm, type PrintedForm } from '../documents/formTables'
import { houseStyles, pieces, renderDocument } from '../documents/houseStyles'
import { plainPdf } from '../documents/plainPdf'
import { renderDocx } from '../documents/renderDocx'
import { openEngine, readInto } from '../engine/testEngine'
import { encode } from '../intake/readers/encode'
import { zip } from '../intake/readers/zips'
import { realReport } from '../realReports'

interface ReadReport {
  readonly unit: { readonly name: string }
  readonly year: number
  readonly scope: string
  readonly edition: string
  readonly values: Readonly<Record<string, number | null>>
  readonly states: Readonly<Record<string, string>>
  readonly marks: Readonly<Record<string, string>>
  readonly prose: Readonly<Record<string, number>>
}

interface ReadFinding {
  readonly code: string
  readonly message: string
  readonly row: number | null
  readonly column: number | null
  /** A counted phrase that is offered. */
  readonly count?: unknown
}

interface ReadResult {
  readonly reports: readonly ReadReport[]
  readonly findings: readonly ReadFinding[]
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianjian-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function inTerminal(name: string, content: Uint8Array): Promise<ReadResult> {
  const path = join(folder, name)
  writeFileSync(path, content)
  let out = ''
  await runCli(['read', path, '--json'], { write: (text) => (out += text), note: () => undefined })
  // The terminal knows a file by its whole path.
  return JSON.parse(out.replaceAll(`${folder}/`, '')) as ReadResult
}

/** What the app shows of it: the draft, and the figures beside the original. */
async function inTheApp(name: string, content: Uint8Array): Promise<ReadResult> {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [new File([new Uint8Array(content)], name)])
  const [file] = draft.files
  if (!file) throw new Error('one file')
  const { reports } = await engine.sourceReports(file.source)
  const offered = offersOf(file.findings, null).map(shownOffer)
  const isProse = (id: string) => id.startsWith('prose.')
  return {
    reports: reports.map(({ unitName, year, scope, edition, cells }) => {
      const values = cells.map(
        ({ indicator, cell }) => [indicator, cell.kind === 'value' ? cell.value : null] as const,
      )
      return {
        unit: { name: unitName },
        ...{ year, scope, edition },
        marks: Object.fromEntries(
          cells.flatMap(({ indicator, cell }) =>
            cell.kind === 'value' && cell.approximate ? [[indicator, 'approximate']] : [],
          ),
        ),
        values: Object.fromEntries(values.filter(([id]) => !isProse(id))),
        states: Object.fromEntries(
          cells.flatMap(({ indicator, cell: { kind } }) =>
            kind === 'value' ? [] : [[indicator, kind]],
          ),
        ),
        prose: Object.fromEntries(
          values.flatMap(([id, value]) => (isProse(id) && value !== null ? [[id, value]] : [])),
        ),
      }
    }),
    findings: file.findings.map((finding) => ({
      code: finding.code,
      message: findingMessage(finding),
      row: finding.place.row ?? null,
      column: finding.place.column ?? null,
      count: offered.find((offer) => offer.finding === finding)?.shown,
    })),
  }
}

/** A count as its button and the fields behind it say it. */
function shownOffer(offer: Offer) {
  const { name, unit, finding } = offer
  const cell = countOf(offer, name, unit)?.cell
  if (cell?.kind !== 'value') throw new Error('a count is a number')
  const about = cell.approximate ? { approximate: true } : {}
  return { finding, shown: { name, value: cell.value, unit, ...about } }
}

function essence({ reports, findings }: ReadResult): ReadResult {
  return {
    reports: reports.map(
      ({ unit: { name }, year, scope, edition, values, states, marks, prose }) => ({
        unit: { name },
        ...{ year, scope, edition, values, states, marks, prose },
      }),
    ),
    findings: findings.map(({ code, message, row, column, count }) => ({
      ...{ code, message, row, column, count },
    })),
  }
}

const HONGZE = '淮安市洪泽区2023年政府信息公开工作年度报告'
const HANYIN = '汉阴县人民政府2023年政府信息公开工作年度报告'
const hongze = printForm(realReport('洪泽区', 2023), '2021')
const hanyin = printForm(realReport('汉阴县', 2023), '2021')

/** As a lossy conversion left it: table 三 ends within （三）, table 四 is a line without a header. */
function cutOff(form: PrintedForm): PrintedForm {
  const end = form.three.findIndex((row) =>
    row.some(({ text }) => text.startsWith('8.属于行政查询')),
  )
  return { ...form, three: form.three.slice(0, end + 1), four: form.four.slice(-1) }
}

function emptied(form: PrintedForm): PrintedForm {
  const clear = (table: PrintedForm['two']) =>
    table.map((row) =>
      row.map((cell) =>
        /^\d/.test(cell.text) && !/[、.]/.test(cell.text.slice(0, 2))
          ? { ...cell, text: '' }
          : cell,
      ),
    )
  return { two: clear(form.two), three: clear(form.three), four: clear(form.four) }
}

const told = {
  overview: [
    '编制县级30个领域标准目录，政府门户网站公开信息约5400余条。梳理20个主题领域知识问答，栏目点击量约1.2万人次，同比下降3%。',
  ],
  others: ['2023年未收取信息处理费。'],
}

const documents: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['洪泽区.docx', () => renderDocx(pieces(hongze, HONGZE))],
  [
    '汉阴县.txt',
    () => new TextEncoder().encode(renderDocument(cutOff(hanyin), 'tabs', HANYIN, told)),
  ],
  ['空表.docx', () => renderDocx(pieces(emptied(hongze), '政府信息公开工作年度报告'))],
  ['old-form.pdf', () => readFileSync('fixtures/documents/old-form.pdf')],
  ...houseStyles.map(
    (style) =>
      [
        style.startsWith('html') ? `${style}.html` : `${style}.txt`,
        () => encode(renderDocument(hongze, style, HONGZE, told), 'GB18030'),
      ] as const,
  ),
  ['网页.mht', () => mhtOf(renderDocument(hongze, 'htmlWord', HONGZE, told))],
  [
    '两份.zip',
    async () =>
      zip({
        'a.html': renderDocument(cutOff(hanyin), 'html', HANYIN, told),
        'b.docx': await renderDocx(pieces(hongze, HONGZE, told)),
        'c.txt': '示例县2023年度法治政府建设年度报告\n\n一年来各项工作平稳推进。\n',
      }),
  ],
  ['预算.html', () => encode(`<h1>示例县民政局2023年部门预算公开</h1>`, 'UTF-8')],
  ['扫描.pdf', () => plainPdf('q 300 0 0 200 0 0 cm /Im1 Do Q')],
]

/** A page as a browser saves it whole. */
function mhtOf(page: string): Uint8Array {
  const lines = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----part"',
    '',
    '------part',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(page).toString('base64'),
    '------part--',
    '',
  ]
  return encode(lines.join('\r\n'), 'UTF-8')
}

describe('the terminal reads a document as the app shows it', () => {
  test.each(documents)('%s', async (name, render) => {
    const content = await render()
    const terminal = essence(await inTerminal(name, content))

    expect(terminal).toEqual(await inTheApp(name, content))
  })
})

test('what is in the figures of the three is read, said or left blank', async () => {
  const read = async (index: number) => {
    const [name, render] = documents[index] ?? []
    if (name === undefined || render === undefined) throw new Error('a document')
    return inTheApp(name, await render())
  }
  const [failing, lossy, empty] = await Promise.all([read(0), read(1), read(2)])
  const codes = ({ findings }: ReadResult) => findings.map(({ code }) => code)

  expect(codes(failing).filter((code) => code === 'form-sum-fails')).toHaveLength(2)
  expect(failing.reports[0]?.values['requests.other.all.total']).toBe(0)
  expect(lossy.reports[0]?.prose['prose.informationFee.amount']).toBe(0)
  expect(lossy.reports[0]?.states['requests.processed.total']).toBe('blank')
  expect(codes(lossy).filter((code) => code === 'prose-counted')).toHaveLength(4)
  expect(lossy.findings.find(({ code }) => code === 'form-derived')?.message).toContain('5')
  expect(empty.reports).toEqual([])
  expect(codes(empty)).toContain('form-empty')
})

describe('a file that is no report is said to be so in a word, in the terminal as in the app', () => {
  test.each([
    ['预算.html', '不是政府信息公开年报，像是预算'],
    ['空表.docx', '空白表样，没有填数'],
    ['扫描.pdf', '扫描件，没有文字'],
  ])('%s', async (name, words) => {
    const render = documents.find(([each]) => each === name)?.[1]
    if (render === undefined) throw new Error('a document')
    const content = await render()
    const path = join(folder, name)
    writeFileSync(path, content)
    let out = ''
    await runCli(['read', path], { write: (text) => (out += text), note: () => undefined })
    const { engine } = await openEngine(new IDBFactory())
    const draft = await readInto(engine, [new File([new Uint8Array(content)], name)])

    expect(out).toContain(`${name}：${words}`)
    expect(documentEntries(draft.files).map(({ state }) => state.text)).toEqual([words])
  })
})
