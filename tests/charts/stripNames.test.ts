import { describe, expect, test } from 'vitest'
import { facetIn } from '@/charts/figureModes'
import type { NamedDot } from '@/charts/dotNames'
import { placeNames } from '@/charts/dotNames'
import { stripChart } from '@/charts/stripChart'
import type { StripDot } from '@/charts/stripNames'
import { stripNames } from '@/charts/stripNames'
import type { Written } from './answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

const item = 'requests.new.total'

/** Fictional units, each with a number in every year; names by their place. */
function drawing(numbers: readonly (readonly Written[])[], nameOf = (at: number) => `第${at}县`) {
  const units = numbers.map((_, at) => String(990101 + at))
  const years = [2024, 2023 + (numbers[0]?.length ?? 0)] as const
  const written = answerTo(
    { items: [item], units, years: [...years] },
    numbers.flatMap((ofUnit, at) =>
      ofUnit.map((number, year) => ({
        unit: units[at] ?? '',
        year: 2024 + year,
        figures: { [item]: number },
      })),
    ),
  )
  const answer = {
    ...written,
    units: written.units.map((unit, at) => ({ ...unit, name: nameOf(at) })),
  }
  const facet = facetIn(answer, item, 'value', 0)
  const dots = answer.units.flatMap((_, unit) =>
    answer.years.flatMap((year, column): StripDot[] => {
      const cell = facet.parts[0]?.read(unit, column)
      return cell ? [{ unit, year: column, cell, at: [year, cell.value] }] : []
    }),
  )
  return { answer, facet, dots, focus: null as number | null, theme: plainTheme, width: 1000 }
}

function namesOf(input: ReturnType<typeof drawing>): readonly NamedDot[] {
  return stripNames(input, input.dots)
}

const texts = (names: readonly NamedDot[]) => names.map(({ name }) => name.text)

describe('the dots of a distribution', () => {
  test('all have names where they are few, those at the ends before the others', () => {
    const names = namesOf(drawing([[10], [50], [90]]))

    expect(texts(names)).toEqual(['第0县', '第1县', '第2县'])
    expect(names.map(({ name }) => (name.standing ?? 0) > 0)).toEqual([true, false, true])
  })

  test('are named where they stand out, among many', () => {
    const many = Array.from({ length: 130 }, (_, at) => [100 + (at % 20)])
    const numbers = many.with(3, [900]).with(7, [800]).with(9, [1])
    const named = texts(namesOf(drawing(numbers)))

    expect(named.filter((text) => text !== '')).toEqual(['第3县', '第7县', '第9县'])
  })

  test('of later years come before those of earlier ones', () => {
    const [earlier, later] = namesOf(
      drawing([
        [90, 90],
        [10, 10],
      ]),
    )

    expect(later?.name.standing).toBeGreaterThan(earlier?.name.standing ?? Infinity)
  })

  test('have the numbers of the unit marked, and its name in the last year', () => {
    const input = drawing([
      [10, 20],
      [30, 40],
    ])
    const [first, last, other] = namesOf({ ...input, focus: 0 })

    expect([first?.name.text, last?.name.text]).toEqual(['10', '20 第0县'])
    expect([first?.name.isOwn, last?.name.isOwn, other?.name.isOwn]).toEqual([true, true, false])
  })

  test('have no two names that are cut alike', () => {
    const numerals = '零一二三四五六七八九'
    const nameOf = (at: number) =>
      `望云岭彝族傣族${numerals[Math.floor(at / 10)]}${numerals[at % 10]}族自治县`
    const input = {
      ...drawing(
        Array.from({ length: 60 }, (_, at) => [at, at]),
        nameOf,
      ),
      width: 200,
    }
    const named = texts(namesOf(input)).filter((text) => text !== '')

    for (const text of named) expect(text.length).toBeLessThan(nameOf(0).length)
    expect(new Set(named).size).toBe(60)
  })

  test('keep the signs above them free of names', () => {
    const names = namesOf(drawing([[{ about: 10 }], [20]]))
    expect(names.map(({ hasSign }) => hasSign)).toEqual([true, false])

    const room = { left: 0, top: 0, right: 200, bottom: 200 }
    const sign = { x: 118, y: 100, size: 10 }
    const [place] = placeNames(
      [{ x: 100, y: 100, size: 8 }],
      [{ width: 40, isOwn: false }],
      16,
      room,
      [sign],
    )
    expect(place?.x).toBeLessThan(100)
  })
})

test('a chart has room beside its last year for the names that stand out there', () => {
  const rightOf = (numbers: readonly (readonly number[])[], nameOf?: (at: number) => string) => {
    const { answer, facet, theme } = drawing(numbers, nameOf)
    const units = [...answer.units.keys()]
    const input = { answer, facet, units, scale: 'linear' as const, breaks: [], focus: null }
    const model = stripChart({ ...input, theme, width: 600, description: '' })
    return (model.option as unknown as { readonly grid: { readonly right: number } }).grid.right
  }
  const years = Array.from({ length: 6 }, (_, at) => 10 + at)

  expect(rightOf([years, years], (at) => `望云岭彝族傣族自治${at}县`)).toBeGreaterThan(50)
  expect(rightOf([years, years])).toBeLessThan(40)
  expect(rightOf([[10], [20]], (at) => `望云岭彝族傣族自治${at}县`)).toBeLessThan(40)
})

test('a name that stands out finds its place before a longer one', () => {
  const room = { left: 95, top: 90, right: 200, bottom: 110 }
  const dots = [100, 100].map((x) => ({ x, y: 100, size: 4 }))
  const names = [
    { width: 60, isOwn: false, standing: 1 },
    { width: 70, isOwn: false },
  ]
  const [first, second] = placeNames(dots, names, 16, room)

  expect([first === null, second === null]).toEqual([false, true])
})
