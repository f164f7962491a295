import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMarks } from '@/analysis/answer'
import { identitiesOf, judgeBlock, worstOutcomes } from '@/analysis/identityOutcomes'
import type { CubeBlock } from '@/data/cube'
import { blockValue, buildColumn, cellOf } from '@/data/column'
import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities, operandsOf } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'

const everyOperand = [...new Set(identities.flatMap(operandsOf))]

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.nat(3).map((value): Cell => ({ kind: 'value', value, approximate: false })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ kind: 'notApplicable' }, { kind: 'blank' }) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ kind: 'unreadable' }, { kind: 'absent' }) },
)

function blockOf(rows: number, columns: ReadonlyMap<string, readonly Cell[]>): CubeBlock {
  return {
    rows,
    unit: new Uint32Array(rows),
    year: new Uint16Array(rows),
    scope: new Uint8Array(rows),
    edition: new Uint8Array(rows),
    columns: [...columns].map(([id, cells]) =>
      buildColumn(id, Float64Array.from(cells, blockValue)),
    ),
    positions: new Map([...columns.keys()].map((id, at) => [id, at])),
    approximate: new Uint32Array(),
    corrected: new Uint32Array(),
  }
}

function cellAt(block: CubeBlock, row: number, indicator: string): Cell {
  const column = block.columns[block.positions.get(indicator) ?? -1]
  return column ? cellOf(column, row, false) : { kind: 'absent' }
}

test('columns are judged as each report by itself, whatever its cells hold', () => {
  const rows = 4
  const someColumns = fc
    .subarray(everyOperand, { minLength: everyOperand.length - 8 })
    .chain((ids) =>
      fc
        .array(fc.array(anyCell, { minLength: rows, maxLength: rows }), {
          minLength: ids.length,
          maxLength: ids.length,
        })
        .map((cells) => new Map(ids.map((id, at) => [id, cells[at] ?? []]))),
    )
  fc.assert(
    fc.property(someColumns, (columns) => {
      const block = blockOf(rows, columns)
      for (const identity of identities) {
        const outcomes = judgeBlock(block, identity)
        for (let row = 0; row < rows; row++) {
          const alone = evaluateIdentity(identity, (indicator) => cellAt(block, row, indicator))
          expect(checkMarks[outcomes[row] ?? -1]).toBe(alone?.outcome ?? 'none')
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('（六）printed one way and “/” the other is not compared; any number of the other way is', () => {
  const number = (value: number): Cell => ({ kind: 'value', value, approximate: false })
  const slash: Cell = { kind: 'notApplicable' }
  const printed: readonly (readonly Cell[])[] = [
    [slash, slash, slash, number(6)],
    [number(4), number(2), number(0), slash],
    [slash, number(0), slash, number(6)],
    [slash, number(6), slash, number(6)],
  ]
  const rows = ['notCorrected', 'feeUnpaid', 'rest', 'all']
  const ids = rows.map((row) => `requests.other.${row}.total`)
  const columns = new Map(ids.map((id, at) => [id, printed.map((cells) => cells[at] ?? slash)]))
  const block = blockOf(printed.length, columns)
  const identity = identities.find(({ id }) => id === 'T3-OTHER:total')
  if (identity === undefined) throw new Error('no T3-OTHER')

  const marks = [...judgeBlock(block, identity)].map((mark) => checkMarks[mark])
  expect(marks).toEqual(['none', 'none', 'failed', 'passed'])
  const alone = printed.map(
    (_, row) => evaluateIdentity(identity, (id) => cellAt(block, row, id))?.outcome ?? 'none',
  )
  expect(alone).toEqual(marks)
})

test('a number that no identity covers has no outcome at all', () => {
  expect(identitiesOf('licensing.decisions')).toEqual([])
  expect(worstOutcomes(blockOf(1, new Map()), ['licensing.decisions', 'fees.amount'])).toBeNull()
})

test('the worst outcome of all its sums goes with a number', () => {
  const value = (number: number): Cell => ({ kind: 'value', value: number, approximate: false })
  const review = new Map([
    ['review.upheld', [value(10), value(10), { kind: 'blank' } as const]],
    ['review.corrected', [value(1), value(1), value(1)]],
    ['review.other', [value(0), value(0), value(0)]],
    ['review.pending', [value(0), value(0), value(0)]],
    ['review.total', [value(0), value(11), value(11)]],
  ])
  const marks = worstOutcomes(blockOf(3, review), ['review.corrected'])

  expect(Array.from(marks ?? [], (mark) => checkMarks[mark])).toEqual([
    'failed',
    'passed',
    'undecidable',
  ])
})
