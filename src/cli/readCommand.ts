import type { Cell } from '@/domain/report'
import { jsonReport } from '@/exports/canonical'
import { scopeWords } from '@/wording/scopes'
import type { Command, Output } from './command'
import { findingMembers } from './findingJson'
import { notReportText } from '@/wording/notReport'
import { exitStatus, readFiles, type ReadFiles, type SourcedReport } from './sources'
import { findingLines, textTable } from './textTable'

/** `read FILE...`: what was recognised. */
export const readCommand: Command = {
  usage: 'read 文件... [--json]      识别出的年报：单位、年份、数值、状态、问题',
  options: new Map(),
  run: async ({ files, json }, output) => {
    const read = await readFiles(files)
    if (json) writeJson(read, output)
    else writeText(read, output)
    return exitStatus(read.findings, read.failed)
  },
}

function writeJson({ reports, findings }: ReadFiles, { write }: Output): void {
  write('{"reports":[')
  for (const [index, { report, source }] of reports.entries()) {
    write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify({ ...jsonReport(report), source })}`)
  }
  write('\n],')
  for (const piece of findingMembers(findings)) write(piece)
  write('}\n')
}

const layouts = {
  wide: '宽表',
  long: '长表',
  cross: '交叉表',
  json: 'JSON',
  form: '法定表样',
  checkSheet: '退回核对表',
} as const

function writeText({ drafts, reports, findings }: ReadFiles, { write }: Output): void {
  for (const { name, layout, encoding, reports: count, years, findings: found } of drafts) {
    const reason = count === 0 ? notReportText(found) : null
    const kind = reason ?? (layout === null ? '未识别' : layouts[layout])
    const span = years.length === 0 ? '' : `，${String(years[0])}–${String(years.at(-1))} 年`
    write(`${name}：${kind}${encoding === null ? '' : `，${encoding}`}，年报 ${count} 份${span}\n`)
  }
  if (reports.length > 0) {
    const head = ['代码', '单位', '年份', '口径', '表样', '数值', '空', '不适用', '不可读', '文件']
    write('\n' + textTable([head, ...reports.map(reportRow)]))
  }
  if (findings.length > 0) write('\n' + findingLines(findings))
}

function reportRow({ report, source }: SourcedReport): string[] {
  const count = (kind: Cell['kind']) =>
    String([...report.cells.values()].filter((cell) => cell.kind === kind).length)
  const { unit, year, scope, edition } = report
  return [
    unit.code,
    unit.name,
    String(year),
    scopeWords[scope],
    edition === 'unknown' ? '未知' : edition,
    ...[count('value'), count('blank'), count('notApplicable'), count('unreadable')],
    source,
  ]
}
