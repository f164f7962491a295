import { describe, expect, test } from 'vitest'
import { indicators } from '@/domain/catalogue'
import { changeOf, describeItem } from '@/domain/item'
import { measures } from '@/domain/measures'

describe('what an item is', () => {
  test('is told for every indicator and measure and its change', () => {
    for (const { id } of [...indicators, ...measures]) {
      const item = describeItem(id)
      expect(item.id).toBe(id)
      expect(item.label).not.toBe(id)
      expect(item.definition).not.toBe('')
      expect(item.isRatio).toBe(item.minimumDenominator !== null)
      expect(describeItem(changeOf(id)).kind).toBe('change')
    }
  })

  test('names the whole that the form itself sums', () => {
    expect(describeItem('requests.new.company').whole).toBe('requests.new.total')
    expect(describeItem('requests.new.total').whole).toBeNull()
    expect(describeItem('requests.denied.stateSecret.total').whole).toBe('requests.processed.total')
    expect(describeItem('requests.processed.total').whole).toBeNull()
    expect(describeItem('outcome.denied').whole).toBe('requests.processed.total')
    expect(describeItem('litigation.direct.corrected').whole).toBe('litigation.direct.total')
    expect(describeItem('fees.amount').whole).toBeNull()
  })

  test('takes a column of the user’s own as it is named', () => {
    const { kind, label, minimumDenominator } = describeItem('custom.培训人次')
    expect([kind, label, minimumDenominator]).toEqual(['custom', '培训人次', null])
  })
})
