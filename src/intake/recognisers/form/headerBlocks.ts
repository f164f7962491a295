import { applicants } from '@/domain/tableThree'
import type { Grid } from '../../document'
import { labelScore } from './labelScore'

/** A cell of a header with the columns (from 0) that it stands over. */
export interface HeaderCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly columns: number
}

/** Rows of a grid (from 0, `until` not included) that head a statutory table and hold no figure. */
export interface HeaderBlock {
  readonly from: number
  readonly until: number
  readonly cells: readonly HeaderCell[]
}

/** What a column holds that the form does not print. */
export type ExtraKind = 'otherYear' | 'change' | 'year' | 'words' | 'rowNumber'

/** Words that the form prints over its columns; this year's, where a column is parted by years. */
const KNOWN =
  /^(?:自然人|商业企业|科研机构|社会公益组织|社会公益|法律服务机构|法律服务|其他|其它|法人或其他组织|申请人情况|信息内容|(?:本年|今年)(?:度|数|新制作|新公开|制发|废止|处理决定|收费|增).*|本年|今年|当年|现行有效件数|对外公开总数量|上一?年项目数量|处理决定数量|采购项目数量|采购总金额.*|结果维持|结果纠正|其他结果|尚未审结|行政复议|行政诉讼|未经复议直接起诉|复议后起诉|总计)$/u

const EXTRA: readonly (readonly [ExtraKind, RegExp])[] = [
  ['rowNumber', /^(?:序号|行次|编号|行号|代码|指标代码)$/u],
  ['otherYear', /^(?:上|去)一?年度?(?:同期)?(?:数|数量|数据|件数|合计|总计|情况)?$/u],
  [
    'change',
    /^(?:(?:同比|环比).{0,12}|(?:较|比|与)(?:上|去)一?年.{0,12}|增(?:减|长|幅)(?:数|率|幅|量|情况|幅度)?(?:\(?%\)?)?|变化(?:数|率|情况|幅度)?|占比.{0,6})$/u,
  ],
  ['year', /^20\d\d年度?(?:数|数量|数据|情况)?$/u],
  [
    'words',
    /^(?:备注|说明|注|附注|注释|备考|(?:填报|数据|情况|备注)说明|(?:备注|说明)\(.*\)|.{0,6}原因(?:说明)?|数据来源|责任(?:科室|单位|部门)|填报(?:人|单位|科室|部门)|审核(?:人|意见)?|单位|计量单位)$/u,
  ],
]

const HAN = /\p{Script=Han}/u
const LONGEST_WORD = 40

function wordOf(text: string): string {
  return text.length > LONGEST_WORD || !HAN.test(text)
    ? ''
    : text.normalize('NFKC').replace(/\s/gu, '')
}

/** What a header names that is no column of the form; null for anything else. */
export function extraKind(text: string): ExtraKind | null {
  const word = wordOf(text)
  return EXTRA.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** What is printed over this year's column where the form has two. */
const THIS_YEAR = '本年'

export function isFormHeader(text: string): boolean {
  return KNOWN.test(wordOf(text))
}

/** Whether a header stands over the labels of table 二, each block of which has one. */
export function isRowHeader(text: string): boolean {
  return wordOf(text) === '信息内容'
}

/** The year that a header names. */
export function yearOf(text: string): string {
  return wordOf(text).slice(0, 4)
}

/** Fewer words of the form make no header. */
const FEWEST_WORDS = 2

/** The headers of statutory tables in a grid, in order; the report's year, where it is known, is this year. */
export function headerBlocks(
  grid: Grid,
  hasFigures: (row: number) => boolean,
  year: number | null,
): HeaderBlock[] {
  const spans = new Map(
    (grid.merges ?? []).map(({ row, column, columns }) => [`${row}:${column}`, columns]),
  )
  const blocks: HeaderBlock[] = []
  let open: HeaderCell[] = []
  const close = (until: number) => {
    const from = open[0]?.row ?? until
    if (open.filter(({ text }) => isFormHeader(text)).length >= FEWEST_WORDS)
      blocks.push({ from, until, cells: open })
    open = []
  }
  grid.rows.forEach((texts, row) => {
    const named = texts.some((text) => isFormHeader(text) || extraKind(text) !== null)
    if (!named || hasFigures(row)) {
      close(row)
      return
    }
    texts.forEach((text, column) => {
      if (text.trim() === '') return
      const isThisYear = extraKind(text) === 'year' && yearOf(text) === String(year)
      const columns = spans.get(`${row}:${column}`) ?? 1
      open.push({ text: isThisYear ? THIS_YEAR : text, row, column, columns })
    })
  })
  close(grid.rows.length)
  return blocks
}

export function isOver({ column, columns }: HeaderCell, at: number): boolean {
  return at >= column && at < column + columns
}

/** The header cells of the seven kinds of applicants, in the form's order; null where one is not there just once. */
export function applicantCells({ cells }: HeaderBlock): HeaderCell[] | null {
  const found = applicants.map(({ label }) => {
    const own = cells.filter(({ text }) => labelScore(text, label) >= 0.86)
    return own.length === 1 ? own[0] : undefined
  })
  const all = found.filter((cell) => cell !== undefined)
  return all.length === applicants.length ? all : null
}

/** Whether a header is that of table 三. */
export function isRequestHeader({ cells }: HeaderBlock): boolean {
  const named = applicants.filter(({ label }) => cells.some(({ text }) => text === label))
  return named.length >= 4
}
