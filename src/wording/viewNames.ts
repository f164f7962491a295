/** The four comparisons, in the order of the form; also the order of the wall. */
export const viewNames = ['disclosure', 'outcomes', 'enforcement', 'fees'] as const
export type ViewName = (typeof viewNames)[number]

/** Titles of the comparisons. */
export const viewTitles: Readonly<Record<ViewName, string>> = {
  disclosure: '主动公开',
  outcomes: '办理结果',
  enforcement: '行政执法',
  fees: '收费',
}

/** The comparison of a route parameter; undefined for any other text. */
export function viewNameOf(text: unknown): ViewName | undefined {
  return viewNames.find((name) => name === text)
}

/** The comparison `steps` further on, round and round. */
export function viewBeyond(name: ViewName, steps: number): ViewName {
  const { length } = viewNames
  const place = (((viewNames.indexOf(name) + steps) % length) + length) % length
  return viewNames[place] ?? name
}
