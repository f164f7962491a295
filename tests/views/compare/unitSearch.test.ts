import { expect, test } from 'vitest'
import { unitsMatching } from '@/views/compare/unitSearch'

const unit = (code: string, name: string, formerNames: readonly string[] = []) => ({
  id: `cn:${code}`,
  code,
  name,
  fullName: `示例省示例市${name}`,
  kind: 'county' as const,
  parent: null,
  formerNames,
})
const units = [
  unit('990101', '云麓区'),
  unit('990102', '岚云县'),
  unit('990181', '澄砚市', ['澄砚县']),
]
const found = (text: string, limit = 9) => unitsMatching(units, text, limit).map(({ name }) => name)

test('units are found by the beginning of their name first, then by any part of it', () => {
  expect(found('云')).toEqual(['云麓区', '岚云县'])
})

test('units are found by their code and by former names', () => {
  expect(found('9901')).toEqual(['云麓区', '岚云县', '澄砚市'])
  expect(found('澄砚县')).toEqual(['澄砚市'])
})

test('without a text all are offered, up to the limit', () => {
  expect(found(' ', 2)).toEqual(['云麓区', '岚云县'])
})
