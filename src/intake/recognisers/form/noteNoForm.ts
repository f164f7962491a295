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
  [/政府网站(?:年度)?(?:工作)?年度?报表/u, '政府网站工作年度报表'],
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

/**
 * Says what a document is that has not the statutory form: such a report by its title, but without its
 * tables; a report on something else; or nothing that we know. False where the document is a table.
 */
export function noteNoForm(document: SourceDocument): Finding | null {
  const lines = documentLines(document)
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

/** What the head of a document names: a report or paper on something else. */
function otherReport({ file }: SourceDocument, lines: readonly Prose[]): Finding | null {
  const head = lines.slice(0, SEARCHED_ROWS)
  for (const [words, what] of others) {
    const line = head.find(({ text }) => words.test(text.replace(/\s/g, '')))
    if (line === undefined) continue
    return {
      code: 'form-other-report',
      severity: 'error',
      place: { file, row: line.line },
      raw: line.text.slice(0, 80),
      detail: { what },
    }
  }
  return null
}

const SEARCHED_ROWS = 40

function isNearlyTable(rows: Parameters<typeof headerFault>[0]): boolean {
  return headerFault(rows).some(({ code }) => code !== 'layout-unknown')
}
