import { expect, test } from 'vitest'
import { editionsText, evidenceText, recognisedText } from '@/views/import/recognisedWords'

test('a file is told by what it is, how it is written and how it is laid out', () => {
  expect(recognisedText('csv', 'GB18030', 'wide')).toBe('CSV，GB18030，宽表（一行一份年报）')
  expect(recognisedText('xlsx', null, null)).toBe('Excel（xlsx），没有读懂')
})

test('the forms are told in their order', () => {
  expect(editionsText(['unknown', '2021', '2019'])).toBe('2019 表样、2021 表样、表样不明')
  expect(editionsText([])).toBe('')
})

test('what led nowhere has no evidence', () => {
  expect(evidenceText(null)).toBe('')
  expect(evidenceText('alias')).toBe('常见写法')
})
