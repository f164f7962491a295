import type { Finding } from '@/domain/finding'
import type { Prose, SourceDocument } from '../../document'
import { headerFault } from '../headerFault'
import { documentLines } from './documentLines'
import { reportTitle } from './reportTitle'

/** Kinds of documents that a person writes; in others there is a table, and a title above it at most. */
const written: ReadonlySet<SourceDocument['kind']> = new Set(['html', 'docx', 'pdf', 'text'])

/** Words of other documents that public bodies publish, most telling first. */
const others: readonly (readonly [words: RegExp, what: string])[] = [
  [/部门预算|预算公开|预算(?:草案|报告|说明)/u, '预算'],
  [/部门决算|决算公开|决算(?:草案|报告|说明)/u, '决算'],
  [/法治政府建设/u, '法治政府建设年度报告'],
  [/政府网站(?:年度)?(?:工作)?年度?报表|新媒体监管年度报表/u, '政府网站工作年度报表'],
  [/行政执法(?:年度)?(?:统计|数据|报告)/u, '行政执法统计年报'],
  [
    /行政许可(?:实施)?(?:和监督管理)?(?:情况)?(?:的)?(?:年度)?(?:工作)?报告/u,
    '行政许可实施情况年度报告',
  ],
  [/政务服务(?:年度)?(?:工作)?报告/u, '政务服务工作报告'],
  [/绩效(?:自评|评价)(?:工作)?报告/u, '绩效评价报告'],
  [/政府工作报告/u, '政府工作报告'],
  [/国民经济和社会发展/u, '国民经济和社会发展公报'],
  [/信息公开指南/u, '信息公开指南'],
  [/依申请公开(?:申请表|答复|告知书)/u, '依申请公开文书'],
  [/行政复议(?:工作)?(?:年度)?报告/u, '行政复议工作报告'],
]

/** What other documents are called; a sentence may have the same words. */
const titles: readonly (readonly [words: RegExp, what: string])[] = [
  [/三公.{0,2}经费/u, '“三公”经费说明'],
  [/审计(?:工作|结果)?(?:报告|公告)/u, '审计报告'],
  [/国有资产管理.*报告/u, '国有资产管理情况报告'],
  [/(?:招标|中标|成交|采购)(?:结果)?公告/u, '采购公告'],
  [/统计(?:年报|年鉴|月报|公报)|(?:环境|质量|水资源)状况公报/u, '统计或专业公报'],
  [/(?:权责|权力|责任|事项|服务)清单|(?:办事|服务)指南|事项目录/u, '清单或目录'],
  [/信息公开(?:基本)?目录|公开事项标准目录/u, '信息公开目录'],
  [/(?:许可|处罚|强制).*(?:公示|公告)/u, '行政许可、处罚公示'],
  [/政务公开(?:工作)?(?:要点|方案|计划)/u, '政务公开工作要点'],
  [/名单|名录|通讯录|联系方式/u, '名单或通讯录'],
  [/工作(?:总结|计划|要点|方案)$/u, '工作总结或计划'],
  [/(?:通知|公告|公示|函)$/u, '通知或公告'],
]

/** Longer lines are sentences. */
const LONGEST_TITLE = 50

/** Until this year reports had no statutory tables, or those of 国办发〔2014〕32号. */
const LAST_OLDER_YEAR = 2018
const OLDER_TABLE = /政府信息公开情况统计表/u
const OLDER_ROWS: readonly RegExp[] = [
  /主动公开政府信息数/u,
  /收到申请数/u,
  /申请办结数/u,
  /申请答复数/u,
  /制发规范性文件总数/u,
]

/**
 * Says what a document is that has not the statutory form: such a report by its title, but without its
 * tables; a report on something else; or nothing that we know. False where the document is a table.
 */
export function noteNoForm(document: SourceDocument): Finding | null {
  const lines = documentLines(document)
  const older = olderReport(document, lines)
  if (older !== null) return older
  if (!written.has(document.kind)) return otherReport(document, lines)
  const place = { file: document.file }
  const title = reportTitle(lines)
  if (title !== null) {
    return {
      code: 'form-tables-missing',
      severity: 'error',
      place: { ...place, row: title.line.line },
      raw: title.text,
    }
  }
  const other = otherReport(document, lines)
  if (other !== null) return other
  // A table that lacks a header for unit or year is told so by who reads tables.
  if (document.grids.some(({ rows }) => isNearlyTable(rows.slice(0, SEARCHED_ROWS)))) return null
  const [first] = lines
  return {
    code: 'form-other-report',
    severity: 'error',
    place,
    ...(first === undefined ? {} : { raw: first.text.slice(0, 80) }),
  }
}

/** A report from before the statutory form: by its title, or by the table that reports had then. */
function olderReport(
  { file, kind, grids }: SourceDocument,
  lines: readonly Prose[],
): Finding | null {
  const title = reportTitle(lines)
  const texts = [...lines.map(({ text }) => text), ...grids.flatMap(({ rows }) => rows.flat())]
  const plain = texts.map((text) => text.replace(/\s/g, ''))
  const rows = OLDER_ROWS.filter((words) => plain.some((text) => words.test(text)))
  const isOlder = title !== null && title.year !== null && title.year <= LAST_OLDER_YEAR
  const isCalledSo = plain.some((text) => OLDER_TABLE.test(text))
  const hasTable = rows.length > (isCalledSo ? 0 : 1) && (isCalledSo || written.has(kind))
  if (!isOlder && !hasTable) return null
  return {
    code: 'form-older',
    severity: 'error',
    place: { file, ...(title === null ? {} : { row: title.line.line }) },
    ...(title === null ? {} : { raw: title.text }),
  }
}

/** What the head of a document names: a report or paper on something else, or a text in another language. */
function otherReport(
  { file, kind, grids }: SourceDocument,
  lines: readonly Prose[],
): Finding | null {
  const head = lines.slice(0, SEARCHED_ROWS).map((line) => ({
    line,
    text: line.text.replace(/\s/g, ''),
  }))
  const short = head.filter(({ text }) => text.length <= LONGEST_TITLE && !/[。；]/u.test(text))
  // A sheet that is nearly a table of reports may be called anything.
  const isSheet = !written.has(kind) && grids.some(({ rows }) => isNearlyTable(rows))
  for (const [among, known] of [
    [head, others],
    [isSheet ? [] : short.slice(0, TITLE_LINES), titles],
  ] as const) {
    for (const [words, what] of known) {
      const found = among.find(({ text }) => words.test(text))
      if (found !== undefined) return otherThan(file, found.line, what)
    }
  }
  const [first] = lines
  const isForeign = isInLatin(head.map(({ text }) => text).join(''))
  return first !== undefined && isForeign ? otherThan(file, first, '外文资料') : null
}

function otherThan(file: string, { line, text }: Prose, what: string): Finding {
  return {
    code: 'form-other-report',
    severity: 'error',
    place: { file, row: line },
    raw: text.slice(0, 80),
    detail: { what },
  }
}

/** Lines of a head in which its title stands. */
const TITLE_LINES = 5
/** Fewer letters are a code or a name. */
const FEWEST_LETTERS = 40

function isInLatin(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return latin >= FEWEST_LETTERS && latin > 10 * han
}

const SEARCHED_ROWS = 40

function isNearlyTable(rows: Parameters<typeof headerFault>[0]): boolean {
  return headerFault(rows).some(({ code }) => code !== 'layout-unknown')
}
