import { isCustom } from '@/domain/catalogue'
import type { Finding, Severity } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import { statutoryForm, type FormTable } from '@/domain/statutoryForm'
import type { FixedFigure, SourceCellView, SourceReport } from '@/engine/documentProtocol'
import { findingMessage } from '@/wording/findings'
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
  /** Whether the review made it what it is. */
  readonly isFixed: boolean
}

/** A row of cells that one slip explains, confirmed by every sum. */
export interface Proposal {
  /** Of the row. */
  readonly label: string
  readonly text: string
  readonly cells: readonly FixedFigure[]
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
      const { indicator, cell, fix } = read
      const shown = fix?.value ?? cell
      const would = proposed.get(indicator) ?? ''
      const isSame = cell.kind === 'value' && would === String(cell.value)
      return [
        indicator,
        {
          indicator,
          text: reportCellText(shown),
          kind: shown.kind,
          severity: fix === null ? (severities.get(indicator) ?? null) : null,
          derived: shown.kind === 'value' ? '' : (derived.get(indicator) ?? ''),
          proposed: fix !== null || isSame ? '' : would,
          isFixed: fix !== null,
        },
      ]
    }),
  )
}

/** The proposals among findings that are not accepted yet, and touch nothing that was fixed. */
export function openProposals(
  report: SourceReport,
  findings: readonly Finding[],
): readonly Proposal[] {
  const fixed = new Set(
    report.cells.filter(({ fix }) => fix !== null).map(({ indicator }) => indicator),
  )
  return findings
    .filter(isProposal)
    .filter(({ indicators = [] }) => !indicators.some((indicator) => fixed.has(indicator)))
    .map((finding) => ({
      label: String(finding.detail?.['label'] ?? ''),
      text: String(finding.detail?.['proposal'] ?? ''),
      cells: valuesOf(finding).flatMap((value, at): FixedFigure[] => {
        const indicator = finding.indicators?.[at]
        return indicator === undefined
          ? []
          : [{ indicator, value: { kind: 'value', value, approximate: false } }]
      }),
    }))
}

/** Something doubtful about figures, with the one that leads to it. */
export interface Doubt {
  readonly severity: Severity
  readonly message: string
  readonly indicator: string
}

/** The doubts among findings about figures that were not all fixed, the gravest first. */
export function openDoubts(
  report: SourceReport | null,
  findings: readonly Finding[],
): readonly Doubt[] {
  const fixed = new Set(
    report?.cells.filter(({ fix }) => fix !== null).map(({ indicator }) => indicator),
  )
  return findings
    .filter((finding) => finding.severity !== 'info' && !isProposal(finding))
    .flatMap((finding): Doubt[] => {
      const { severity, indicators = [] } = finding
      const [indicator] = indicators
      if (indicator === undefined || indicators.every((each) => fixed.has(each))) return []
      return [{ severity, indicator, message: findingMessage(finding) }]
    })
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
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
