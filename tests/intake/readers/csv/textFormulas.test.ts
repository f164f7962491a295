import { expect, test } from 'vitest'
import { readCsv } from '@/intake/readers/csv/readCsv'

test.each([
  ['bare', 'code,n\n="00123",="5"\n="004",6\n'],
  ['in quotes', '"code","n"\n"=""00123""","=""5"""\n"=""004""","6"\n'],
  ['between tabs', 'code\tn\n="00123"\t="5"\n="004"\t6\n'],
  ['between bars', 'code|n\n="00123"|="5"\n="004"|6\n'],
])('codes that an export wrote as formulas are what a spreadsheet shows of them: %s', (_, text) => {
  const { grids, findings } = readCsv(text, 'a.csv')

  expect(grids[0]?.rows).toEqual([
    ['code', 'n'],
    ['00123', '5'],
    ['004', '6'],
  ])
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('a formula that is more than a text stays as it is', () => {
  expect(readCsv('a,b\n="1"&"2",=A1\n', 'a.csv').grids[0]?.rows[1]).toEqual(['="1"&"2"', '=A1'])
})
