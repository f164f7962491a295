import { expect, test } from 'vitest'
import { consistentStore, firstAlarm, type StoreTraits } from '../consistentStores'

test('200 stores of consistent reports have no finding of severity error', () => {
  const traits: StoreTraits[] = []
  for (let seed = 1; seed <= 200; seed++) {
    const store = consistentStore(seed)
    traits.push(store.traits)
    expect([seed, firstAlarm(store)]).toEqual([seed, null])
  }
  // What makes them unlike one another is in many of them, so that no finding means something.
  const withSome = (trait: Exclude<keyof StoreTraits, 'editions'>) =>
    traits.filter((each) => each[trait] > 0).length
  expect(traits.filter(({ editions }) => editions.size === 2).length).toBeGreaterThan(30)
  for (const trait of ['addresses', 'own', 'auxiliary', 'corrections', 'blanks', 'gaps'] as const)
    expect([trait, withSome(trait) > 60]).toEqual([trait, true])
  for (const trait of ['cities', 'organs', 'singleRows'] as const)
    expect([trait, withSome(trait) > 25]).toEqual([trait, true])
}, 120_000)
