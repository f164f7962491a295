import type { UnitGroup } from '@/domain/unitGroup'

const LONGEST = 30

/** Why a group cannot have this name, in words; empty if it can. `own`: the group that is renamed. */
export function groupNameProblem(
  name: string,
  groups: readonly UnitGroup[],
  own: string | null,
): string {
  const wanted = name.trim()
  if (wanted === '') return '组名不能是空的。'
  if (wanted.length > LONGEST) return `组名最多 ${LONGEST} 个字。`
  const isTaken = groups.some((group) => group.name === wanted && group.id !== own)
  return isTaken ? `已经有一个组叫“${wanted}”。` : ''
}
