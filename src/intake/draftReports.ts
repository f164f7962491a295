import { cellAt } from '@/data/column'
import { editions, scopes, type Segment } from '@/data/segment'
import { rawAt } from '@/data/traceCell'
import type { Cell, Report } from '@/domain/report'
import type { UnitId, UnitRegistry, UnitText } from '@/domain/unit'
import type { FileDraft } from './draft'

/**
 * The reports of a draft one by one, as they travel outside the columns. A unit is written as the
 * registry has it, an open one as the file has it.
 */
export function draftReports(
  draft: Pick<FileDraft, 'segments' | 'openUnits'>,
  registry: UnitRegistry,
): Report[] {
  const open = new Map(draft.openUnits.map(({ placeholder, text }) => [placeholder, text]))
  const textOf = (id: UnitId): UnitText => {
    const unit = registry.byId(id)
    if (unit !== undefined) return { code: unit.code ?? '', name: unit.name }
    return open.get(id) ?? { code: '', name: id }
  }
  return draft.segments.flatMap((segment) => segmentReports(segment, textOf))
}

/** The reports of a segment; absent cells are left out. */
export function segmentReports(segment: Segment, textOf: (id: UnitId) => UnitText): Report[] {
  return Array.from({ length: segment.rows }, (_, row) => {
    const cells = new Map<string, Cell>()
    const raw = new Map<string, string>()
    for (const [column, { indicator }] of segment.columns.entries()) {
      const cell = cellAt(segment, column, row)
      if (cell.kind === 'absent') continue
      cells.set(indicator, cell)
      if (cell.kind === 'unreadable') raw.set(indicator, rawAt(segment, column, row))
    }
    return {
      unit: textOf(segment.units[segment.unit[row] ?? -1] ?? ''),
      year: segment.year[row] ?? NaN,
      scope: scopes[segment.scope[row] ?? -1] ?? 'whole',
      edition: editions[segment.edition[row] ?? -1] ?? 'unknown',
      cells,
      ...(raw.size === 0 ? {} : { raw }),
    }
  })
}
