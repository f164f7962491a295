import { describe, expect, test } from 'vitest'
import { searchNumber } from '@/analysis/numberSearch'
import { parseSpokenNumber } from '@/domain/spokenNumber'
import type { UnitTree } from '@/domain/unit'
import { lookupTable } from '@/views/lookup/lookupTable'
import type { Cell, Report } from '@/domain/report'
import { foldReports } from '../foldReports'
import { noUnits } from '../unitTree'

const value = (number: number): Cell => ({ kind: 'value', value: number, approximate: false })

function report(code: string, year: number, cells: Readonly<Record<string, Cell>>): Report {
  return {
    unit: { code, name: `示例${code}县` },
    year,
    scope: 'whole',
    edition: '2021',
    cells: new Map(Object.entries(cells)),
  }
}

const cube = foldReports([
  report('990101', 2023, {
    'penalties.decisions': value(1000),
    'review.corrected': value(64),
    'review.total': value(351),
    'review.pending': value(37),
    'fees.amount': value(1077.892534),
  }),
  report('990101', 2024, {
    'penalties.decisions': value(1284),
    'fees.amount': { kind: 'blank' },
  }),
  report('990102', 2024, { 'penalties.decisions': value(716) }),
])

function search(text: string, units: readonly string[] | null = null) {
  const spoken = parseSpokenNumber(text)
  if (spoken === null) throw new Error(text)
  return searchNumber(cube, { spoken, units, scope: 'whole', checks: 'all' }, noUnits)
}

test('a figure is found with its unit and year', () => {
  const { matches } = search('1284')
  expect(matches).toEqual([
    expect.objectContaining({
      kind: 'value',
      unit: 'cn:990101',
      year: 2024,
      item: 'penalties.decisions',
      value: 1284,
    }),
  ])
})

test('a rate is found as it is spoken, by either of its bases', () => {
  // 64 of 314 decided is 20.4 %, 64 of all 351 is 18.2 %.
  expect(search('20.4%').matches.map(({ item }) => item)).toEqual(['rate.reviewCorrected'])
  expect(search('18.2%').matches.map(({ item }) => item)).toEqual(['rate.reviewCorrectedOfAll'])
})

test('a change to the year before is found as a number and as a percentage', () => {
  expect(search('284').matches).toEqual([
    expect.objectContaining({ kind: 'difference', year: 2024, value: 284 }),
  ])
  expect(search('28.4%').matches).toEqual([
    expect.objectContaining({ kind: 'change', year: 2024, item: 'penalties.decisions' }),
  ])
})

test('a sum over the units is found, with how many are in it', () => {
  expect(search('2000').matches).toEqual([
    expect.objectContaining({
      kind: 'total',
      unit: null,
      value: 2000,
      counted: { n: 2, of: 2 },
    }),
  ])
})

describe('a change of a sum over the units', () => {
  const two = (year: number, first: number, second: number, fee = 100) => [
    report('990101', year, { 'requests.new.total': value(first), 'fees.amount': value(fee) }),
    report('990102', year, { 'requests.new.total': value(second), 'fees.amount': value(300) }),
  ]
  const kindsOf = (text: string, ...more: readonly Report[]) => {
    const spoken = parseSpokenNumber(text)
    if (spoken === null) throw new Error(text)
    const known = foldReports([...two(2023, 500, 388), ...two(2024, 532, 444, 160), ...more])
    const asked = { spoken, units: null, scope: 'whole', checks: 'all' } as const
    return searchNumber(known, asked, noUnits).matches.map(
      ({ kind, unit, year, counted }) => [kind, unit, year, counted?.n, counted?.of] as const,
    )
  }

  test('is found as a number and as a percentage, as it is said at a meeting', () => {
    expect(kindsOf('88')).toEqual([['totalDifference', null, 2024, 2, 2]])
    expect(kindsOf('9.91%')).toEqual([['totalChange', null, 2024, 2, 2]])
    expect(kindsOf('15%')).toEqual([['totalChange', null, 2024, 2, 2]])
  })

  test('is that of the units that have both years', () => {
    const third = report('990103', 2024, { 'requests.new.total': value(1000) })
    expect(kindsOf('88', third)).toEqual([['totalDifference', null, 2024, 2, 3]])
    expect(kindsOf('1088', third)).toEqual([])
  })

  test('is none of one unit, whose change it is', () => {
    const alone = two(2022, 9, 9).slice(0, 1)
    expect(kindsOf('491', ...alone)).toEqual([
      ['difference', 'cn:990101', 2023, undefined, undefined],
    ])
  })
})

test('money is found as 万元 and as 元, rounded as it was spoken', () => {
  for (const text of ['1077.89万元', '10778925元', '1078']) {
    expect(search(text).matches).toEqual([
      expect.objectContaining({ item: 'fees.amount', value: 1077.892534 }),
    ])
  }
  expect(search('1077.88万元').matches).toEqual([])
})

test('only the units asked for are searched', () => {
  expect(search('1284', ['cn:990102']).matches).toEqual([])
})

