import { isCustom } from '@/domain/catalogue'
import type { Finding, Severity } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import { statutoryForm, type FormTable } from '@/domain/statutoryForm'
import type { SourceCellView, SourceReport } from '@/engine/documentProtocol'
import { reportCellText } from '@/wording/reportCellText'

/** A figure of the form as it is shown. */
export interface FormCell {
  readonly indicator: string
  readonly text: string
  readonly kind: Cell['kind']
  /** The gravest that was said of it; null: nothing. */
  readonly severity: Severity | null
  /** What the sums of the form leave for a lost figure; empty where they leave nothing certain. */
  readonly derived: string
  /** What one slip of cells would make of it; empty where nothing is proposed. */
  readonly proposed: string
  /** Whether the source has its place. */
  readonly isPlaced: boolean
}

/** A row of cells that one slip explains, confirmed by every sum. */
export interface Proposal {
  readonly indicators: readonly string[]
  readonly values: readonly number[]
  readonly text: string
  readonly finding: Finding
}

const order = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** The figures of a report by indicator, with what was found of each. */
export function formCells(
  report: SourceReport,
  findings: readonly Finding[],
): ReadonlyMap<string, FormCell> {
  const severities = gravest(findings)
  const derived = numbersOf(findings.filter(({ code }) => code === 'form-derived'))
  const proposed = numbersOf(findings.filter(isProposal))
  return new Map(
    report.cells.map((read) => {
      const { indicator } = read
      const cell = formCell(read, severities.get(indicator) ?? null)
      const would = proposed.get(indicator) ?? ''
      return [
        indicator,
        {
          ...cell,
          derived: cell.kind === 'value' ? '' : (derived.get(indicator) ?? ''),
          proposed: cell.kind === 'value' && would === String(numberOf(read)) ? '' : would,
        },
      ]
    }),
  )
}

/** The proposals among findings. */
export function proposalsOf(findings: readonly Finding[]): readonly Proposal[] {
  return findings.filter(isProposal).map((finding) => ({
    indicators: finding.indicators ?? [],
    values: valuesOf(finding),
    text: String(finding.detail?.['proposal'] ?? ''),
    finding,
  }))
}

/** The statutory tables in the shape that the report has them. */
export function formTables(report: SourceReport): readonly FormTable[] {
  const has = new Set(report.cells.map(({ indicator }) => indicator))
  const is2019 =
    report.edition === '2019' ||
    (report.edition === 'unknown' && has.has('regulations.newlyPublished'))
  return statutoryForm(is2019 ? '2019' : '2021', has.has('requests.other.all.total'))
}

/** The figures told in running text, and those of the user's own. */
export function proseCells(report: SourceReport): readonly SourceCellView[] {
  return report.cells.filter(
    ({ indicator }) => indicator.startsWith('prose.') || isCustom(indicator),
  )
}

function isProposal({ detail }: Finding): boolean {
  return detail?.['proposal'] !== undefined && detail['values'] !== undefined
}

function valuesOf({ detail }: Finding): number[] {
  return String(detail?.['values'] ?? '')
    .split(' ')
    .filter((text) => text !== '')
    .map(Number)
}

/** The numbers of findings that have one for each of their indicators. */
function numbersOf(findings: readonly Finding[]): ReadonlyMap<string, string> {
  return new Map(
    findings.flatMap((finding): [string, string][] => {
      const values = valuesOf(finding)
      return (finding.indicators ?? []).flatMap((indicator, at): [string, string][] => {
        const value = values[at]
        return value === undefined ? [] : [[indicator, String(value)]]
      })
    }),
  )
}

function gravest(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const severities = new Map<string, Severity>()
  for (const { severity, indicators = [] } of findings) {
    for (const indicator of indicators) {
      const known = severities.get(indicator)
      const isGraver = known === undefined || order.indexOf(severity) < order.indexOf(known)
      if (isGraver) severities.set(indicator, severity)
    }
  }
  return severities
}

function numberOf({ cell }: SourceCellView): number {
  return cell.kind === 'value' ? cell.value : NaN
}

function formCell({ indicator, cell, place }: SourceCellView, severity: Severity | null) {
  return {
    indicator,
    text: reportCellText(cell),
    kind: cell.kind,
    severity,
    isPlaced: place !== null,
  }
}
