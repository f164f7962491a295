import { transfer } from 'comlink'
import type { Segment } from '@/data/segment'

/** The segments' numbers, to be moved to another worker instead of copied. */
export function withBuffersMoved<Draft extends { readonly segments: readonly Segment[] }>(
  draft: Draft,
): Draft {
  return transfer(draft, [...new Set(draft.segments.flatMap(buffersOf))])
}

function buffersOf(segment: Segment): ArrayBuffer[] {
  const { origin, columns, decision, unit, year, scope, edition, approximate } = segment
  const places =
    origin.kind === 'rows'
      ? [origin.source, origin.row, origin.layout]
      : [origin.source, origin.table, origin.row, origin.column]
  const numbers = columns.flatMap(({ values, states }) =>
    states === null ? [values] : [values, states],
  )
  return [
    unit,
    year,
    scope,
    edition,
    approximate,
    ...places,
    ...numbers,
    ...(decision === null ? [] : [decision]),
  ].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
}
