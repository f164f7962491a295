import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  isPlaying,
  offerYears,
  stepYear,
  togglePlaying,
  yearBeyond,
  yearSteps,
} from '@/ui/yearSteps'

/** A page that shows one of these years. */
function pageOf(years: readonly number[], first: number) {
  const year = shallowRef(first)
  const scope = effectScope()
  scope.run(() => {
    offerYears(() => ({
      year: year.value,
      years,
      go: (to) => {
        year.value = to
      },
    }))
  })
  return { year, scope }
}

const scopes: EffectScope[] = []
function open(years: readonly number[], first: number) {
  const page = pageOf(years, first)
  scopes.push(page.scope)
  return page
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the year beyond the one shown', () => {
  const go = () => undefined
  test('is the next on record, over a gap and from a year that is not', () => {
    expect(yearBeyond({ year: 2021, years: [2019, 2021, 2024], go }, 1)).toBe(2024)
    expect(yearBeyond({ year: 2021, years: [2019, 2021, 2024], go }, -1)).toBe(2019)
    expect(yearBeyond({ year: 2023, years: [2019, 2021, 2024], go }, -1)).toBe(2021)
  })

  test('is none at the ends', () => {
    expect(yearBeyond({ year: 2024, years: [2019, 2024], go }, 1)).toBeNull()
    expect(yearBeyond({ year: 2019, years: [2019, 2024], go }, -1)).toBeNull()
  })
})

describe('stepping', () => {
  test('goes to the years that the page offers', () => {
    const { year } = open([2022, 2023, 2024], 2023)
    stepYear(1)
    expect(year.value).toBe(2024)
    stepYear(1)
    expect(year.value).toBe(2024)
  })

  test('is not offered of a single year, nor once the page is gone', () => {
    const { scope } = open([2024], 2024)
    expect(yearSteps.value).toBeNull()
    open([2023, 2024], 2024)
    expect(yearSteps.value).not.toBeNull()
    scope.stop()
    expect(yearSteps.value?.years).toEqual([2023, 2024])
  })
})

describe('playing', () => {
  test('goes through all years from the first and stops at the last', async () => {
    const { year } = open([2022, 2023, 2024], 2024)
    const seen: number[] = []
    togglePlaying()
    for (let turn = 0; turn < 4; turn++) {
      await nextTick()
      seen.push(year.value)
      await vi.advanceTimersByTimeAsync(2000)
    }
    expect(seen).toEqual([2022, 2023, 2024, 2024])
    expect(isPlaying.value).toBe(false)
  })

  test('stops at a second press, at a step by hand and with its page', async () => {
    const { year, scope } = open([2022, 2023, 2024, 2025], 2022)
    togglePlaying()
    togglePlaying()
    await vi.advanceTimersByTimeAsync(10_000)
    expect([year.value, isPlaying.value]).toEqual([2023, false])

    togglePlaying()
    await nextTick()
    stepYear(-1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect([year.value, isPlaying.value]).toEqual([2023, false])

    togglePlaying()
    scope.stop()
    expect(isPlaying.value).toBe(false)
  })
})
