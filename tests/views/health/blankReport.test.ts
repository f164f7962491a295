import { expect, test } from 'vitest'
import type { FindingFigure } from '@/analysis/checkFinding'
import type { Cell } from '@/domain/report'
import { blankReport } from '@/views/health/healthWords'

const figure = (year: number, cell: Cell): FindingFigure => ({
  unit: 'cn:990001',
  year,
  scope: 'whole',
  indicator: 'requests.new.total',
  cell,
  side: 'left',
  sign: 1,
})
const number: Cell = { kind: 'value', value: 1, approximate: false }

test('空格按 0 is offered for the report with the blank, and only where a blank is to blame', () => {
  const blank = [figure(2023, number), figure(2022, { kind: 'blank' })]

  expect(blankReport({ outcome: 'undecidable', figures: blank })).toEqual({
    unit: 'cn:990001',
    year: 2022,
    scope: 'whole',
  })
  expect(blankReport({ outcome: 'failed', figures: blank })).toBeNull()
  expect(
    blankReport({ outcome: 'undecidable', figures: [figure(2023, { kind: 'unreadable' })] }),
  ).toBeNull()
})
