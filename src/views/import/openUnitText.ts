import type { OpenUnit } from '@/intake/draft'
import type { UnitId, UnitText } from '@/domain/unit'

/** What a file says of a unit, as written. */
export function writtenUnit({ code, name }: UnitText): string {
  return [name, code].filter((part) => part !== '').join(' ') || '（没有写单位）'
}

/** Why a unit is asked about. */
export function openUnitReason({ match, text }: OpenUnit): string {
  switch (match.kind) {
    case 'many':
      return '有几个单位都这样称呼：'
    case 'conflict':
      return `代码 ${text.code} 是一个单位，名称“${text.name}”却是另一个：`
    case 'none':
      return '名册和全国区划里都没有这个写法。'
    case 'one':
      return '请确认是这个单位：'
  }
}

/** The units to choose from, by id; none where nothing fits. */
export function unitCandidates({ match }: OpenUnit): readonly UnitId[] {
  switch (match.kind) {
    case 'many':
      return match.candidates.map(({ id }) => id)
    case 'conflict':
      return [...new Set([match.byCode, ...match.byName].map(({ id }) => id))]
    case 'none':
      return []
    case 'one':
      return [match.unit.id]
  }
}