test('a state is no number: a blank fee is no change of the fee', () => {
  expect(search('1077.892534').matches.map(({ kind }) => kind)).toEqual(['value'])
})

test('只看可信 finds no number of a sum that fails, in no change and no sum, and says how many it left', () => {
  const sums = (total: number) => ({
    'review.upheld': value(10),
    'review.corrected': value(5),
    'review.other': value(0),
    'review.pending': value(0),
    'review.total': value(total),
  })
  const checked = foldReports([
    report('990101', 2023, sums(15)),
    report('990101', 2024, sums(5015)),
    report('990102', 2024, sums(15)),
  ])
  const look = (text: string, checks: 'all' | 'trusted') => {
    const spoken = parseSpokenNumber(text)
    if (spoken === null) throw new Error(text)
    const question = { spoken, units: null, scope: 'whole', checks } as const
    const { matches, untrusted } = searchNumber(checked, question, noUnits)
    const kinds = matches.filter(({ item }) => item === 'review.total').map(({ kind }) => kind)
    return { kinds, untrusted }
  }

  expect(look('5015', 'all')).toEqual({ kinds: ['value'], untrusted: 0 })
  expect(look('5015', 'trusted').kinds).toEqual([])
  expect(look('5015', 'trusted').untrusted).toBeGreaterThan(0)
  // The change from 15 to 5015, and the sum of 5015 and 15.
  expect(look('5000', 'all').kinds).toEqual(['difference'])
  expect(look('5000', 'trusted').kinds).toEqual([])
  expect(look('5030', 'all').kinds).toEqual(['total'])
  expect(look('5030', 'trusted')).toEqual({ kinds: [], untrusted: 0 })
  expect(look('15', 'trusted').kinds).toEqual(['value', 'value'])
})

test('a sum is of the units that were there', () => {
  const units = new Map([['cn:990103', { since: 2024 }]])
  const tree = {
    ...noUnits,
    byId: (id: string) => {
      const known = units.get(id)
      return known && { ...known, ...unit(id) }
    },
  }
  const three = foldReports(
    ['990101', '990102', '990103'].flatMap((code) =>
      [2023, 2024]
        .filter((year) => code !== '990103' || year === 2024)
        .map((year) => report(code, year, { 'penalties.decisions': value(100) })),
    ),
  )
  const spoken = parseSpokenNumber('200')
  if (spoken === null) throw new Error('200')
  const question = { spoken, units: null, scope: 'whole', checks: 'all' } as const
  const { matches } = searchNumber(three, question, tree)

  expect(matches.find(({ kind }) => kind === 'total')).toMatchObject({
    year: 2023,
    counted: { n: 2, of: 2 },
  })
})

describe('a change between years that do not compare', () => {
  const two = foldReports([
    report('990101', 2023, { 'penalties.decisions': value(100) }),
    report('990101', 2024, { 'penalties.decisions': value(142) }),
  ])
  const look = (cubeOf: typeof two, tree: UnitTree) => {
    const spoken = parseSpokenNumber('42')
    if (spoken === null) throw new Error('42')
    const question = { spoken, units: null, scope: 'whole', checks: 'all' } as const
    const { matches, apart } = searchNumber(cubeOf, question, tree)
    return { kinds: matches.map(({ kind }) => kind), apart }
  }

  test('is listed while the unit is the same', () => {
    expect(look(two, noUnits)).toEqual({
      kinds: ['difference'],
      apart: { merged: 0, unlike: 0 },
    })
  })

  test('is counted, not listed, where the unit was merged between them', () => {
    const extents = [{ year: 2024, kind: 'whole' as const, other: '丙县', document: '某号' }]
    const tree = { ...noUnits, byId: (id: string) => ({ ...unit(id), extents }) }
    expect(look(two, tree)).toEqual({ kinds: [], apart: { merged: 1, unlike: 0 } })
  })

  test('is counted, not listed, where one of the two forms has no such figure', () => {
    const across = foldReports([
      { ...report('990101', 2020, { 'regulations.inForce': value(100) }), edition: '2019' },
      report('990101', 2021, { 'regulations.inForce': value(142) }),
    ])
    expect(look(across, noUnits)).toEqual({ kinds: [], apart: { merged: 0, unlike: 1 } })
  })
})

test('a percentage of a base below 20 says so', () => {
  const small = foldReports([
    report('990101', 2023, { 'penalties.decisions': value(1) }),
    report('990101', 2024, { 'penalties.decisions': value(3) }),
  ])
  const spoken = parseSpokenNumber('200%')
  if (spoken === null) throw new Error('200%')
  const question = { spoken, units: null, scope: 'whole', checks: 'all' } as const
  const found = searchNumber(small, question, noUnits)
  const named = found.matches.map((match) => ({ ...match, unit: null }))
  const { text } = lookupTable({ ...found, matches: named }, spoken)

  expect(text.row(0).cells.map((cell) => cell.text)).toContain('+200.00%（上年仅 1，基数小）')
})

function unit(id: string) {
  return {
    ...{ id, code: id.slice(3), name: id, kind: 'county' as const, parent: null },
    ...{ formerCodes: [], formerNames: [] },
  }
}
