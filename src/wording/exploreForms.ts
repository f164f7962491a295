/** The forms in which a figure can be looked at, in the order in which they are offered. */
export const exploreForms = [
  'trend',
  'multiples',
  'ranking',
  'bump',
  'heat',
  'map',
  'matrix',
  'strip',
  'scatter',
  'composition',
  'flow',
] as const
export type ExploreForm = (typeof exploreForms)[number]

export const exploreTitles: Readonly<Record<ExploreForm, string>> = {
  trend: '趋势',
  multiples: '小多图',
  ranking: '排名',
  bump: '名次变化',
  heat: '热力图',
  map: '地图',
  matrix: '县×指标',
  strip: '分布',
  scatter: '散点',
  composition: '构成',
  flow: '流向',
}

/** The form of a query; the first for any other text. */
export function exploreFormOf(text: unknown): ExploreForm {
  return exploreForms.find((form) => form === text) ?? 'trend'
}

/** The form `steps` further on, round and round. */
export function formBeyond(form: ExploreForm, steps: number): ExploreForm {
  const { length } = exploreForms
  const place = (((exploreForms.indexOf(form) + steps) % length) + length) % length
  return exploreForms[place] ?? form
}
