import { onScopeDispose, shallowRef, watchEffect, type ShallowRef } from 'vue'

/** The years that the page on screen can be stepped through. */
export interface YearSteps {
  /** The one that it shows. */
  readonly year: number
  /** In order; the year shown need not be one of them. */
  readonly years: readonly number[]
  readonly go: (year: number) => void
}

/** How long each year stands while they are played. */
const EACH_YEAR = 2000

const offered = shallowRef<YearSteps | null>(null)
const playing = shallowRef(false)
let timer = 0

/** What the page on screen offers; null where it shows no single year, or has only one. */
export const yearSteps: Readonly<ShallowRef<YearSteps | null>> = offered

/** Whether the years are gone through by themselves. */
export const isPlaying: Readonly<ShallowRef<boolean>> = playing

/** Offers the years of a page for as long as the page is there. */
export function offerYears(stepsOf: () => YearSteps | null): void {
  let own: YearSteps | null = null
  watchEffect(() => {
    const steps = stepsOf()
    own = steps !== null && steps.years.length > 1 ? steps : null
    offered.value = own
    if (own === null) pauseYears()
  })
  onScopeDispose(() => {
    // The next page may have made its own offer by now.
    if (offered.value !== own) return
    offered.value = null
    pauseYears()
  })
}

/** The next year on one side of the one shown; null at the end. */
export function yearBeyond({ year, years }: YearSteps, steps: 1 | -1): number | null {
  const beyond =
    steps > 0 ? years.find((each) => each > year) : years.findLast((each) => each < year)
  return beyond ?? null
}

/** Shows the year before or after; who steps by hand has stopped the playing. */
export function stepYear(steps: 1 | -1): void {
  pauseYears()
  advance(steps)
}

/** Goes through the years to the last, from the first again where the last is shown; or stops. */
export function togglePlaying(): void {
  if (playing.value) pauseYears()
  else play()
}

/** Stops where it is. */
export function pauseYears(): void {
  clearTimeout(timer)
  playing.value = false
}

function play(): void {
  const steps = offered.value
  const first = steps?.years[0]
  if (!steps || first === undefined) return
  playing.value = true
  if (yearBeyond(steps, 1) === null) steps.go(first)
  else advance(1)
  timer = window.setTimeout(goOn, EACH_YEAR)
}

function goOn(): void {
  if (!advance(1)) pauseYears()
  else timer = window.setTimeout(goOn, EACH_YEAR)
}

/** False at the end. */
function advance(steps: 1 | -1): boolean {
  const next = offered.value && yearBeyond(offered.value, steps)
  if (next === null) return false
  offered.value?.go(next)
  return true
}
