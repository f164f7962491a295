import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullLabel, indicators, shortLabel } from '@/domain/catalogue'
import { matchIndicator, matchKeyColumn, normaliseLabel } from '@/domain/labels'
import { channels } from '@/domain/tableFour'
import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'

const anyIndicator = fc.constantFrom(...indicators)
const separator = fc.constantFrom('·', '、', '/', '-', '—', '_', ' ', '\n', '・', '')

function idsFor(header: string): string[] {
  return matchIndicator(header).map(({ id }) => id)
}

describe('normaliseLabel', () => {
  test.each([
    ['三、 本 年 度 办 理 结 果', '本年度办理结果'],
    ['三 、本 年 度办 理 结果', '本年度办理结果'],
    [
      '（二）部分公开（区分处理的，只计这一情 形，不\n计其他情形）',
      '部分公开(区分处理的,只计这一情形,不计其他情形)',
    ],
    ['１．申请人无正当理由', '申请人无正当理由'],
    ['1、属于国家秘密', '属于国家秘密'],
    ['一)主动公开', '主动公开'],
    ['危及「三安全一稳定」', '危及"三安全一稳定"'],
    ['三安全一稳定', '三安全一稳定'],
    ['三类内部事务信息', '三类内部事务信息'],
    ['第二十条 第（一）项', '第二十条第(一)项'],
    ['商业<br/>企业', '商业企业'],
    ['\ufeff**总&nbsp;计**\u200b', '总计'],
    ['### 一、总体情况', '总体情况'],
    ['2023年', '2023年'],
    ['12', '12'],
  ])('%j becomes %j', (text, label) => {
    expect(normaliseLabel(text)).toBe(label)
  })

  test('changes nothing the second time', () => {
    const pieces = fc.constantFrom(
      '一',
      '、',
      '（',
      '）',
      '1',
      '.',
      ' ',
      '“',
      '—',
      '其他',
      '&nbsp;',
      '|',
      '①',
    )
    const written = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), written), (text) => {
        const once = normaliseLabel(text)
        expect(normaliseLabel(once)).toBe(once)
      }),
    )
  })
})

describe('matchIndicator', () => {
  test('leads from every id, full label and short label back to its one indicator', () => {
    for (const { id } of indicators) {
      expect(matchIndicator(id)).toEqual([{ id, by: 'id', confidence: 1, unit: null }])
      expect(idsFor(fullLabel(id))).toEqual([id])
      expect(idsFor(shortLabel(id))).toEqual([id])
      expect(matchIndicator(shortLabel(id))[0]?.confidence).toBe(1)
    }
  })

  test('reads the printed words of a cell with any separator, and does not mind spaces', () => {
    fc.assert(
      fc.property(
        anyIndicator,
        separator,
        fc.boolean(),
        ({ id, group, rowLabel, columnLabel }, join, spaced) => {
          const words = [group === rowLabel ? '' : group, rowLabel, columnLabel]
          const header = words.filter((word) => word !== '').join(join)
          expect(idsFor(spaced ? header.replace(/./gu, '$& ') : header)).toEqual([id])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('reads row·column of table 三 without its heading', () => {
    for (const row of requestRows) {
      for (const applicant of applicants) {
        const id = requestIndicator(row, applicant)
        expect(matchIndicator(`${row.label}·${applicant.label}`)[0]).toMatchObject({
          id,
          unit: null,
        })
      }
    }
  })

  test('takes a row of table 三 or a channel alone for its 总计, with less confidence', () => {
    for (const row of requestRows) {
      expect(matchIndicator(row.label)).toEqual([
        { id: `${row.id}.total`, by: 'label', confidence: 0.7, unit: null },
      ])
    }
    for (const { id, label } of channels) {
      expect(matchIndicator(label)).toEqual([
        { id: `${id}.total`, by: 'alias', confidence: 0.7, unit: null },
      ])
    }
  })

  test.each([
    ['其他法律行政止公开·自然人', 'requests.denied.prohibitedByLaw.naturalPerson'],
    ['部分公开(区分处理的, 只计这一情形,·合计', 'requests.partial.total'],
    ['逾期不缴费-科研', 'requests.other.feeUnpaid.research'],
    ['上年度结转 社会公益', 'requests.carriedIn.publicWelfare'],
    ['办理结果·予以公开·企业', 'requests.granted.company'],
    ['复议后诉讼_总 计', 'litigation.afterReview.total'],
    ['未经复议直接诉讼/结果\n维持', 'litigation.direct.upheld'],
    ['规章·本年新制作数量', 'regulations.issued'],
    ['规范性文件、现行有效件数', 'normativeDocuments.inForce'],
    ['行政强制', 'coercion.decisions'],
    ['行政处罚·处理决定数量', 'penalties.decisions'],
    ['行政许可·本年增/减', 'licensing.itemsChange'],
    ['行政事业性收费', 'fees.amount'],
    ['本年收费金额单位:万元', 'fees.amount'],
    ['采购总金额', 'procurement.amount'],
    ['结转下年', 'requests.carriedOut.total'],
    ['网络申请', 'prose.requests.online'],
    ['custom.常住人口', 'custom.常住人口'],
    ['REQUESTS.NEW.TOTAL', 'requests.new.total'],
  ])('%j is %s', (header, id) => {
    expect(idsFor(header)).toEqual([id])
  })

  test.each([
    ['规章', 5],
    ['处理决定数量', 4],
    ['总计', 26 + 3],
    ['自然人', 26],
    ['结果纠正', 3],
    ['其他', 26 + 1],
    ['其他处理·其他', 2],
    ['本年新公开数量', 2],
  ])('%s alone may be %i things', (header, count) => {
    expect(matchIndicator(header)).toHaveLength(count)
  })

  test.each([
    '',
    '   ',
    '2023',
    '不予公开',
    '行政诉讼',
    '备注',
    '__proto__',
    'constructor',
    'custom.',
  ])('does not know %j', (header) => {
    expect(matchIndicator(header)).toEqual([])
  })

  test('keeps the unit of measure that a header names', () => {
    expect(matchIndicator('行政事业性收费·本年收费金额（元）')).toEqual([
      { id: 'fees.amount', by: 'alias', confidence: 0.9, unit: '元' },
    ])
    expect(matchIndicator('本年新收·总计(件)')).toEqual([
      { id: 'requests.new.total', by: 'shortLabel', confidence: 1, unit: '件' },
    ])
  })
})

describe('matchKeyColumn', () => {
  test.each([
    ['unit_code', 'unitCode'],
    ['行政区划代码', 'unitCode'],
    ['单位名称', 'unitName'],
    ['县（市、区）', 'unitName'],
    ['\ufeff年 份', 'year'],
    ['报告年度', 'year'],
    ['统计时间', 'year'],
    ['口径', 'scope'],
    ['表样', 'edition'],
    ['Indicator', 'indicator'],
    ['数值', 'value'],
    ['本年新收', null],
    ['', null],
    ['toString', null],
  ] as const)('%j is %s', (header, key) => {
    expect(matchKeyColumn(header)).toBe(key)
  })

  test('no key column is taken for an indicator', () => {
    for (const header of ['单位', '年度', '代码', '项目', '值', '数据', '名称', '口径']) {
      expect(matchIndicator(header)).toEqual([])
    }
  })
})
