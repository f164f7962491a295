import { expect, test } from 'vitest'
import { groupNameProblem } from '@/views/compare/groupNames'

const groups = [{ id: '1', name: '山区县', units: ['cn:990101'] }]

test('a group needs a name of its own, and may keep the one it has', () => {
  expect(groupNameProblem('平原县', groups, null)).toBe('')
  expect(groupNameProblem('山区县 ', groups, '1')).toBe('')
  expect(groupNameProblem(' 山区县', groups, null)).toBe('已经有一个组叫“山区县”。')
  expect(groupNameProblem('  ', groups, null)).toBe('组名不能是空的。')
  expect(groupNameProblem('县'.repeat(31), groups, null)).toBe('组名最多 30 个字。')
})
