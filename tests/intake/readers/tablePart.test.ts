import { describe, expect, test } from 'vitest'
import { tablePart } from '@/intake/readers/tablePart'

function part(lines: readonly string[]) {
  return tablePart(lines.map((line) => line.split('|')))
}

const table = ['单位|年份|许可|处罚', '甲县|2023|1|2', '乙县|2023|3|4']

describe('the table within a sheet', () => {
  test('a plain table is all of the sheet', () => {
    expect(part(table)).toEqual({ start: 0, headerRows: 1, end: 3 })
  })

  test('titles, units of measure and blank rows stand above it, notes below', () => {
    const above = ['示例市2023年汇总表|||', '|||', '填报单位：示例市|||单位：件']
    const below = ['|||', '注：不含开发区|||', '填报人：王某|||2024年1月']

    expect(part([...above, ...table, ...below])).toEqual({ start: 3, headerRows: 1, end: 6 })
  })

  test('a description of pairs ends with its blank row', () => {
    const above = ['#文件|a', '#导出|b', '']

    expect(part([...above, ...table])).toEqual({ start: 3, headerRows: 1, end: 6 })
  })

  test('a header of two rows is told by the gaps of the first', () => {
    const header = ['单位|年份|行政复议|', '||维持|纠正']

    expect(part([...header, ...table.slice(1)])).toEqual({ start: 0, headerRows: 2, end: 4 })
  })

  test('a first row of data has no header above it', () => {
    expect(part(table.slice(1))).toEqual({ start: 0, headerRows: 0, end: 2 })
  })

  test('total rows and rows with one figure belong to it', () => {
    const rows = [...table, '合计||4|6', '备案||7|']

    expect(part(rows)).toEqual({ start: 0, headerRows: 1, end: 5 })
  })

  test.each([
    ['nothing', []],
    ['blank rows', ['', '']],
    ['single cells', ['甲', '乙', '']],
  ])('%s has no titles', (_, lines) => {
    expect(part(lines).start).toBe(0)
  })
})
