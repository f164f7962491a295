import { PUBLISHED_ON, publicationDay } from '@/domain/publication'
import type { Cell } from '@/domain/report'
import { addressCell, WEB_ADDRESS, webAddress } from '@/domain/webAddress'
import type { Prose } from '../../document'
import type { ProseFigure } from './prose/readProse'

/** The surest first: what the page calls itself, then where a browser found it. */
const ADDRESS_NAMES: readonly string[] = ['canonical', 'url', 'og:url', 'saved from url']
const DAY_NAMES: readonly string[] = ['pubdate', 'publishdate', 'article:published_time']

const STATEMENT = /^(?<name>[^:]+(?::url|:published_time)?): (?<text>.+)$/u

/** The title of the page in its head, without the name of the site behind it; empty: it has none. */
export function headTitle(statements: readonly Prose[]): string {
  const texts = statements.map(({ text }) => STATEMENT.exec(text)?.groups)
  const title = texts.find((groups) => groups?.['name'] === 'title')?.['text'] ?? ''
  return title.split(/[_|]| [-–—] /u)[0]?.trim() ?? ''
}

/** Where a page says in its head that it was made public; null where it does not. */
export function headAddress(statements: readonly Prose[]): ProseFigure | null {
  return figuresOf(statements, ADDRESS_NAMES, WEB_ADDRESS, addressOf)[0] ?? null
}

/** Every day on which a page says in its head that it was made public. */
export function headDays(statements: readonly Prose[]): ProseFigure[] {
  return figuresOf(statements, DAY_NAMES, PUBLISHED_ON, dayOf)
}

function figuresOf(
  statements: readonly Prose[],
  names: readonly string[],
  indicator: string,
  read: (text: string) => Cell | null,
): ProseFigure[] {
  return names.flatMap((name) =>
    statements.flatMap(({ text, line }): ProseFigure[] => {
      const groups = STATEMENT.exec(text)?.groups
      if (groups?.['name']?.toLowerCase() !== name) return []
      const said = groups['text'] ?? ''
      const cell = read(said)
      const column = text.length - said.length + 1
      return cell === null ? [] : [{ indicator, cell, sentence: said, place: { line, column } }]
    }),
  )
}

/** The home page of a site is no address of a report. */
function addressOf(text: string): Cell | null {
  const address = webAddress(text)
  if (address === null) return null
  const { pathname, search, hash } = new URL(address)
  return pathname.length + search.length + hash.length <= 1 ? null : addressCell(address)
}

function dayOf(text: string): Cell | null {
  const day = publicationDay(text)
  return day === null ? null : { kind: 'value', value: day, approximate: false }
}
