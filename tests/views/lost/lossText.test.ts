import { expect, test } from 'vitest'
import { lossText } from '@/views/lost/lossText'

test('what was expected and what is there are told with their counts', () => {
  const some = lossText({ health: { kind: 'lost', expectedReports: 1200, foundReports: 12 } })
  const none = lossText({ health: { kind: 'lost', expectedReports: 12, foundReports: 0 } })

  expect(some?.found).toBe('上次离开时这里有 1,200 份年报，现在只有 12 份。')
  expect(some?.goOn).toBe('用剩下的数据继续')
  expect(none?.found).toBe('上次离开时这里有 12 份年报，现在一份也没有。')
  expect(none?.goOn).toBe('从头开始')
})

test('damaged batches are named', () => {
  expect(lossText({ health: { kind: 'damaged', batches: [2, 5] } })?.found).toContain('批次 2、5')
})

test('where nothing is lost nothing is said', () => {
  expect(lossText({ health: { kind: 'ok' } })).toBeNull()
})
