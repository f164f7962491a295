import { describe, expect, test } from 'vitest'
import { indicatorById } from '@/domain/catalogue'
import type { Sum } from '@/domain/measure'
import { measureById, measures, operandsOf, yearOnYear, yearOnYearById } from '@/domain/measures'

function operandsById(id: string): readonly string[] {
  const measure = measureById(id)
  return measure ? operandsOf(measure) : []
}

describe('measures', () => {
  test('have ids of their own and known operands', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
    for (const measure of measures) {
      expect(indicatorById(measure.id)).toBeUndefined()
      expect(operandsOf(measure).filter((id) => !indicatorById(id))).toEqual([])
      expect(measureById(measure.id)).toBe(measure)
      expect(measure.formula).not.toBe('')
    }
    expect(measureById('requests.new.total')).toBeUndefined()
  })

  test('are the ones that the views and reports speak of', () => {
    expect(measures.map(({ label }) => label)).toEqual([
      '予以公开',
      '部分公开',
      '不予公开',
      '无法提供',
      '不予处理',
      '其他处理',
      '收办件数',
      '法定不予公开',
      '裁量不予公开',
      '行政诉讼总计',
      '规范性文件净增',
      '公开率',
      '予以公开率',
      '部分公开率',
      '不予公开率',
      '无法提供率',
      '不予处理率',
      '其他处理率',
      '裁量不予公开占比',
      '办结率',
      '结转率',
      '自然人占比',
      '复议纠错率',
      '复议纠错率（占总计）',
      '诉讼纠错率',
      '诉讼纠错率（占总计）',
      '复议率',
      '复议诉讼率（占新收）',
      '复议后起诉比',
      '规范性文件废止率',
    ])
  })

  test('ratios have a denominator, a smallest one, and no direction', () => {
    for (const { unit, denominator, minimumDenominator, direction } of measures) {
      expect(denominator !== null).toBe(unit === '%')
      expect(minimumDenominator).toBe(unit === '%' ? 30 : null)
      expect(direction).toBeNull()
    }
  })

  test('其他处理 is the single row or its three parts, never both', () => {
    expect(measureById('outcome.other')?.numerator).toEqual([
      {
        factor: 1,
        of: {
          kind: 'anyOf',
          alternatives: [
            [{ factor: 1, of: { kind: 'indicator', id: 'requests.other.all.total' } }],
            ['notCorrected', 'feeUnpaid', 'rest'].map((part) => ({
              factor: 1,
              of: { kind: 'indicator', id: `requests.other.${part}.total` },
            })),
          ],
        },
      },
    ])
  })

  test('复议纠错率 leaves out pending cases, its variant counts all', () => {
    expect(measureById('rate.reviewCorrected')?.denominator).toEqual([
      { factor: 1, of: { kind: 'indicator', id: 'review.total' } },
      { factor: -1, of: { kind: 'indicator', id: 'review.pending' } },
    ])
    expect(measureById('rate.reviewCorrectedOfAll')).toMatchObject({
      variantOf: 'rate.reviewCorrected',
      denominator: [{ factor: 1, of: { kind: 'indicator', id: 'review.total' } }],
    })
    expect(operandsById('rate.litigationCorrectedOfAll')).toEqual([
      'litigation.direct.corrected',
      'litigation.afterReview.corrected',
      'litigation.direct.total',
      'litigation.afterReview.total',
    ])
  })

  test('disputes are held against what was dealt with, received or decided', () => {
    const sides = (id: string) => {
      const { numerator = [], denominator = null } = measureById(id) ?? {}
      const ids = (sum: Sum) => sum.map(({ of }) => (of.kind === 'indicator' ? of.id : of.kind))
      return [ids(numerator), ids(denominator ?? [])]
    }
    const suits = ['litigation.direct.total', 'litigation.afterReview.total']
    expect(sides('rate.reviewed')).toEqual([['review.total'], ['requests.processed.total']])
    expect(sides('rate.disputed')).toEqual([['review.total', ...suits], ['requests.new.total']])
    expect(sides('rate.suedAfterReview')).toEqual([
      ['litigation.afterReview.total'],
      ['review.upheld', 'review.other'],
    ])
    expect(sides('rate.repealed')).toEqual([
      ['normativeDocuments.repealed'],
      ['normativeDocuments.inForce', 'normativeDocuments.repealed'],
    ])
    // 宿迁市 2024 tells its change by what was 收办.
    expect(sides('requests.handled')[0]).toEqual(['requests.new.total', 'requests.carriedIn.total'])
    expect(yearOnYear('requests.handled')?.label).toBe('收办件数同比')
  })

  test('公开率 is of what was dealt with', () => {
    expect(operandsById('rate.disclosed')).toEqual([
      'requests.granted.total',
      'requests.partial.total',
      'requests.processed.total',
    ])
    expect(operandsById('rate.denied')).toHaveLength(9)
  })
})

describe('同比', () => {
  test.each([
    ['fees.amount', '行政事业性收费·金额同比', '%', 'relative'],
    ['rate.disclosed', '公开率同比', '百分点', 'points'],
    ['prose.requests.yearOnYear', '申请同比同比', '百分点', 'points'],
    ['normativeDocuments.netIncrease', '规范性文件净增同比', '件', 'difference'],
    ['licensing.itemsChange', '行政许可·项目增减同比', '项', 'difference'],
  ])('of %s is called %s, in %s', (item, label, unit, mode) => {
    expect(yearOnYear(item)).toEqual({ id: `yoy:${item}`, item, label, unit, mode })
    expect(yearOnYearById(`yoy:${item}`)).toEqual(yearOnYear(item))
  })

  test('is not described for what is unknown', () => {
    expect(yearOnYear('nonsense')).toBeUndefined()
    expect(yearOnYearById('fees.amount')).toBeUndefined()
    expect(yearOnYearById('yoy:yoy:fees.amount')).toBeUndefined()
  })
})
