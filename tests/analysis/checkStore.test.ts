import { describe, expect, test } from 'vitest'
import { adviseForReport } from '@/analysis/reportAdvice'
import { chainLinks, chainMatrix } from '@/analysis/chain'
import { findingsOf, listFindings } from '@/analysis/checkFinding'
import { checkCube, type CheckStore } from '@/analysis/checkStore'
import { healthMatrix, healthState, reportHealth } from '@/analysis/reportHealth'
import { generateSample } from '@/data/sample'
import type { Cell, Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports } from '../foldReports'
import { realReports } from '../realReports'

const registry = createUnitRegistry([])

function storeOf(reports: readonly Report[], units: readonly Unit[] = []): CheckStore {
  return checkCube(foldReports(reports), units.length === 0 ? registry : createUnitRegistry(units))
}

function failedIn(store: CheckStore, unit: string, year: number): string[] {
  return findingsOf(store, { unit, year, scope: 'whole' })
    .filter(({ outcome, severity }) => outcome === 'failed' && severity !== 'info')
    .map(({ check }) => check)
}

describe('published reports', () => {
  const store = storeOf(realReports())

  test('洪泽区 2023 fails exactly the two sums of table 四 that its page fails', () => {
    expect(failedIn(store, 'cn:320813', 2023).toSorted()).toEqual([
      'T4-SUM:litigation.afterReview',
      'T4-SUM:review',
    ])
    const review = findingsOf(store, { unit: 'cn:320813', year: 2023, scope: 'whole' }).find(
      ({ check }) => check === 'T4-SUM:review',
    )
    expect(review).toMatchObject({ left: 11, right: 0, difference: 11, severity: 'error' })
  })

  test('the total that 洪泽区 left at 0 is advised as a possibility', () => {
    const key = { unit: 'cn:320813', year: 2023, scope: 'whole' } as const
    expect(adviseForReport(store.cube, key)).toEqual([
      {
        kind: 'cell',
        indicator: 'review.total',
        value: 0,
        balanced: 11,
        slip: 'totalLeftAtZero',
        certain: false,
      },
    ])
  })

  test('宿迁市 passes all links from 2023 to 2024, and nothing in it is 不平', () => {
    const asked = { units: ['cn:321300'], years: [2023, 2024], scope: 'whole' } as const
    for (const link of chainLinks) {
      const { cells } = chainMatrix(store.cube, registry, link, asked)
      expect(cells.map(({ state }) => state)).toEqual(['first', 'joined'])
    }
    expect(failedIn(store, 'cn:321300', 2023)).toEqual([])
    expect(failedIn(store, 'cn:321300', 2024)).toEqual(['P-YOY'])
  })

  test('汉阴县 2023 is 不可判 where its rows are lost, and its prose agrees', () => {
    const key = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
    const findings = findingsOf(store, key)
    expect(failedIn(store, 'cn:610921', 2023)).toEqual([])
    const undecidable = findings.filter(({ outcome }) => outcome === 'undecidable')
    expect(undecidable.some(({ rule }) => rule === 'T3-IDENT' || rule === 'T3-SUM7')).toBe(true)
    expect(findings.some(({ rule }) => rule.startsWith('P-'))).toBe(false)
    const health = reportHealth(store, key)
    expect(health).toMatchObject({ reported: true, partial: true, errors: 0, warnings: 0 })
    expect(healthState(health)).toBe('partial')
  })

  test('a report that nobody gave is missing', () => {
    const matrix = healthMatrix(store, ['cn:320831', 'cn:321300'], [2023, 2024], 'whole')
    expect(matrix.reports.map(healthState)).toEqual(['partial', 'missing', 'passed', 'failed'])
  })
})

const value = (number: number): Cell => ({ kind: 'value', value: number, approximate: false })

function changed(report: Report, changes: Readonly<Record<string, Cell>>): Report {
  return { ...report, cells: new Map([...report.cells, ...Object.entries(changes)]) }
}

