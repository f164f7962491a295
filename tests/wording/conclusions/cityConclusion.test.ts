import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cityConclusion } from '@/wording/conclusions/cityConclusion'
import { conclusionText, type Clause } from '@/wording/conclusions/conclusion'
import { answerTo, type WrittenReport } from '../../charts/answers'

const units = ['990101', '990102', '990103']
const licences = (unit: string, year: number, decisions: number): WrittenReport => ({
  unit,
  year,
  figures: { 'licensing.decisions': decisions },
})

function told(reports: readonly WrittenReport[], item = 'licensing.decisions'): string {
  const answer = answerTo({ items: [item], units, years: [2022, 2023] }, reports)
  const conclusion = cityConclusion(answer, item, { before: 0, now: 1 })
  if (!conclusion) throw new Error('no conclusion')
  return conclusionText(conclusion)
}

const whole = [
  licences('990101', 2022, 100),
  licences('990101', 2023, 150),
  licences('990102', 2022, 50),
  licences('990102', 2023, 60),
  licences('990103', 2022, 30),
  licences('990103', 2023, 25),
]
const without = (unit: string, year: number) =>
  whole.filter((report) => report.unit !== unit || report.year !== year)

describe('a conclusion of a city', () => {
  test('says the total with n/N, the change, and who moved it most', () => {
    expect(told(whole)).toBe(
      '2023 年行政许可·处理决定合计 235 件（3/3 个单位有数）；比 2022 年（3/3 个单位可比）由 180 件增至 235 件（+30.56%）；增加最多的是甲县：由 100 件增至 150 件，增加 50 件。',
    )
  })

  test('changes with the data: another number, another sentence', () => {
    const mutated = whole.map((report) =>
      report.unit === '990102' && report.year === 2023 ? licences('990102', 2023, 160) : report,
    )
    expect(told(mutated)).toContain('合计 335 件')
    expect(told(mutated)).toContain('（+86.11%）')
    expect(told(mutated)).toContain('增加最多的是乙县：由 50 件增至 160 件，增加 110 件')
  })

  test('compares only who has both years, and names the others', () => {
    const text = told(without('990102', 2022))
    expect(text).toContain('合计 235 件（3/3 个单位有数）')
    expect(text).toContain(
      '比 2022 年，只比两年可比的 2/3 个单位（不含 乙县）：由 130 件增至 175 件（+34.62%）',
    )
    expect(told(without('990102', 2023))).toContain('合计 175 件（2/3 个单位有数，缺 乙县）')
  })

  test('says whose number alone decides which way it went', () => {
    const narrow = whole.map((report) =>
      report.unit === '990103' && report.year === 2023 ? licences('990103', 2023, 1) : report,
    )
    // 180 → 211; without 甲县 80 → 61.
    expect(told(narrow)).toContain('（+17.22%）；“上升”不稳：去掉 甲县，就不是上升；增加最多的是')
    expect(told(whole)).not.toContain('不稳')
  })

  test('abstains without the year before, and says why', () => {
    const text = told(whole.filter(({ year }) => year === 2023))
    expect(text).toBe(
      '2023 年行政许可·处理决定合计 235 件（3/3 个单位有数）；缺 2022 年，不作同比。',
    )
    expect(told(whole.filter(({ year }) => year === 2022))).toBe(
      '2023 年行政许可·处理决定：应有的 3 个单位都没有数，不作结论。',
    )
    expect(told([licences('990101', 2022, 100), licences('990102', 2023, 60)])).toContain(
      '没有一个单位在 2022、2023 两年都有可比的数，不作同比',
    )
  })

  test('uses words where the base is small or 0', () => {
    const small = (before: number, now: number) =>
      told([licences('990101', 2022, before), licences('990101', 2023, now)])
    expect(small(3, 9)).toContain('由 3 件增至 9 件（基数不足 20，不计百分比）')
    expect(small(0, 9)).toContain('由 0 件增至 9 件（2022 年为 0，不计百分比）')
    expect(small(9, 9)).toContain('持平（都是 9 件）')
  })

  test('does not choose between units that moved alike', () => {
    const text = told([
      licences('990101', 2022, 100),
      licences('990101', 2023, 110),
      licences('990102', 2022, 50),
      licences('990102', 2023, 60),
    ])
    expect(text).toContain('增加最多的并列：甲县、乙县，各增加 10 件')
  })

  test('gives a rate with its counts, and no percentage of fewer than 20', () => {
    const requests = (year: number, granted: number, processed: number): WrittenReport => ({
      unit: '990101',
      year,
      figures: {
        'requests.granted.total': granted,
        'requests.partial.total': 0,
        'requests.processed.total': processed,
      },
    })
    expect(told([requests(2022, 20, 40), requests(2023, 30, 40)], 'rate.disclosed')).toContain(
      '由 50.00%（20/40）升至 75.00%（30/40），上升 25.00 个百分点',
    )
    const few = told([requests(2022, 20, 40), requests(2023, 3, 4)], 'rate.disclosed')
    expect(few).toContain('分子 3、分母 4（分母不足 20，不计百分比；')
    expect(few).toContain('由 20/40 到 3/4（分母不足 20，不比较百分点）')
  })

  test('says whose number is doubtful', () => {
    const approximate = told([
      ...without('990101', 2023),
      { unit: '990101', year: 2023, figures: { 'licensing.decisions': { about: 150 } } },
    ])
    expect(approximate).toContain('（存疑，含约数：甲县）')
    const unequal = told(
      [
        {
          unit: '990101',
          year: 2023,
          figures: {
            'requests.new.person': 1,
            'requests.new.business': 0,
            'requests.new.research': 0,
            'requests.new.civil': 0,
            'requests.new.legal': 0,
            'requests.new.other': 0,
            'requests.new.total': 30,
          },
        },
      ],
      'requests.new.total',
    )
    expect(unequal).toMatch(/存疑，含勾稽(?:不平|不可判)的数：甲县/)
  })
})

