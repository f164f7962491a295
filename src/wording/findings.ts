import type { Finding, FindingCode } from '@/domain/finding'
import { cellFindings } from './cellFindings'
import type { FindingText } from './findingWords'
import { formFindings } from './formFindings'
import { columnSort, placeText } from './placeText'
import { readingFindings } from './readingFindings'
import { recognisingFindings } from './recognisingFindings'

const texts: Readonly<Record<FindingCode, FindingText>> = {
  ...readingFindings,
  ...recognisingFindings,
  ...formFindings,
  ...cellFindings,
}

/** Whether a text is the code of a finding. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(texts, text)
}

/**
 * A finding in Chinese: what was read and what to do, without its place. Findings of one kind that
 * were counted but not listed are mentioned at the last one listed.
 */
export function findingMessage(finding: Finding): string {
  const more = finding.detail?.more
  const rest = more === undefined ? '' : `（同类问题还有 ${more} 处，未逐一列出）`
  return texts[finding.code](finding) + rest
}

/** A finding with its file and place before it, as the command line prints it. */
export function findingLine(finding: Finding): string {
  const { file } = finding.place
  const place = placeText(finding.place, columnSort(file))
  const where = [file, place].filter((part) => part !== '').join(' ')
  return `${where}：${findingMessage(finding)}`
}
