import type { Finding } from '@/domain/finding'
import { findingMessage } from '@/wording/findings'

/** A finding as the command line gives it in JSON; null for what is not known of it. */
export function findingJson(finding: Finding): Readonly<Record<string, unknown>> {
  const { code, severity, place, raw, unit, year, indicators } = finding
  return {
    code,
    severity,
    message: findingMessage(finding),
    file: place.file,
    table: place.sheet ?? place.table ?? null,
    row: place.row ?? null,
    column: place.column ?? null,
    ...(place.page === undefined ? {} : { page: place.page }),
    unit: unit ?? null,
    year: year ?? null,
    indicators: indicators ?? [],
    ...(raw === undefined ? {} : { raw }),
    ...(code === 'prose-counted' ? { count: countJson(finding) } : {}),
  }
}

/** A counted phrase that may become a figure of the user's own. */
function countJson({ detail }: Finding): Readonly<Record<string, unknown>> {
  const { name = '', value = null, unit = '', approximate } = detail ?? {}
  return { name, value, unit, ...(approximate === undefined ? {} : { approximate: true }) }
}

/** Findings as the last member of a JSON object that is written piece by piece. */
export function* findingMembers(findings: readonly Finding[]): Generator<string> {
  yield '"findings":['
  for (const [index, finding] of findings.entries()) {
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(findingJson(finding))}`
  }
  yield '\n]'
}