const figure = fc.option(fc.nat({ max: 60 }), { nil: null })
const grid = fc.array(fc.tuple(figure, figure), { minLength: 3, maxLength: 3 })

function reportsOf(values: readonly (readonly [number | null, number | null])[]): WrittenReport[] {
  return values.flatMap((pair, unit) =>
    pair.flatMap((value, year) =>
      value === null ? [] : [licences(units[unit] ?? '', 2022 + year, value)],
    ),
  )
}

/** Everything that may be said of the numbers a clause refers to, computed from what was written. */
function sayable({ reference }: Clause, reports: readonly WrittenReport[]): ReadonlySet<string> {
  const { years, units: whose } = reference
  const of = (unit: string, year: number) =>
    reports.find((report) => `cn:${report.unit}` === unit && report.year === year)?.figures[
      'licensing.decisions'
    ] as number | undefined
  const sums = years.map((year) => whose.reduce((sum, unit) => sum + (of(unit, year) ?? 0), 0))
  const singles = whose.flatMap((unit) => years.map((year) => of(unit, year) ?? NaN))
  const differences = whose.map((unit) =>
    Math.abs((of(unit, years[1] ?? NaN) ?? NaN) - (of(unit, years[0] ?? NaN) ?? NaN)),
  )
  const [before, now] = [sums[0] ?? NaN, sums[1] ?? NaN]
  const percent = ((100 * (now - before)) / before).toFixed(2)
  const all = [...years, ...sums, ...singles, ...differences, whose.length, units.length]
  return new Set([...all.map(String), percent, `+${percent}`, '20', '0'])
}

describe('every number in a conclusion', () => {
  test('is one of those that its clause refers to', () => {
    fc.assert(
      fc.property(grid, (values) => {
        const reports = reportsOf(values)
        const answer = answerTo(
          { items: ['licensing.decisions'], units, years: [2022, 2023] },
          reports,
        )
        const conclusion = cityConclusion(answer, 'licensing.decisions', { before: 0, now: 1 })
        for (const clause of conclusion?.clauses ?? []) {
          const allowed = sayable(clause, reports)
          for (const [number] of clause.text.matchAll(/[+-]?\d+(?:\.\d+)?/gu))
            expect(allowed, `${number} in ${clause.text}`).toContain(number)
        }
      }),
    )
  })

  test('is no change where either year is missing', () => {
    fc.assert(
      fc.property(grid, (values) => {
        const text = told(reportsOf(values))
        const both = values.filter((pair) => pair.every((value) => value !== null))
        const isChange = /增至|减至|持平/u.test(text)
        expect(isChange).toBe(both.length > 0)
        const before = both.reduce((sum, [value]) => sum + (value ?? NaN), 0)
        const now = both.reduce((sum, [, value]) => sum + (value ?? NaN), 0)
        expect(/增至/u.test(text)).toBe(now > before && isChange)
        expect(/%/u.test(text)).toBe(isChange && before >= 20 && before !== now)
      }),
    )
  })
})
