import { expect, test } from 'vitest'
import { readText } from '@/intake/readers/text/readText'

test('tabs, pipes and wide gaps part cells; rules and empty lines are no rows', () => {
  const { grids, prose } = readText(
    [
      '## 二、主动公开政府信息情况',
      '',
      '规章\t0\t0\t0',
      '---------\t----',
      '| **行政规范性文件** | 3 | | 20 |',
      '行政许可     18',
      '全年共收到申请 30 件，其中  网络申请 21 件。',
    ].join('\r\n'),
    'a.txt',
  )

  expect(grids[0]?.rows).toEqual([
    ['二、主动公开政府信息情况'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', '3', '', '20'],
    ['行政许可', '18'],
    ['全年共收到申请 30 件，其中  网络申请 21 件。'],
  ])
  expect(Array.from(grids[0]?.rowNumbers ?? [])).toEqual([1, 3, 5, 6, 7])
  expect(prose.map(({ line }) => line)).toEqual([1, 7])
})

test('figures behind single spaces are cells where the text has rows of table 三 so', () => {
  const rows = Array.from({ length: 5 }, (_, at) => `（${at}）一行 1 2 3 4 5 6 21`)
  const { grids } = readText(
    [...rows, '行政许可　27091', '联系电话 0915-1', '2 0 / 1'].join('\n'),
    'a',
  )

  expect(grids[0]?.rows.slice(4)).toEqual([
    ['（4）一行', '1', '2', '3', '4', '5', '6', '21'],
    ['行政许可', '27091'],
    ['联系电话 0915-1'],
    ['2', '0', '/', '1'],
  ])
})

test('a number behind a space is part of its line in any other text', () => {
  expect(readText('本年收到 5\n行政许可 27091', 'a').grids[0]?.rows).toEqual([
    ['本年收到 5'],
    ['行政许可 27091'],
  ])
})

test('commas part cells where the text has rows of table 三 so; those of thousands stay what they may be', () => {
  const rows = Array.from({ length: 5 }, (_, at) => `（${at}）一行,1,2,3,4,5,6,21`)
  const { grids, prose } = readText(
    [
      ...rows,
      '三、办理结果,"（二）部分公开（区分处理的,只计这一情形）",1,,3,4,5,6,21',
      '信息内容,本年制发件数,本年废止件数',
      '行政许可,27,091',
      '2,0,/,1',
      '会议讨论了 12,3 两项。',
    ].join('\n'),
    'a',
  )

  expect(grids[0]?.rows.slice(4)).toEqual([
    ['（4）一行', '1', '2', '3', '4', '5', '6', '21'],
    [
      '三、办理结果',
      '（二）部分公开（区分处理的,只计这一情形）',
      '1',
      '',
      '3',
      '4',
      '5',
      '6',
      '21',
    ],
    ['信息内容', '本年制发件数', '本年废止件数'],
    ['行政许可', '27', '091'],
    ['2', '0', '/', '1'],
    ['会议讨论了 12,3 两项。'],
  ])
  expect(prose.map(({ line }) => line)).toEqual([10])
})
