import { describe, expect, test } from 'vitest'
import { conclusionOf } from '@/views/conclusions/comparisonConclusions'
import { conclusionText } from '@/wording/conclusions/conclusion'
import { wallFootnote } from '@/wording/conclusions/footnotes'
import { answerTo } from '../../charts/answers'

const item = 'licensing.decisions'
const units = ['990101', '990102', '990103']
const answer = answerTo({ items: [item, 'custom.指数'], units, years: [2022, 2023] }, [
  { unit: '990101', year: 2022, figures: { [item]: 30 } },
  { unit: '990101', year: 2023, figures: { [item]: 40, 'custom.指数': 3 } },
  { unit: '990102', year: 2023, figures: { [item]: 5 } },
])

describe('the conclusion of a view', () => {
  test('is of the first figure that adds up, with n/N, over comparable units', () => {
    const { conclusions, abstained } = conclusionOf(answer, ['custom.指数', item], 2023)
    const [text] = conclusions.map(conclusionText)
    expect(abstained).toBe('')
    expect(text).toContain('合计 45 件（2/3 个单位有数，缺 丙县）')
    expect(text).toContain('只比两年可比的 1/3 个单位')
  })

  test('is left out with the reason where nothing adds up or nothing is on record', () => {
    expect(conclusionOf(answer, ['custom.指数'], 2023)).toEqual({
      conclusions: [],
      abstained: '所画的数不能加成合计',
    })
    expect(conclusionOf(answer, [item], 2019)).toEqual({
      conclusions: [],
      abstained: '所选单位没有 2019 年的年报',
    })
    // With populations alone there is no year to speak of.
    expect(conclusionOf({ ...answer, years: [] }, [item], 0).abstained).toBe('所选单位没有年报')
  })

  test('has a footnote on the wall: the figure, what n/N counts, and the data', () => {
    const { conclusions } = conclusionOf(answer, [item], 2023)
    const note = wallFootnote(conclusions, 'v7')
    expect(note).toContain('处理决定')
    expect(note).toContain('n/N 为有数的单位／应有的单位')
    expect(note).toContain('数据版本 v7')
    expect(wallFootnote([], 'v7')).toBe('')
  })
})
