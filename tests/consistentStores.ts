import { listFindings, type CheckFinding } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import { generateSample } from '@/data/sample'
import type { ToldText } from '@/data/segment'
import { textRules } from '@/domain/checks/textRules'
import type { Report } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports, toldText } from './foldReports'

const registry = createUnitRegistry([])

/**
 * The first finding of severity error, or on what a text says, on a random store of several counties
 * and years in which everything adds up and every text tells its tables; null where there is none.
 * Sizes and years come from the seed.
 */
export function firstAlarm(seed: number): CheckFinding | null {
  const counties = 1 + (seed % 4)
  const first = 2016 + (seed % 7)
  const years = [first, first + 1 + (seed % 3)] as const
  const { reports } = generateSample({ counties, years }, seed)
  const store = checkCube(foldReports(reports, textOf), registry)
  const page = { first: 0, count: 1 }
  const errors = listFindings(store, { severities: ['error'] }, page)
  const onTexts = listFindings(store, { rules: textRules }, page)
  return errors.findings[0] ?? onTexts.findings[0] ?? null
}

/** A text that tells what the tables of a report have; a cell without a number is not spoken of. */
function textOf({ year, cells }: Report): ToldText {
  const told = sentences.flatMap(([indicator, before, after]) => {
    const cell = cells.get(indicator)
    return cell?.kind === 'value' ? [`${before}${cell.value}${after}`] : []
  })
  return toldText(year, `${year}年，我县推进政务公开。`, ...told)
}

const sentences = [
  ['requests.processed.total', '全年政府信息公开申请共答复', '件。'],
  ['requests.granted.total', '申请中予以公开', '件。'],
  ['requests.carriedOut.total', '结转下年度继续办理的申请', '件。'],
  ['requests.new.naturalPerson', '收到的申请中，自然人', '件。'],
  ['review.total', '因信息公开引起行政复议', '件。'],
  ['litigation.direct.total', '因信息公开未经复议直接起诉', '件。'],
  ['normativeDocuments.issued', '全年制发规范性文件', '件。'],
  ['licensing.decisions', '全年办理行政许可', '件。'],
] as const
