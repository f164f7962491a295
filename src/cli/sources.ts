import { readFile } from 'node:fs/promises'
import type { Finding } from '@/domain/finding'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { Report } from '@/domain/report'
import { draftReports } from '@/intake/draftReports'
import type { FileDraft } from '@/intake/draft'
import { intakeFiles } from '@/intake/intakeFile'
import { EXIT } from './command'

/** Files given on the command line, opened; those that could not be are findings. */
export interface OpenedFiles {
  readonly files: readonly File[]
  readonly findings: readonly Finding[]
}

/** Opens files by their paths, which stay their names. */
export async function openFiles(paths: readonly string[]): Promise<OpenedFiles> {
  const files: File[] = []
  const findings: Finding[] = []
  for (const path of paths) {
    try {
      files.push(new File([await readFile(path)], path))
    } catch (cause) {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
      findings.push({
        ...{ code: 'read-failed', severity: 'error', place: { file: path } },
        detail: { reason },
      })
    }
  }
  return { files, findings }
}

/** A report with the file it was read from. */
export interface SourcedReport {
  readonly report: Report
  readonly source: string
}

export interface ReadFiles {
  readonly drafts: readonly FileDraft[]
  readonly reports: readonly SourcedReport[]
  readonly findings: readonly Finding[]
  /** Some file could not be opened. */
  readonly failed: boolean
}

/** What is recognised in files, given by their paths. */
export async function readFiles(paths: readonly string[]): Promise<ReadFiles> {
  const opened = await openFiles(paths)
  const registry = createUnitRegistry([])
  const drafts: FileDraft[] = []
  const reports: SourcedReport[] = []
  await intakeFiles(opened.files, { ownUnits: [], within: null }, (draft) => {
    drafts.push(draft)
    for (const report of draftReports(draft, registry)) reports.push({ report, source: draft.name })
    return Promise.resolve()
  })
  return {
    ...{ drafts, reports },
    findings: [...opened.findings, ...drafts.flatMap((draft) => draft.findings)],
    failed: opened.findings.length > 0,
  }
}

/** The exit status for what was found. */
export function exitStatus(findings: readonly Finding[], failed: boolean): number {
  if (failed) return EXIT.failed
  return findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean
}
