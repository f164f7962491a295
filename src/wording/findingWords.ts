import type { Finding } from '@/domain/finding'

/** The text of one kind of finding. */
export type FindingText = (finding: Finding) => string

/** A fact of the finding; a dash where it has none. */
export function fact(finding: Finding, name: string): string {
  const value = finding.detail?.[name]
  return value === undefined || value === '' ? '—' : String(value)
}

/** The text that was read, quoted and cut where it is long. */
export function quoted({ raw }: Finding): string {
  if (raw === undefined || raw === '') return '（空）'
  return `“${raw.length > 60 ? `${raw.slice(0, 60)}…` : raw}”`
}

/** What is said only if the finding has the fact. */
export function ifFact(finding: Finding, name: string, text: (value: string) => string): string {
  const value = finding.detail?.[name]
  return value === undefined || value === '' ? '' : text(String(value))
}
