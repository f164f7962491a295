import { expect, test } from 'vitest'
import { indicators } from '@/domain/catalogue'
import type { Trace } from '@/engine/questionProtocol'
import { batchText, itemText, rawNote, traceValueText } from '@/views/trace/traceWords'

const unit = {
  id: 'cn:610921',
  code: '610921',
  name: '汉阴县',
  fullName: '陕西省安康市汉阴县',
  kind: 'county',
  parent: 'cn:610900',
  formerNames: [],
} as const

function trace(item: string, value: Trace['value']): Trace {
  return { unit, year: 2023, item, value, cells: [], facts: null }
}

function number(value: number, approximate = false): Trace['value'] {
  return { kind: 'value', value, approximate }
}

test('an indicator has its printed name, a measure its formula', () => {
  expect(itemText('fees.amount')).toMatchObject({ unit: '万元', formula: '' })
  expect(itemText('rate.disclosed')).toMatchObject({ label: '公开率', unit: '%' })
  expect(itemText('rate.disclosed').formula).not.toBe('')
  expect(itemText('yoy:fees.amount')).toMatchObject({ unit: '%', formula: '（本年 − 上年）÷ 上年' })
  expect(itemText('yoy:rate.disclosed').unit).toBe('百分点')
})

test('what a reader should know of an indicator is said in Chinese', () => {
  expect(itemText('fees.amount').note).toContain('不四舍五入')
  for (const { id } of indicators) expect(itemText(id).note).not.toMatch(/[A-Za-z]{2}/)
})

test('the number is told to the last digit, a rate with two, a change with its sign', () => {
  expect(traceValueText(trace('fees.amount', number(1077.892534)))).toBe('1,077.892534')
  expect(traceValueText(trace('fees.amount', number(3, true)))).toBe('约 3')
  expect(traceValueText(trace('rate.disclosed', number(30.798)))).toBe('30.80%')
  expect(traceValueText(trace('yoy:fees.amount', number(12.5)))).toBe('+12.50%')
  expect(traceValueText(trace('yoy:rate.disclosed', number(-1.25)))).toBe('-1.25')
})

test('where there is no number there is a word', () => {
  expect(traceValueText(trace('rate.disclosed', { kind: 'notComputable' }))).toBe('不可计算')
  expect(traceValueText(trace('fees.amount', { kind: 'blank' }))).toBe('空')
})

test('a cell is told with who put it on record', () => {
  const at = new Date(2024, 0, 2, 3, 4).getTime()
  expect(batchText({ id: 4, at, by: '王某', kind: 'import' })).toBe(
    '批次 4，导入于 2024-01-02 03:04，王某',
  )
  expect(batchText({ id: 5, at, by: '', kind: 'correction' })).toBe(
    '批次 5，手工更正于 2024-01-02 03:04',
  )
  expect(batchText(null)).toBe('')
})

test('how a text was read is told where it is not plain', () => {
  const cell = { kind: 'value', value: 1077.9, approximate: false } as const
  expect(rawNote({ cell, raw: '１０７７.９万元' })).toBe('原文“１０７７.９万元”读作 1,077.9')
  expect(rawNote({ cell, raw: '1077.9' })).toBe('')
  expect(rawNote({ cell, raw: '1,077.9' })).toBe('')
  expect(rawNote({ cell: { kind: 'unreadable' }, raw: '12a' })).toBe('')
})
