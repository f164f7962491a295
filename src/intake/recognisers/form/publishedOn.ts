import { PUBLISHED_ON, publicationDay } from '@/domain/publication'
import type { Prose } from '../../document'
import type { ProseFigure } from './prose/readProse'

const STATED =
  /(?:公开|发布|公布)(?:日期|时间)[:：]?\s*(?<day>\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)/u

/** Lines from the top of a page in which it may say when it was published. */
const HEAD = 60

/** 公开日期 as the head of a document states it; null where it does not. */
export function publishedOn(lines: readonly Prose[]): ProseFigure | null {
  for (const { text, line, page } of lines.slice(0, HEAD)) {
    const match = STATED.exec(text.normalize('NFKC'))
    const written = match?.groups?.['day'] ?? ''
    const day = publicationDay(written.replaceAll(/\s/g, ''))
    if (match === null || day === null) continue
    return {
      indicator: PUBLISHED_ON,
      cell: { kind: 'value', value: day, approximate: false },
      sentence: written,
      place: { line, column: match.index + 1, ...(page === undefined ? {} : { page }) },
    }
  }
  return null
}
