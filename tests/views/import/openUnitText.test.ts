import { expect, test } from 'vitest'
import type { Unit } from '@/domain/unit'
import type { OpenUnit } from '@/intake/draft'
import { openUnitReason, unitCandidates, writtenUnit } from '@/views/import/openUnitText'

function unit(code: string): Unit {
  return {
    id: `cn:${code}`,
    code,
    name: '鼓楼区',
    kind: 'county',
    parent: null,
    formerCodes: [],
    formerNames: [],
  }
}

function open(match: OpenUnit['match']): OpenUnit {
  return { placeholder: '?1', text: { code: '320106', name: '鼓楼区' }, match, reports: 2 }
}

test('a shared name offers all that bear it', () => {
  const question = open({ kind: 'many', candidates: [unit('320106'), unit('320302')] })

  expect(unitCandidates(question)).toEqual(['cn:320106', 'cn:320302'])
  expect(openUnitReason(question)).toContain('几个单位')
})

test('a code that contradicts its name offers both, each once', () => {
  const question = open({
    kind: 'conflict',
    byCode: unit('320106'),
    byName: [unit('320302'), unit('320106')],
  })

  expect(unitCandidates(question)).toEqual(['cn:320106', 'cn:320302'])
  expect(openUnitReason(question)).toContain('320106')
})

test('what nobody knows offers nothing', () => {
  expect(unitCandidates(open({ kind: 'none' }))).toEqual([])
})

test('a unit is quoted as it is written, also when it is not', () => {
  expect(writtenUnit({ code: '320106', name: '鼓楼区' })).toBe('鼓楼区 320106')
  expect(writtenUnit({ code: '', name: '' })).toBe('（没有写单位）')
})
