import { expect, test } from 'vitest'
import { directionLines, holdingLine } from '@/wording/robustness'

const names = ['甲县', '乙县', '丙县']

test('a direction that holds says how often it was tried', () => {
  const lines = directionLines(
    { conclusion: 'up', tried: 3, flips: [], dominant: null },
    names,
    '可比单位 2023 年合计',
  )

  expect(lines).toEqual([{ isFragile: false, text: '3 个单位逐个去掉重算，“上升”都不变。' }])
})

test('one that does not names the counties, and who is most of it', () => {
  const lines = directionLines(
    {
      conclusion: 'up',
      tried: 3,
      flips: [
        { unit: 0, becomes: 'down' },
        { unit: 1, becomes: 'same' },
        { unit: 2, becomes: 'down' },
      ],
      dominant: { unit: 2, share: 62.5 },
    },
    names,
    '可比单位 2023 年合计',
  )

  expect(lines).toEqual([
    {
      isFragile: true,
      text: '“上升”不稳：去掉甲县、丙县中的任何一个，就变为下降；去掉乙县，就变为不变。',
    },
    { isFragile: true, text: '丙县一家占可比单位 2023 年合计的 62.50%，过半：说的主要是它。' },
  ])
})

test('a conclusion over one county is about that county', () => {
  const line = holdingLine({ conclusion: 'up', tried: 0, flips: [] }, '“上升”', names, String)

  expect(line).toEqual({ isFragile: true, text: '只有一个单位可比：“上升”说的就是这一家。' })
})
