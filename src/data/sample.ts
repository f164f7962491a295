import type { Edition } from '@/domain/indicator'
import type { Cell, Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import {
  exampleCity,
  exampleCounties,
  fictionalCounty,
  unitTextIn,
  type FictionalUnit,
} from './sample/fictionalUnits'
import {
  fillProse,
  fillTableFour,
  fillTableTwo,
  firstLevels,
  type Character,
} from './sample/otherTables'
import { plantFaults } from './sample/plantFaults'
import { createRandom, mixSeed, type Random } from './sample/random'
import { applicants, fillTableThree, outcomesOf, type Open } from './sample/tableThree'

export interface SampleSize {
  readonly counties: number
  /** First and last report year, both included. */
  readonly years: readonly [number, number]
}

/** Fictional reports with the units they are of. */
export interface Sample {
  readonly units: readonly Unit[]
  readonly reports: readonly Report[]
}

/**
 * 示例市 with twelve invented counties, report years 2019–2025: every identity of the form holds, but
 * for the faults that `fixtures/README.md` lists.
 */
export function exampleSample(): Sample {
  const size = { counties: exampleCounties.length, years: [2019, 2025] } as const
  const { units, reports } = generateSample(size, 20190101)
  return { units, reports: plantFaults(reports) }
}

/**
 * Fictional reports of any size, the same for the same seed: all identities of the form hold, within a
 * report and from year to year. Codes are 99xxxx.
 */
export function generateSample(size: SampleSize, seed: number): Sample {
  return { units: sampleUnits(size.counties), reports: [...sampleReports(size, seed)] }
}

/** 示例市 and its counties, as own units. */
export function sampleUnits(counties: number): Unit[] {
  return [
    exampleCity,
    ...Array.from({ length: counties }, (_, index) => fictionalCounty(index).unit),
  ]
}

/** The reports of `generateSample` one by one, county after county, for sizes that no memory holds. */
export function* sampleReports({ counties, years }: SampleSize, seed: number): Generator<Report> {
  for (let index = 0; index < counties; index++) {
    yield* countyReports(fictionalCounty(index), years, createRandom(mixSeed(seed, index)))
  }
}

function* countyReports(
  unit: FictionalUnit,
  [first, last]: readonly [number, number],
  random: Random,
): Generator<Report> {
  const character = drawCharacter(random)
  const baseReceived = random.between(12, 110) * Math.sqrt(character.size)
  const leanings = new Map([...outcomesOf('2019'), ...outcomesOf('2021')].map(lean))
  let levels = firstLevels(random, character)
  let open: Open = random.share(random.between(0, 5), applicants)

  function lean([row, weight]: [string, number]): [string, number] {
    return [row, weight * (0.5 + random.next())]
  }

  for (let year = first; year <= last; year++) {
    const edition: Edition = year < 2021 ? '2019' : '2021'
    const activity = character.growth ** (year - first) * (0.9 + 0.2 * random.next())
    const received = Math.max(3, random.around(baseReceived * activity))
    const rows = [...outcomesOf(edition)].map(([row, weight]): [string, number] => [
      row,
      leanings.get(row) ?? weight,
    ])
    const figures = new Map<string, number>()
    levels = fillTableTwo(figures, random, edition, { character, activity, levels })
    open = fillTableThree(figures, random, new Map(rows), received, open)
    fillTableFour(figures, random, year, received)
    fillProse(figures, random, character.size, received)
    yield {
      unit: unitTextIn(year, unit),
      year,
      scope: 'whole',
      edition,
      cells: new Map([...figures].map(([id, value]) => [id, asCell(value)])),
    }
  }
}

function drawCharacter(random: Random): Character {
  return {
    size: 0.4 * 6 ** random.next(),
    growth: 0.97 + 0.12 * random.next(),
    fees: 400 * 12 ** random.next(),
  }
}

function asCell(value: number): Cell {
  return { kind: 'value', value, approximate: false }
}
