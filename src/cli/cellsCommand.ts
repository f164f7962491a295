import type { Finding } from '@/domain/finding'
import type { FileKind, Grid, SourceDocument } from '@/intake/document'
import { readSource } from '@/intake/readers/readSource'
import { sheetTable, type SheetTable } from '@/intake/readers/sheetTable'
import type { Command, Output } from './command'
import { findingMembers } from './findingJson'
import { exitStatus, openFiles } from './sources'
import { findingLines } from './textTable'

interface Sheet {
  readonly name: string
  readonly grid: Grid
  readonly table: SheetTable
}

/** `cells FILE`: the grids as read. */
export const cellsCommand: Command = {
  usage: 'cells 文件 [--json]        文件中读到的原始单元格；表上的标题和表下的注另列',
  options: new Map(),
  run: async ({ files, json }, output) => {
    const opened = await openFiles(files)
    const documents: SourceDocument[] = []
    for (const file of opened.files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      documents.push(...(await readSource({ name: file.name, path: file.name, bytes })))
    }
    const findings = [...opened.findings]
    const sheets: Sheet[] = []
    for (const document of documents) {
      findings.push(...document.findings)
      for (const grid of document.grids) {
        const table = tableOf(document, grid)
        findings.push(...table.findings)
        sheets.push({ name: sheetName(document, grid, documents.length), grid, table })
      }
    }
    if (json) writeJson(sheets, findings, output)
    else writeText(sheets, findings, output)
    return exitStatus(findings, opened.findings.length > 0)
  },
}

/** Documents of running text have no titles above a table that would not be text around it. */
const SHEETS: readonly FileKind[] = ['csv', 'text', 'xlsx', 'xls', 'ods']

function tableOf({ file, kind }: SourceDocument, grid: Grid): SheetTable {
  if (SHEETS.includes(kind)) return sheetTable(grid, file)
  return { start: 0, end: grid.rows.length, findings: [] }
}

/** With several files the sheets carry their file's name. */
function sheetName({ file }: SourceDocument, { name }: Grid, documents: number): string {
  if (documents === 1) return name
  return name === '' ? file : `${file} / ${name}`
}

function writeJson(sheets: readonly Sheet[], findings: readonly Finding[], { write }: Output) {
  write('{"sheets":[')
  for (const [index, { name, grid, table }] of sheets.entries()) {
    write(`${index === 0 ? '\n' : ',\n'}{"name":${JSON.stringify(name)},"rows":[`)
    for (let row = table.start; row < table.end; row++) {
      write(`${row === table.start ? '\n' : ',\n'}${JSON.stringify(grid.rows[row])}`)
    }
    write('\n]')
    if (table.start > 0) write(`,"above":${JSON.stringify(grid.rows.slice(0, table.start))}`)
    if (table.end < grid.rows.length)
      write(`,"below":${JSON.stringify(grid.rows.slice(table.end))}`)
    write('}')
  }
  write('\n],')
  for (const piece of findingMembers(findings)) write(piece)
  write('}\n')
}

function writeText(sheets: readonly Sheet[], findings: readonly Finding[], { write }: Output) {
  for (const { name, grid } of sheets) {
    if (name !== '') write(`工作表 ${name}\n`)
    for (const [row, cells] of grid.rows.entries()) {
      write(`${[String(grid.rowNumbers?.[row] ?? row + 1), ...cells.map(oneLine)].join('\t')}\n`)
    }
  }
  if (findings.length > 0) write('\n' + findingLines(findings))
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
