import type { BoundaryFault } from '@/intake/boundaries/readBoundaries'
import { sizeText } from './sizeText'

/** Why a boundary file was refused, and what to do. */
export function boundaryFaultText(fault: BoundaryFault): string {
  const advice = '请给 GeoJSON 文件（FeatureCollection，内有 Polygon 或 MultiPolygon）。'
  switch (fault.kind) {
    case 'too-large':
      return `文件有 ${sizeText(fault.bytes)}，太大。请先化简边界，或只留要比较的县。`
    case 'not-json':
      return `第 ${fault.line} 行第 ${fault.column} 列起不是 JSON，读到“${fault.raw}”。${advice}`
    case 'not-geojson':
      return `不是 GeoJSON：type 是“${fault.type}”，不是 FeatureCollection。${advice}`
    case 'no-polygons':
      return `${fault.features} 个图形里没有一个面。${advice}`
    case 'bad-position':
      return `第 ${fault.feature} 个图形的坐标不是成对的数。${advice}`
    case 'too-many-positions':
      return `坐标点超过 ${fault.most.toLocaleString('zh-CN')} 个。请先化简边界，或只留要比较的县。`
  }
}

/** An area by what its file calls it. */
export function boundaryName({
  name,
  code,
}: {
  readonly name: string
  readonly code: string
}): string {
  return [name, code].filter((text) => text !== '').join(' ') || '没有名称和代码的图形'
}

/** Why an area has no unit. */
export function unmatchedReason(
  kind: 'many' | 'conflict' | 'none',
  candidates: readonly string[],
): string {
  if (kind === 'none') return '没有这个代码或名称的单位'
  const names = candidates.join('、')
  return kind === 'many' ? `同名的有 ${names}` : `代码和名称不是同一单位：${names}`
}
