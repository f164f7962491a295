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

/** A page that can be on the wall. */
export interface WallPage {
  readonly path: string
  readonly title: string
}

/** The pages of the wall in their order. */
export const wallPages: readonly WallPage[] = [
  { path: '/overview', title: '总览' },
  ...viewNames.map((name) => ({ path: `/view/${name}`, title: viewTitles[name] })),
  { path: '/change', title: '变化解释' },
  { path: '/summary', title: '汇总表' },
  { path: '/chain', title: '链条' },
]

/** The page of the wall with this path; undefined for any other page. */
export function wallPageOf(path: string): WallPage | undefined {
  return wallPages.find((page) => page.path === path)
}

/** The page of the wall `steps` further on, round and round. */
export function wallPageBeyond(page: WallPage, steps: number): WallPage {
  const { length } = wallPages
  const place = (((wallPages.indexOf(page) + steps) % length) + length) % length
  return wallPages[place] ?? page
}
