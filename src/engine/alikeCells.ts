import { sameCell } from '@/data/column'
import type { UnitRegistry } from '@/domain/unit'
import { foldCellText } from '@/intake/cell/foldCellText'
import { fixedBy, type FixRule } from '@/intake/fixRule'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import type { FixedDraftCell } from './draftFixes'
import type { DraftGrid, GridPart, GridRow } from './draftGrid'
import { rawText, unitNameOf } from './gridWindow'
import type {
  AlikeExample,
  AlikeGroup,
  AlikeKey,
  AlikePreview,
  DraftCellKey,
} from './reviewProtocol'

const EXAMPLES = 40
const GROUPS = 200

/** A cell of the grid whose text was kept. */
interface WrittenCell extends GridRow {
  readonly column: number
  readonly position: number
  readonly raw: string
}

/** What a rule makes of the cells alike. */
export interface AlikeFix {
  readonly cells: readonly FixedDraftCell[]
  readonly preview: AlikePreview
}

/**
 * Texts that are no plain numbers and not fixed, by what is written: unreadable ones first. Those that
 * differ in their digits alone are one group, where there are several.
 */
export function alikeGroups(grid: DraftGrid): AlikeGroup[] {
  const texts = new Map<string, OpenGroup>()
  for (const cell of writtenCells(grid)) {
    const read = grid.readAt(cell, cell.column)
    const findings = read.kind === 'value' ? grid.findingsAt(cell, cell.column) : []
    if (read.kind === 'value' && findings.length === 0) continue
    const text = foldCellText(cell.raw)
    const group = texts.get(text)
    if (group !== undefined) group.cells++
    else {
      const code = grid.findingsAt(cell, cell.column)[0]?.code ?? null
      texts.set(text, { text, by: 'text', cells: 1, read: read.kind, code })
    }
  }
  const shapes = new Map<string, AlikeGroup>()
  for (const group of texts.values()) {
    const shape = `${shapeOf(group.text)} ${group.read}`
    const known = shapes.get(shape)
    if (known === undefined) shapes.set(shape, group)
    else {
      const cells = known.cells + group.cells
      shapes.set(shape, { ...known, text: shapeOf(group.text), by: 'shape', cells })
    }
  }
  const rank = ({ read }: AlikeGroup) => (read === 'unreadable' ? 0 : read === 'value' ? 1 : 2)
  return [...shapes.values()]
    .sort((a, b) => rank(a) - rank(b) || b.cells - a.cells)
    .slice(0, GROUPS)
}

/** The group that a cell belongs to by its text; null for a plain number, which is like no other. */
export function alikeOf(grid: DraftGrid, key: DraftCellKey): AlikeGroup | null {
  const found = grid.find(key)
  if (found === null) return null
  const raw = rawText(found.place, found.column)
  const read = grid.readAt(found.place, found.column)
  const text = foldCellText(raw)
  if (text === '' || (read.kind === 'value' && /^[\d.]+$/.test(text))) return null
  const cells = textCounts(grid).get(text) ?? 0
  return { text, by: 'text', cells, read: read.kind, code: null }
}

/** What a rule makes of all cells alike, those that are fixed already left aside. */
export function fixAlike(
  grid: DraftGrid,
  group: AlikeKey,
  rule: FixRule,
  registry: UnitRegistry,
): AlikeFix {
  const cells: FixedDraftCell[] = []
  const examples: AlikeExample[] = []
  let left = 0
  for (const cell of cellsAlike(grid, group)) {
    const indicator = grid.indicators[cell.column] ?? ''
    const before = grid.readAt(cell, cell.column)
    const after = fixedBy(rule, cell.raw, indicatorMeasure(indicator))
    if (after === null || sameCell(before, after)) {
      left++
      continue
    }
    const key = { ...grid.keyOf(cell), indicator }
    cells.push({ ...key, value: after })
    if (examples.length < EXAMPLES)
      examples.push({ key, unitName: unitNameOf(cell, registry), raw: cell.raw, before, after })
  }
  return { cells, preview: { cells: cells.length, left, examples } }
}

/** A fixed cell as a list shows it. */
export function exampleOf(
  grid: DraftGrid,
  { value, ...key }: FixedDraftCell,
  registry: UnitRegistry,
): AlikeExample | null {
  const found = grid.find(key)
  if (found === null) return null
  const { place, column } = found
  return {
    key,
    unitName: unitNameOf(place, registry),
    raw: rawText(place, column),
    before: grid.readAt(place, column),
    after: value,
  }
}

interface OpenGroup extends AlikeGroup {
  cells: number
}

const counted = new WeakMap<DraftGrid, ReadonlyMap<string, number>>()

/** How many cells have a text; counted once, since it is asked for cell by cell. */
function textCounts(grid: DraftGrid): ReadonlyMap<string, number> {
  const known = counted.get(grid)
  if (known !== undefined) return known
  const raws = new Map<string, number>()
  for (const { raw } of writtenCells(grid)) raws.set(raw, (raws.get(raw) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const [raw, cells] of raws) {
    const text = foldCellText(raw)
    counts.set(text, (counts.get(text) ?? 0) + cells)
  }
  counted.set(grid, counts)
  return counts
}

function* cellsAlike(grid: DraftGrid, { text, by }: AlikeKey): Generator<WrittenCell> {
  for (const cell of writtenCells(grid)) {
    const folded = foldCellText(cell.raw)
    if ((by === 'text' ? folded : shapeOf(folded)) === text) yield cell
  }
}

function* writtenCells(grid: DraftGrid): Generator<WrittenCell> {
  for (const part of grid.parts) yield* writtenIn(grid, part)
}

function* writtenIn(grid: DraftGrid, part: GridPart): Generator<WrittenCell> {
  const { segment } = part.compared
  for (const [cell, raw] of segment.raw) {
    const row = cell % segment.rows
    const position = Math.floor(cell / segment.rows)
    const column = grid.columnOf(segment.columns[position]?.indicator ?? '')
    if (raw === '' || part.fixesAt.has(row * grid.indicators.length + column)) continue
    yield { part, row, column, position, raw }
  }
}

function shapeOf(text: string): string {
  return text.replace(/\d+/g, '#')
}
