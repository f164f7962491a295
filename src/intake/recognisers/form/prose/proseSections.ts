import type { Prose } from '../../../document'

/** A stretch of running text under one of the six headings, with the places of its pieces. */
export interface ProseSection {
  /** 1 to 6; 0 for what stands before the first heading, or where there are none. */
  readonly number: number
  readonly text: string
  readonly pieces: readonly ProsePiece[]
}

/** Where a piece of a section's text begins, and where it stands in the source. */
export interface ProsePiece {
  readonly from: number
  readonly prose: Prose
}

const HAN = '一二三四五六'
/** The official headings and their common wordings; numbers are often wrong, words hardly ever. */
const headings: readonly (readonly [words: RegExp, number: number])[] = [
  [/总体情况|^概述|主要工作概述|基本(?:工作)?情况/u, 1],
  [/主动公开政府信息情况/u, 2],
  [/收到和处理政府信息公开申请/u, 3],
  [/行政复议.{0,6}行政诉讼/u, 4],
  [/存在.{0,4}问题/u, 5],
  [/其[他它]需要报告/u, 6],
]

/** A sub-heading such as （一）主动公开 says what follows, and ends no sentence. */
const HEADING_LENGTH = 40

/**
 * The running text by the six sections of a report. A line that does not end a sentence goes on in the
 * next one, as a page break leaves it.
 */
export function proseSections(lines: readonly Prose[]): ProseSection[] {
  const sections: { number: number; text: string; pieces: ProsePiece[] }[] = []
  const open = (number: number): void => {
    sections.push({ number, text: '', pieces: [] })
  }
  open(0)
  for (const prose of lines) {
    const heading = headingNumber(prose.text)
    if (heading !== null) {
      open(heading)
      continue
    }
    const section = sections.at(-1)
    if (!section) continue
    section.pieces.push({ from: section.text.length, prose })
    section.text += prose.text + (endsHere(prose.text) ? '\n' : '')
  }
  return sections.filter(({ text }) => text !== '')
}

/** A heading as it is numbered, and the part of a report that its words mean. */
export interface ProseHeading {
  readonly written: number
  readonly meant: number
  readonly prose: Prose
}

/** The headings of the six parts, in order. */
export function proseHeadings(lines: readonly Prose[]): ProseHeading[] {
  return lines.flatMap((prose) => {
    const meant = headingNumber(prose.text)
    const sign = /[一二三四五六]/u.exec(prose.text)?.[0] ?? ''
    return meant === null ? [] : [{ written: HAN.indexOf(sign) + 1, meant, prose }]
  })
}

function headingNumber(text: string): number | null {
  const plain = text.replace(/[\s*#]/gu, '')
  if (plain.length > HEADING_LENGTH || /[。；]/u.test(plain)) return null
  if (!new RegExp(`^(?:[${HAN}][、.．，]|第[${HAN}]部分)`, 'u').test(plain)) return null
  return headings.find(([words]) => words.test(plain))?.[1] ?? null
}

/** Whether a line is a heading or ends a sentence. */
function endsHere(text: string): boolean {
  if (/[。！？；：”’）)]\s*$/u.test(text)) return true
  return (
    text.length <= HEADING_LENGTH &&
    /^\s*(?:[（(][一二三四五六七八九十][)）]|[一二三四五六七八九十\d]+[、.．])/u.test(text)
  )
}
