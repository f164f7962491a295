import type { Finding } from '@/domain/finding'
import type { Grid, SourceDocument } from '@/intake/document'
import { readSource } from '@/intake/readers/readSource'
import type { Command, Output } from './command'
import { findingMembers } from './findingJson'
import { exitStatus, openFiles } from './sources'
import { findingLines } from './textTable'

interface Sheet {
  readonly name: string
  readonly grid: Grid
}

/** `cells FILE`: the grids as read. */
export const cellsCommand: Command = {
  usage: 'cells 文件 [--json]        文件中读到的原始单元格',
  options: new Map(),
  run: async ({ files, json }, output) => {
    const opened = await openFiles(files)
    const documents: SourceDocument[] = []
    for (const file of opened.files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      documents.push(...(await readSource({ name: file.name, path: file.name, bytes })))
    }
    const findings = [...opened.findings, ...documents.flatMap((document) => document.findings)]
    const sheets = documents.flatMap((document) =>
      document.grids.map((grid) => ({ name: sheetName(document, grid, documents.length), grid })),
    )
    if (json) writeJson(sheets, findings, output)
    else writeText(sheets, findings, output)
    return exitStatus(findings, opened.findings.length > 0)
  },
}

/** With several files the sheets carry their file's name. */
function sheetName({ file }: SourceDocument, { name }: Grid, documents: number): string {
  if (documents === 1) return name
  return name === '' ? file : `${file} / ${name}`
}

function writeJson(sheets: readonly Sheet[], findings: readonly Finding[], { write }: Output) {
  write('{"sheets":[')
  for (const [index, { name, grid }] of sheets.entries()) {
    write(`${index === 0 ? '\n' : ',\n'}{"name":${JSON.stringify(name)},"rows":[`)
    for (const [row, cells] of grid.rows.entries()) {
      write(`${row === 0 ? '\n' : ',\n'}${JSON.stringify(cells)}`)
    }
    write('\n]}')
  }
  write('\n],')
  for (const piece of findingMembers(findings)) write(piece)
  write('}\n')
}

function writeText(sheets: readonly Sheet[], findings: readonly Finding[], { write }: Output) {
  for (const { name, grid } of sheets) {
    if (name !== '') write(`工作表 ${name}\n`)
    for (const [row, cells] of grid.rows.entries()) {
      const number = grid.rowNumbers?.[row] ?? row + 1
      write(`${[String(number), ...cells.map(oneLine)].join('\t')}\n`)
    }
  }
  if (findings.length > 0) write('\n' + findingLines(findings))
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