describe('rules from report to report', () => {
  const { reports } = generateSample({ counties: 3, years: [2021, 2024] }, 77)
  const [first] = reports
  if (first === undefined) throw new Error('no report')
  const unit = `cn:${first.unit.code}`
  const ofFirst = reports.filter((report) => report.unit.code === first.unit.code)

  test('a year without a report is a gap, named at the next report', () => {
    const store = storeOf(ofFirst.filter(({ year }) => year !== 2022))
    const { findings, total } = listFindings(store, { rules: ['Y-GAP'] }, { first: 0, count: 10 })
    expect(total).toBe(1)
    expect(findings[0]).toMatchObject({
      unit,
      year: 2023,
      outcome: 'failed',
      severity: 'info',
      other: { unit, year: 2021, scope: 'whole' },
    })
  })

  test('figures of one’s own are no report: the year is missing', () => {
    const own = { ...first, year: 2030, cells: new Map([['custom.热线', value(7)]]) }
    const matrix = healthMatrix(storeOf([...ofFirst, own]), [unit], [2030], 'whole')

    expect(matrix.reports.map(healthState)).toEqual(['missing'])
  })

  test('so they neither fill a gap nor join two years', () => {
    const own = { ...first, year: 2022, cells: new Map([['custom.热线', value(7)]]) }
    const store = storeOf([...ofFirst.filter(({ year }) => year !== 2022), own])
    const gaps = listFindings(store, { rules: ['Y-GAP'] }, { first: 0, count: 10 })
    expect(gaps.findings.map(({ year, other }) => [year, other?.year])).toEqual([[2023, 2021]])

    const kept = reportHealth(store, { unit, year: 2023, scope: 'whole' })
    const without = storeOf(ofFirst.filter(({ year }) => year !== 2022))
    expect(kept).toEqual(reportHealth(without, { unit, year: 2023, scope: 'whole' }))
    for (const link of chainLinks) {
      const asked = { units: [unit], years: [2021, 2022, 2023, 2024], scope: 'whole' } as const
      const { cells } = chainMatrix(store.cube, registry, link, asked)
      expect(cells.map(({ state }) => state)).toEqual(['first', 'gap', 'first', 'joined'])
    }
  })

  test('nor do populations, nor a report of another scope', () => {
    const population = { ...first, year: 2022, scope: 'auxiliary' } as const
    const people = { ...population, cells: new Map([['auxiliary.常住人口', value(310_000)]]) }
    const office = { ...first, year: 2022, scope: 'office' } as const
    const store = storeOf([...ofFirst.filter(({ year }) => year !== 2022), people, office])
    const gaps = listFindings(store, { rules: ['Y-GAP'] }, { first: 0, count: 10 })
    expect(gaps.findings.map(({ year, scope }) => [year, scope])).toEqual([[2023, 'whole']])
  })

  test('last year handed in again is a copy', () => {
    const [before, ...rest] = ofFirst
    if (before === undefined) throw new Error('no report')
    const store = storeOf([before, { ...before, year: 2022 }, ...rest.slice(1)])
    expect(failedIn(store, unit, 2022)).toContain('Y-REPEAT')
    expect(failedIn(storeOf(ofFirst), unit, 2022)).not.toContain('Y-REPEAT')
  })

  test('another county’s table is a copy of both', () => {
    const other = reports.find((report) => report.unit.code !== first.unit.code)?.unit
    if (other === undefined) throw new Error('no other county')
    const store = storeOf([first, { ...first, unit: other }])
    const copies = listFindings(store, { rules: ['C-COUNTY'] }, { first: 0, count: 10 })
    expect(copies.findings.map((finding) => [finding.unit, finding.other?.unit])).toEqual([
      [unit, `cn:${other.code}`],
      [`cn:${other.code}`, unit],
    ])
    expect(copies.findings[0]?.detail['equal']).toBe(copies.findings[0]?.detail['figures'])
    expect(
      listFindings(storeOf(reports), { rules: ['C-COUNTY'] }, { first: 0, count: 10 }).total,
    ).toBe(0)
  })

  test('one number all over table 三 is named', () => {
    const same = Object.fromEntries(
      [...first.cells.keys()]
        .filter((id) => id.startsWith('requests.') && !id.endsWith('.total'))
        .map((id) => [id, value(7)]),
    )
    expect(failedIn(storeOf([changed(first, same)]), unit, first.year)).toContain('C-DIGIT')
    expect(failedIn(storeOf([first]), unit, first.year)).not.toContain('C-DIGIT')
  })

  test('another form is noted, and stocks are not chained across it', () => {
    const { reports: both } = generateSample({ counties: 1, years: [2020, 2021] }, 5)
    const store = storeOf(both)
    const noted = listFindings(store, { rules: ['Y-FORMAT'] }, { first: 0, count: 10 })
    expect(noted.findings.map(({ year, detail }) => [year, detail['otherEdition']])).toEqual([
      [2021, '2019'],
    ])
    const stock = chainLinks.find(({ id }) => id === 'Y-STOCK-N')
    if (stock === undefined) throw new Error('no link')
    const asked = { units: store.cube.units, years: [2020, 2021], scope: 'whole' } as const
    const { cells } = chainMatrix(store.cube, registry, stock, asked)
    expect(cells.map(({ state, form }) => [state, form])).toEqual([
      ['first', 'same'],
      ['otherForm', 'changed'],
    ])
  })

  test('a fraction and a negative number are no counts', () => {
    const bad = changed(first, {
      'review.upheld': value(2.5),
      'licensing.decisions': value(-4),
      'fees.amount': value(0.25),
    })
    const cells = findingsOf(storeOf([bad]), { unit, year: first.year, scope: 'whole' })
      .filter(({ rule }) => rule.endsWith('-INT'))
      .map(({ check }) => check)
    expect(cells.toSorted()).toEqual(['T2-INT:licensing.decisions', 'T4-INT:review.upheld'])
  })
})

