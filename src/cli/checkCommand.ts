import { keyAt, listFindings, type CheckFinding } from '@/analysis/checkFinding'
import { adviseForReport } from '@/analysis/reportAdvice'
import { healthState, reportHealth, type HealthState } from '@/analysis/reportHealth'
import type { ReportKey } from '@/data/batch'
import { reportSlots } from '@/data/reportedRows'
import type { Finding, Severity } from '@/domain/finding'
import { checkName, exceptionsText, facts, findingText, outcomeWord } from '@/wording/checks'
import { repairText } from '@/wording/repairs'
import { scopeWords } from '@/wording/scopes'
import { checkFiles, conflictingReports, withoutChecks, type CheckedFiles } from './checkedFiles'
import { EXIT, type Command, type Output } from './command'
import { findingJson } from './findingJson'
import { exitStatus, readFiles } from './sources'
import { findingLines, textTable } from './textTable'

const ALL = { first: 0, count: Number.MAX_SAFE_INTEGER }

/** `check FILE...`: what was read, and every check across all files. */
export const checkCommand: Command = {
  usage: 'check 文件... [--json]     读取后做全部勾稽：表内、年际、正文、汇总、雷同',
  options: new Map(),
  run: async ({ files, json }, output) => {
    const read = await readFiles(files)
    const reading = [...withoutChecks(read.findings), ...conflictingReports(read.reports)]
    const checked = checkFiles(read)
    const { findings } = listFindings(checked.store, {}, ALL)
    if (json) writeJson(checked, reading, findings, output)
    else writeText(checked, reading, findings, output)
    const status = exitStatus(reading, read.failed)
    if (status !== EXIT.clean) return status
    return findings.some((each) => gravityOf(each) === 'error') ? EXIT.findings : EXIT.clean
  },
}

/** What cannot be judged is no error: it is told, and does not decide the exit status. */
function gravityOf({ outcome, severity }: CheckFinding): Severity {
  return outcome === 'undecidable' ? 'info' : severity
}

function writeJson(
  checked: CheckedFiles,
  reading: readonly Finding[],
  findings: readonly CheckFinding[],
  { write }: Output,
): void {
  const { store, textOf } = checked
  write('{"reports":[')
  for (const [index, key] of reportKeys(checked).entries()) {
    const health = reportHealth(store, key)
    const advice = adviseForReport(store.cube, key).map(repairText)
    const { year, scope } = key
    const state = healthState(health)
    const report = { unit: textOf(key.unit), year, scope, state, ...health, advice }
    write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(report)}`)
  }
  write('\n],"findings":[')
  const members = [...reading.map(findingJson), ...findings.map((each) => checkJson(each, checked))]
  for (const [index, member] of members.entries())
    write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(member)}`)
  write('\n]}\n')
}

/** A check's finding in the shape of all findings; its code is the rule's id. */
function checkJson(finding: CheckFinding, { textOf, placeOf }: CheckedFiles) {
  const { rule, check, outcome, year, scope, figures, left, right, difference } = finding
  const place = placeOf(finding)
  return {
    code: rule,
    severity: gravityOf(finding),
    message: findingText(finding, (unit) => textOf(unit).name),
    file: place.file,
    table: place.sheet ?? place.table ?? null,
    row: place.row ?? null,
    column: place.column ?? null,
    ...(place.page === undefined ? {} : { page: place.page }),
    unit: textOf(finding.unit).name,
    year,
    indicators: [...new Set(figures.map(({ indicator }) => indicator))],
    ...{ check, outcome, scope, left, right, difference },
  }
}

const stateWords: Readonly<Record<HealthState, string>> = {
  missing: '未报',
  failed: '不平',
  partial: '缺项',
  undecidable: '不可判',
  passed: '通过',
  unchecked: '无勾稽',
}

function writeText(
  checked: CheckedFiles,
  reading: readonly Finding[],
  findings: readonly CheckFinding[],
  { write }: Output,
): void {
  const keys = reportKeys(checked)
  const head = ['代码', '单位', '年份', '口径', '结论', '不平', '不符', '提示', '不可判', '通过']
  if (keys.length > 0) write(textTable([head, ...keys.map((key) => healthRow(checked, key))]))
  if (reading.length > 0) write(`\n读取时的问题\n${findingLines(reading)}`)
  for (const key of keys)
    writeReport(
      checked,
      key,
      findings.filter((each) => isOf(each, key)),
      write,
    )
}

function writeReport(
  { store, textOf }: CheckedFiles,
  key: ReportKey,
  findings: readonly CheckFinding[],
  write: Output['write'],
): void {
  const nameOf = (unit: string) => textOf(unit).name
  const failed = findings.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return
  write(`\n${nameOf(key.unit)} ${key.year} 年\n`)
  for (const finding of failed) {
    const told = [checkName(finding), facts(finding, nameOf), exceptionsText(finding)]
    write(`[${outcomeWord(finding)}] ${told.filter((part) => part !== '').join('。')}\n`)
  }
  for (const advice of adviseForReport(store.cube, key)) write(`[建议] ${repairText(advice)}\n`)
}

function healthRow({ store, textOf }: CheckedFiles, key: ReportKey): string[] {
  const health = reportHealth(store, key)
  const { code, name } = textOf(key.unit)
  const { errors, warnings, notes, undecidable, passed } = health
  return [
    code,
    name,
    String(key.year),
    scopeWords[key.scope],
    stateWords[healthState(health)],
    ...[errors, warnings, notes, undecidable, passed].map(String),
  ]
}

function reportKeys({ store }: CheckedFiles): ReportKey[] {
  const { cube } = store
  const reported = reportSlots(cube)
  return [...reported.keys()]
    .filter((slot) => reported[slot] === 1)
    .map((slot) => keyAt(cube, slot))
}

function isOf(finding: CheckFinding, { unit, year, scope }: ReportKey): boolean {
  return finding.unit === unit && finding.year === year && finding.scope === scope
}
