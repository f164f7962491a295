import type { Finding } from '@/domain/finding'
import type { Report } from '@/domain/report'
import { indicatorsOf, jsonLines, longCsvLines, wideCsvLines } from '@/exports/canonical'
import type { Command } from './command'
import { findingMembers } from './findingJson'
import { exitStatus, readFiles, type SourcedReport } from './sources'
import { findingLines } from './textTable'

/** `convert FILE... --to csv|json|long`: the canonical forms. */
export const convertCommand: Command = {
  usage: 'convert 文件... --to csv|json|long [--json]  转为标准格式，写到标准输出',
  options: new Map([['to', ['csv', 'json', 'long']]]),
  run: async ({ files, json, values }, output) => {
    const read = await readFiles(files)
    const { reports, findings: twice } = withoutRepeated(read.reports)
    const findings = [...read.findings, ...twice]
    const to = values.get('to') ?? 'csv'
    const lines = canonicalLines(reports, to)
    if (json) {
      output.write(`{"to":${JSON.stringify(to)},"text":${JSON.stringify([...lines].join(''))},`)
      for (const piece of findingMembers(findings)) output.write(piece)
      output.write('}\n')
    } else {
      for (const line of lines) output.write(line)
      if (findings.length > 0) output.note(findingLines(findings))
    }
    return exitStatus(findings, read.failed)
  },
}

function canonicalLines(reports: readonly Report[], to: string): Generator<string> {
  if (to === 'json') return jsonLines(reports)
  return to === 'long' ? longCsvLines(reports) : wideCsvLines(reports, indicatorsOf(reports))
}

/** Of reports of the same unit, year and scope in several files, the first stands. */
function withoutRepeated(sourced: readonly SourcedReport[]) {
  const first = new Map<string, string>()
  const reports: Report[] = []
  const findings: Finding[] = []
  for (const { report, source } of sourced) {
    const { unit, year, scope } = report
    const key = [unit.code, unit.name, year, scope].join('\0')
    const firstFile = first.get(key)
    if (firstFile === undefined) {
      first.set(key, source)
      reports.push(report)
      continue
    }
    findings.push({
      code: 'report-duplicate',
      severity: 'error',
      place: { file: source },
      unit: unit.name,
      year,
      detail: { firstFile, scope },
    })
  }
  return { reports, findings }
}