describe('a city against its counties', () => {
  const city: Unit = {
    id: 'cn:990100',
    code: '990100',
    name: '示例市',
    kind: 'city',
    parent: null,
    formerCodes: [],
    formerNames: [],
  }
  const part = (code: string, kind: Unit['kind']): Unit => ({
    ...city,
    id: `cn:${code}`,
    code,
    name: `示例${code}`,
    kind,
    parent: city.id,
  })
  const counties = [part('990101', 'county'), part('990102', 'county')]
  const organ = part('990103', 'department')
  const report = (code: string, received: number | 'blank'): Report => ({
    unit: { code, name: '' },
    year: 2023,
    scope: 'whole',
    edition: '2021',
    cells: new Map([
      ['requests.new.total', received === 'blank' ? { kind: 'blank' as const } : value(received)],
    ]),
  })
  const rolledUp = (units: readonly Unit[], reports: readonly Report[]) =>
    findingsOf(storeOf(reports, [city, ...units]), { unit: city.id, year: 2023, scope: 'whole' })
      .filter(({ rule }) => rule.startsWith('S-'))
      .map(({ check, left, right }) => [check, left, right])

  test('with counties alone the city is not less than their sum', () => {
    const parts = [report('990101', 20), report('990102', 15)]
    expect(rolledUp(counties, [report('990100', 35), ...parts])).toEqual([])
    expect(rolledUp(counties, [report('990100', 60), ...parts])).toEqual([])
    expect(rolledUp(counties, [report('990100', 34), ...parts])).toEqual([
      ['S-GE:requests.new.total', 34, 35],
    ])
  })

  test('with all parts on record, its organs among them, it is their sum', () => {
    const all = [...counties, organ]
    const parts = [report('990101', 20), report('990102', 15), report('990103', 5)]
    expect(rolledUp(all, [report('990100', 40), ...parts])).toEqual([])
    expect(rolledUp(all, [report('990100', 41), ...parts])).toEqual([
      ['S-SUM:requests.new.total', 41, 40],
    ])
    expect(rolledUp(all, [report('990100', 41), ...parts.slice(1)])).toEqual([])
  })

  test('a county that was merged since counts in the years before', () => {
    const merged: Unit = { ...part('990104', 'county'), until: 2023 }
    const gone: Unit = { ...merged, until: 2022 }
    const parts = [report('990101', 20), report('990102', 15), report('990103', 5)]
    const reports = [report('990100', 47), ...parts, report('990104', 7)]
    expect(rolledUp([...counties, organ, merged], reports)).toEqual([])
    // Its report missing, the sum is open; once it is no more, the others are all.
    expect(rolledUp([...counties, organ, merged], [report('990100', 47), ...parts])).toEqual([])
    expect(rolledUp([...counties, organ, gone], [report('990100', 47), ...parts])).toEqual([
      ['S-SUM:requests.new.total', 47, 40],
    ])
  })

  test('less than one county is another scope, and then nothing is held against it', () => {
    const parts = [report('990101', 20), report('990102', 15)]
    expect(rolledUp(counties, [report('990100', 3), ...parts])).toEqual([['S-SCOPE', null, null]])
  })

  test('a blank county leaves the figure to the bound', () => {
    const all = [...counties, organ]
    const parts = [report('990101', 20), report('990102', 'blank'), report('990103', 5)]
    expect(rolledUp(all, [report('990100', 41), ...parts])).toEqual([])
  })
})
