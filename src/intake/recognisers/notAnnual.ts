import type { Finding } from '@/domain/finding'
import type { Grid } from '../document'
import { placeIn } from './recognition'
import { rowNumber } from './tableHeader'

/** Part of a year: `上半年`, `一季度`, `1-6月`, `截至6月30日`; all twelve months are a year. */
const PART =
  /[上下]半年|半年(?:度|报)|第?[一二三四1-4]季度|前[一二三四五六七八九十\d]{1,2}个?(?:月|季度)|(?<!\d)(?!0?1\s*月?\s*[-—–~～至到]\s*12\s*月)\d{1,2}\s*月?\s*[-—–~～至到]\s*\d{1,2}\s*月|截[至止](?:到)?\s*(?:20\d\d\s*年)?\s*(?:0?[1-9]|1[01])月/u
/** What is counted, planned or ranked from figures, and is none of a report. */
const OTHER = /排名|排行|目标(?:任务|数|值)|任务分解|预算|计划数|增减|增幅|增长率|占比|得分|评分/u

/** Lines above a table that are its title. */
const TITLE_LINES = 6

/** The words of a title that make what stands below it a part of a year; null: it has none. */
export function partOfYear(title: string): string | null {
  return PART.exec(title)?.[0] ?? null
}

/** What title, sheet name or file name say of a table that makes it none of a year's report. */
export function notAnnual(grid: Grid, file: string): Finding[] {
  const titles = grid.rows.slice(0, TITLE_LINES).flatMap((cells, row) => {
    const [only, ...others] = cells.filter((text) => text.trim() !== '')
    return only === undefined || others.length > 0
      ? []
      : [{ by: '标题', text: only, row: rowNumber(grid, row) }]
  })
  const named = [
    ...titles,
    { by: '工作表名', text: grid.name, row: undefined },
    { by: '文件名', text: file.split('/').at(-1) ?? '', row: undefined },
  ]
  const found = named.flatMap(({ by, text, row }) => {
    const words = partOfYear(text) ?? OTHER.exec(text)?.[0]
    return words === undefined || text.length > LONGEST_TITLE ? [] : [{ by, text, row, words }]
  })
  const [first] = found
  if (first === undefined) return []
  const { by, text, row, words } = first
  const place = placeIn(file, grid.name, row)
  return [
    { code: 'table-not-annual', severity: 'warning', place, raw: text, detail: { by, words } },
  ]
}

/** A longer line is a sentence. */
const LONGEST_TITLE = 60
