import type { Finding } from '@/domain/finding'
import type { SourceReport, SourceReports } from '@/engine/documentProtocol'

/** What was found of one of the reports that a source holds. */
export function reportFindings(
  { reports, findings }: Pick<SourceReports, 'reports' | 'findings'>,
  report: SourceReport,
): readonly Finding[] {
  if (report.document !== null) {
    return findings.filter(({ place }) => place.file === report.document)
  }
  if (reports.length <= 1) return findings
  return findings.filter(({ year }) => year === undefined || year === report.year)
}
