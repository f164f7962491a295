import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isNote,
  isTotal,
  parseEdition,
  parseScope,
  parseYear,
  unitText,
} from '@/intake/recognisers/keyTexts'

test.each([
  ['2023', 2023],
  ['2023年', 2023],
  ['2023 年度', 2023],
  ['２０２３', 2023],
  ['2023.0', 2023],
  [' 2023\u00a0', 2023],
  ["'2023", 2023],
  ['二〇二三年', 2023],
  ['二○一九', 2019],
  ['二零二一年度', 2021],
  ['20x3', null],
  ['1999', null],
  ['2100', null],
  ['23', null],
  ['2023-2024', null],
  ['2023.5', null],
  ['202 3', null],
  ['', null],
])('the year of %j is %s', (text, year) => {
  expect(parseYear(text)).toBe(year)
})

test('no text is a year out of range', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.nat(99999).map(String)), (text) => {
      const year = parseYear(text)
      if (year !== null) expect(year >= 2000 && year <= 2099).toBe(true)
    }),
  )
})

test.each([
  ['', 'whole'],
  ['whole', 'whole'],
  ['全县汇总', 'whole'],
  ['office', 'office'],
  ['办公室', 'office'],
  ['本级（办公室）', 'office'],
  ['部门', null],
])('the scope of %j is %s', (text, scope) => {
  expect(parseScope(text)).toBe(scope)
})

test.each([
  ['', 'unknown'],
  ['unknown', 'unknown'],
  ['2019', '2019'],
  ['2021.0', '2021'],
  ['2021年版', '2021'],
  ['国办公开办函〔2019〕60号', '2019'],
  ['国办公开办函〔2021〕30号', '2021'],
  ['2023', null],
])('the edition of %j is %s', (text, edition) => {
  expect(parseEdition(text)).toBe(edition)
})

test.each(['合计', '小 计', '总计：', '全市', '全县合计', '各县区合计', '平均', '县区小计'])(
  '%s is a total',
  (name) => {
    expect(isTotal(name)).toBe(true)
  },
)

test.each(['汉阴县', '全椒县', '全州县', '合水县', '总口管理区', '平均县人'])(
  '%s is none',
  (name) => {
    expect(isTotal(name)).toBe(false)
  },
)

test.each([
  '注：数据来源于统计年鉴。',
  '填报人：张三',
  '审核人：李四',
  '备注',
  '数据来源：',
  '单位负责人：',
  '第3页',
])('%s is a note', (text) => {
  expect(isNote(text)).toBe(true)
})

test.each(['汉阴县', '2023', '联合县', '注塑工业园区'])('%s is none', (text) => {
  expect(isNote(text)).toBe(false)
})

test.each([
  ['610921000000', ' 汉阴县 ', { code: '610921', name: '汉阴县' }],
  ["'610921", '汉阴县\u200b', { code: '610921', name: '汉阴县' }],
  ['６１０９２１.0', "'=1+1", { code: '610921', name: '=1+1' }],
  ['', "'甲'", { code: '', name: "'甲'" }],
])('a code %j and a name %j', (code, name, text) => {
  expect(unitText(code, name)).toEqual(text)
})

test.each([
  ['示例县（盖章）', '示例县'],
  ['示例县 (公章)：', '示例县'],
  ['示例县（试点）', '示例县（试点）'],
])('the name of who reports has no stamp behind it: %s', (text, name) => {
  expect(unitText('', text).name).toBe(name)
})
