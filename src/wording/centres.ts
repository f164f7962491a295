import type { Centre, CentreKind } from '@/analysis/centres'
import { roundedNotToZero } from '@/analysis/decimal'
import type { NumberStyle } from './answers'
import { numberText } from './answers'

/** Each statistic by its own name: an average that does not say which is misread. */
export const centreNames: Readonly<Record<CentreKind, string>> = {
  mean: '平均数',
  weightedMean: '加权平均',
  median: '中位数',
  lowerQuartile: '下四分位',
  upperQuartile: '上四分位',
}

/** How each is computed. */
export const centreDefinitions: Readonly<Record<CentreKind, string>> = {
  mean: '各单位的数同权平均',
  weightedMean: '分子之和 ÷ 分母之和，大县占的分量大',
  median: '一半单位在其上，一半在其下',
  lowerQuartile: '四分之一的单位在其下',
  upperQuartile: '四分之一的单位在其上',
}

/** `中位数 30.80%（n = 11）`. */
export function centreText(kind: CentreKind, { value, n }: Centre, style: NumberStyle): string {
  if (Number.isNaN(value)) return `${centreNames[kind]} 无`
  return `${centreNames[kind]} ${centreNumber(value, style)}（n = ${n}）`
}

/** A mean of counts has no more meaning behind its second decimal, unless all before it is 0. */
export function centreNumber(value: number, style: NumberStyle): string {
  const isPlain = style.kind === 'number' || style.kind === 'index'
  return numberText(isPlain ? roundedNotToZero(value, 2) : value, style)
}
