import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '@/cli/runCli'
import { findingMessage } from '@/wording/findings'
import { printForm, type PrintedForm } from '../documents/formTables'
import { pieces, renderDocument } from '../documents/houseStyles'
import { renderDocx } from '../documents/renderDocx'
import { openEngine, readInto } from '../engine/testEngine'
import { realReport } from '../realReports'

interface ReadReport {
  readonly unit: { readonly name: string }
  readonly year: number
  readonly values: Readonly<Record<string, number | null>>
  readonly states: Readonly<Record<string, string>>
  readonly prose: Readonly<Record<string, number>>
}

interface ReadResult {
  readonly reports: readonly ReadReport[]
  readonly findings: readonly { readonly code: string; readonly message: string }[]
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
  const isProse = (id: string) => id.startsWith('prose.')
  return {
    reports: reports.map(({ unitName, year, cells }) => {
      const values = cells.map(
        ({ indicator, cell }) => [indicator, cell.kind === 'value' ? cell.value : null] as const,
      )
      return {
        unit: { name: unitName },
        year,
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
    })),
  }
}

function essence({ reports, findings }: ReadResult): ReadResult {
  return {
    reports: reports.map(({ unit: { name }, year, values, states, prose }) => ({
      unit: { name },
      year,
      values,
      states,
      prose,
    })),
    findings: findings.map(({ code, message }) => ({ code, message })),
  }
}

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
  overview: ['编制县级30个领域标准目录，政府门户网站公开信息5431条。梳理20个主题领域知识问答。'],
  others: ['2023年未收取信息处理费。'],
}

const documents: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['洪泽区.docx', () => renderDocx(pieces(hongze, '淮安市洪泽区2023年政府信息公开工作年度报告'))],
  [
    '汉阴县.txt',
    () =>
      new TextEncoder().encode(
        renderDocument(
          cutOff(hanyin),
          'tabs',
          '汉阴县人民政府2023年政府信息公开工作年度报告',
          told,
        ),
      ),
  ],
  ['空表.docx', () => renderDocx(pieces(emptied(hongze), '政府信息公开工作年度报告'))],
  ['old-form.pdf', () => readFileSync('fixtures/documents/old-form.pdf')],
]

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
  expect(codes(lossy).filter((code) => code === 'prose-counted')).toHaveLength(2)
  expect(lossy.findings.find(({ code }) => code === 'form-derived')?.message).toContain('5')
  expect(empty.reports).toEqual([])
  expect(codes(empty)).toContain('form-empty')
})
