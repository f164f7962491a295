import type { Finding, Severity } from '@/domain/finding'

/** Findings of one code within one severity, in the order they were made. */
export interface CodeGroup {
  readonly code: Finding['code']
  readonly findings: readonly Finding[]
}

export interface SeverityGroup {
  readonly severity: Severity
  readonly count: number
  readonly codes: readonly CodeGroup[]
}

const order = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** Findings by severity, the gravest first, and in it by code, the rarest first: rare ones drown else. */
export function groupFindings(findings: readonly Finding[]): readonly SeverityGroup[] {
  return order.flatMap((severity) => {
    const chosen = findings.filter((finding) => finding.severity === severity)
    return chosen.length === 0
      ? []
      : [{ severity, count: chosen.length, codes: groupByCode(chosen) }]
  })
}

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

function groupByCode(findings: readonly Finding[]): readonly CodeGroup[] {
  const groups = new Map<Finding['code'], Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.code)
    if (group) group.push(finding)
    else groups.set(finding.code, [finding])
  }
  return [...groups]
    .map(([code, group]) => ({ code, findings: group }))
    .toSorted((a, b) => a.findings.length - b.findings.length)
}
