import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MatrixAnswer, UnitLabel } from '@/analysis/answer'
import { KeptLabels, SentLabels } from '@/engine/sentAnswer'

function answerOf(units: readonly UnitLabel[]): MatrixAnswer {
  const none = new Float64Array()
  const noCodes = new Uint8Array()
  return {
    items: [],
    units,
    years: [],
    values: none,
    states: noCodes,
    numerators: none,
    denominators: none,
    marks: noCodes,
    checks: noCodes,
    editions: noCodes,
    totals: {
      values: none,
      n: new Uint32Array(),
      of: new Uint32Array(),
      checks: noCodes,
      marks: noCodes,
    },
    leftOut: [],
    filter: 'all',
    dataVersion: '1',
  }
}

const label = fc.record({
  id: fc.constantFrom('cn:990101', 'cn:990102', 'cn:990103'),
  code: fc.constantFrom(null, '990101'),
  name: fc.constantFrom('示例县', '样本县'),
  since: fc.constantFrom(null, 2019),
  until: fc.constantFrom(null, 2024),
})

test('every answer comes with the labels it was sent with, however many others came before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(label, { maxLength: 3 }), { maxLength: 60 }), (lists) => {
      const sender = new SentLabels()
      const receiver = new KeptLabels()
      const received = lists.map((units) => receiver.unpack(sender.pack(answerOf(units))).units)
      expect(received).toEqual(lists)
    }),
  )
})

test('labels that the page has are not sent again', () => {
  const sender = new SentLabels()
  const units = [{ id: 'cn:990101', code: '990101', name: '示例县', since: null, until: null }]
  expect(sender.pack(answerOf(units)).units.labels).toEqual(units)
  expect(sender.pack(answerOf([...units])).units.labels).toBeNull()
})
