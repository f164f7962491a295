import type { Finding } from '@/domain/finding'
import type { Scope } from '@/domain/report'
import { ANSWERED } from '../cross/surroundings'
import type { Said } from './identitySaid'

/** What the title does not say, and what says it instead. */
export function inferred(
  code: 'form-unit-inferred' | 'form-year-inferred',
  said: Said<string | number> | undefined,
  place: Finding['place'],
): Finding[] {
  if (!said || said.by === '标题') return []
  return [{ code, severity: 'info', place, detail: { taken: said.value, by: said.by } }]
}

/** What of the things said is not what was taken, each with who says it and in which words. */
export function disagreeing<T extends string | number>(
  code: 'form-unit-conflict' | 'form-year-conflict',
  taken: Said<T> | undefined,
  said: readonly Said<T>[],
  isSame: (one: T, other: T) => boolean | null,
  place: Finding['place'],
): Finding[] {
  if (!taken) return []
  const other = said.find(({ value }) => isSame(taken.value, value) === false)
  if (!other) return []
  const agreeing = (value: T) => said.filter((each) => isSame(value, each.value) === true)
  const third = said.find(
    ({ value }) => isSame(taken.value, value) === false && isSame(other.value, value) === false,
  )
  const detail = {
    ...sides('taken', 'by', 'words', taken.value, agreeing(taken.value)),
    ...sides('other', 'otherBy', 'otherWords', other.value, agreeing(other.value)),
    ...(third && sides('third', 'thirdBy', 'thirdWords', third.value, agreeing(third.value))),
  }
  return [{ code, severity: 'warning', place, ...whose(taken.value), detail }]
}

/** One side of a disagreement, as facts of a finding. */
function sides<T extends string | number>(
  valueName: string,
  byName: string,
  wordsName: string,
  value: T,
  said: readonly Said<T>[],
): Record<string, string | number> {
  return {
    [valueName]: value,
    [byName]: said.map(({ by }) => by).join('、'),
    [wordsName]: said.map(({ words }) => words).join('；'),
  }
}

function whose(value: string | number): Pick<Finding, 'unit' | 'year'> {
  return typeof value === 'number' ? { year: value } : { unit: value }
}

/**
 * Whose figures they are stays open where a title names both government and office (绥阳县人民政府（县人民
 * 政府办公室）), where title and file name differ in it, and where only who compiled it is known.
 */
export function unclearScope(
  scopes: readonly Said<Scope>[],
  unit: Said<string> | undefined,
  place: Finding['place'],
): Finding[] {
  const code = 'form-scope-unclear'
  const [taken = NOT_SAID] = scopes
  if (taken.by === ANSWERED)
    return [{ code, severity: 'info', place, detail: { taken: taken.value, by: ANSWERED } }]
  const other = scopes.find(({ value }) => value !== taken.value) ?? otherScope(scopes, unit)
  if (unit === undefined || other === null) return []
  const detail = {
    ...{ taken: taken.value, by: taken.by, words: taken.words },
    ...{ other: taken.value === 'whole' ? 'office' : 'whole' },
    ...{ otherBy: other.by, otherWords: other.words },
  }
  return [{ code, severity: 'warning', place, raw: unit.value, unit: unit.value, detail }]
}

/** Nothing says the scope: it is taken for that of the whole county. */
const NOT_SAID = { value: 'whole', by: '', words: '' } as const

/** What speaks for the other scope than the one that is said, or for the office where none is. */
function otherScope(
  scopes: readonly Said<Scope>[],
  unit: Said<string> | undefined,
): Said<string> | null {
  if (unit === undefined) return null
  const isBoth = /政府[（(].*办公室[）)]$|政府.*[、和及].*办公室$/u.test(unit.value)
  const isCompiler = scopes.length === 0 && unit.by === '正文' && /办公室$/u.test(unit.value)
  return isBoth || isCompiler ? unit : null
}
