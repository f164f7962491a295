import { afterEach, expect, test } from 'vitest'
import { changeOf } from '@/domain/item'
import { setOwnMeasures } from '@/domain/ownMeasure'
import { measuresOf, pagesOf } from '@/views/trace/usesOf'

const report = { unit: 'cn:320813', year: 2023, scope: 'whole' } as const

function labels(indicator: string): string[] {
  return pagesOf(report, indicator).map(({ label }) => label)
}

afterEach(() => {
  setOwnMeasures([])
})

test('a figure leads to every measure that it goes into, the user’s own among them', () => {
  const formula = '[requests.granted.total] ÷ [requests.new.total]'
  setOwnMeasures([{ id: 'own:1', name: '公开比', unit: '%', formula, minimumDenominator: null }])
  const ids = measuresOf('requests.granted.total').map(({ id }) => id)

  expect(ids).toContain('rate.disclosed')
  expect(ids).toContain('own:1')
})

test('a figure leads to every page that shows it', () => {
  const granted = labels('requests.granted.total')
  expect(granted).toEqual([
    '总览 · 主要指标',
    ...granted.filter((label) => label.startsWith('办理结果 · ')),
    ...['指标透视', '变化解释', '县区画像', '汇总表 · 合计', '汇总表 · 这份年报'],
    '两两对照 · 与上年',
    '数据体检 · 这份年报的问题',
  ])
  expect(granted.filter((label) => label.startsWith('办理结果 · ')).length).toBeGreaterThan(1)
  expect(labels('fees.amount').some((label) => label.startsWith('收费 · '))).toBe(true)
  expect(labels('requests.carriedOut.total')).toContain('链条 · 结转衔接')
  expect(labels('prose.requests.received')).not.toContain('两两对照 · 与上年')
})

test('the addresses say which report', () => {
  const addressOf = (label: string, scope: 'whole' | 'office') =>
    pagesOf({ ...report, scope }, 'review.total').find((page) => page.label === label)

  expect(addressOf('汇总表 · 这份年报', 'office')).toMatchObject({
    path: '/summary',
    query: { year: '2023', unit: 'cn:320813', scope: 'office' },
  })
  expect(addressOf('两两对照 · 与上年', 'whole')).toMatchObject({
    query: { a: 'cn:320813@2022', b: 'cn:320813@2023' },
  })
})

test('a measure and a change lead to every page that shows them too', () => {
  const rate = labels('rate.disclosed')
  expect(rate).toContain('总览 · 主要指标')
  expect(rate).toContain('办理结果 · 比率')
  expect(rate).toContain('指标透视')
  expect(rate).not.toContain('汇总表 · 合计')

  const change = pagesOf(report, changeOf('licensing.decisions'))
  expect(change.map(({ label }) => label)).toContain('行政执法 · 处理决定同比')
  expect(change.find(({ label }) => label === '指标透视')?.query).toMatchObject({
    ...{ item: 'licensing.decisions', mode: 'change' },
  })
  expect(change.find(({ label }) => label === '变化解释')?.query).toMatchObject({
    item: 'licensing.decisions',
  })
})
