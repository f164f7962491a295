import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import {
  customIndicator,
  fullLabel,
  indicatorById,
  indicatorPosition,
  indicators,
  isInEdition,
  shortLabel,
} from '@/domain/catalogue'
import { outcomeGroups, requestRows } from '@/domain/tableThree'

interface ListedIndicator {
  id: string
  editions: string
  table: string
  group: string
  row_label: string
  column_label: string
  unit: string
  kind: string
  note: string
}

const list = Papa.parse<ListedIndicator>(
  readFileSync('fixtures/catalogue/indicators.csv', 'utf8').trim(),
  { header: true },
).data

describe('the catalogue', () => {
  test('equals the committed list, cell by cell and in its order', () => {
    const listed = indicators.map((indicator) => ({
      id: indicator.id,
      editions: indicator.editions.join(' '),
      table: indicator.table,
      group: indicator.group,
      row_label: indicator.rowLabel,
      column_label: indicator.columnLabel,
      unit: indicator.unit,
      kind: indicator.kind,
      note: indicator.note,
    }))

    expect(listed).toHaveLength(254)
    expect(listed).toEqual(list)
  })

  test('finds every indicator by its id and knows its position', () => {
    for (const [position, indicator] of indicators.entries()) {
      expect(indicatorById(indicator.id)).toBe(indicator)
      expect(indicatorPosition(indicator.id)).toBe(position)
    }
    expect(indicatorById('requests.new')).toBeUndefined()
    expect(indicatorById('__proto__')).toBeUndefined()
    expect(indicatorPosition('custom.x')).toBe(-1)
  })

  test('prints 25 rows in the 2021 edition and 23 in the 2019 edition', () => {
    const of = (edition: '2019' | '2021') =>
      requestRows.filter((row) => row.editions.includes(edition) && row.group !== 'other').length

    expect(of('2021') + 3).toBe(25)
    expect(of('2019') + 1).toBe(23)
    expect(outcomeGroups.map(({ id, rows, single }) => [id, rows.length, single?.key])).toEqual([
      ['granted', 1, undefined],
      ['partial', 1, undefined],
      ['denied', 8, undefined],
      ['unavailable', 3, undefined],
      ['rejected', 5, undefined],
      ['other', 3, 'otherSingle'],
    ])
  })

  test('tells which edition has a figure', () => {
    expect(isInEdition('fees.amount', '2021')).toBe(true)
    expect(isInEdition('fees.amount', '2019')).toBe(false)
    expect(isInEdition('fees.amount', 'unknown')).toBe(true)
    expect(isInEdition('requests.other.all.total', '2021')).toBe(true)
    expect(isInEdition('requests.other.rest.total', '2019')).toBe(false)
    expect(isInEdition('custom.常住人口', '2019')).toBe(true)
    expect(isInEdition('nonsense', '2019')).toBe(false)
  })
})

describe('labels', () => {
  test('short and full labels are unique', () => {
    expect(new Set(indicators.map(({ id }) => shortLabel(id))).size).toBe(254)
    expect(new Set(indicators.map(({ id }) => fullLabel(id))).size).toBe(254)
  })

  test.each([
    ['licensing.decisions', '行政许可·处理决定', '第二十条第（五）项·行政许可·本年处理决定数量'],
    ['requests.new.total', '本年新收·总计', '本年新收政府信息公开申请数量·总计'],
    ['requests.denied.stateSecret.company', '国家秘密·商业企业', '不予公开·属于国家秘密·商业企业'],
    ['requests.granted.otherOrganisation', '予以公开·其他组织', '本年度办理结果·予以公开·其他'],
    ['requests.processed.total', '办理结果总计·总计', '本年度办理结果·总计·总计'],
    ['review.corrected', '行政复议·结果纠正', '行政复议·结果纠正'],
    ['litigation.direct.pending', '直接诉讼·尚未审结', '行政诉讼·未经复议直接起诉·尚未审结'],
    ['prose.published.weibo', '微博发布信息', '主动公开·政务微博发布信息'],
    ['custom.常住人口', '常住人口', '常住人口'],
  ])('%s is %s, in full %s', (id, short, full) => {
    expect(shortLabel(id)).toBe(short)
    expect(fullLabel(id)).toBe(full)
  })

  test('a column of the user has its unit of measure and the kind that follows from it', () => {
    expect(customIndicator('信息公开经费', '万元')).toEqual({
      id: 'custom.信息公开经费',
      editions: ['2019', '2021'],
      table: 'custom',
      group: '',
      rowLabel: '信息公开经费',
      columnLabel: '',
      unit: '万元',
      kind: 'money',
      note: '',
    })
    expect(customIndicator('满意度', '%').kind).toBe('percent')
    expect(customIndicator('常住人口', '人').kind).toBe('count')
  })
})
