import type { HeaderAnswer } from '@/data/rememberedMapping'
import { headerKey, type CellAnswer, type FileAnswers, type TableAnswer } from './fileAnswers'
import type { Encoding } from './readers/encoding/encodings'

/** What was said of a header, or null: it is to be understood by its words again. */
export interface HeaderChange extends Pick<HeaderAnswer, 'header' | 'nth'> {
  readonly answer: HeaderAnswer | null
}

/** The answers with others for some headers. */
export function withHeaders(answers: FileAnswers, changes: readonly HeaderChange[]): FileAnswers {
  const headers = new Map(answers.headers.map((each) => [headerKey(each.header, each.nth), each]))
  for (const { header, nth, answer } of changes) {
    const key = headerKey(header, nth)
    if (answer === null) headers.delete(key)
    else headers.set(key, answer)
  }
  return { ...answers, headers: [...headers.values()] }
}

/** The answers with what is now said of a table beside what was said of it. */
export function withTable(answers: FileAnswers, said: TableAnswer): FileAnswers {
  const isSame = ({ file, sheet }: TableAnswer) => file === said.file && sheet === said.sheet
  const before = answers.tables.find(isSame)
  const others = answers.tables.filter((each) => !isSame(each))
  return { ...answers, tables: [...others, { ...before, ...said }] }
}

/** The answers with the units of single numbers. */
export function withCells(answers: FileAnswers, said: readonly CellAnswer[]): FileAnswers {
  const keyOf = ({ sheet, row, column }: CellAnswer) => `${row} ${column} ${sheet}`
  const cells = new Map([...answers.cells, ...said].map((each) => [keyOf(each), each]))
  return { ...answers, cells: [...cells.values()] }
}

/**
 * The answers with another encoding, of the file itself or of the one at a path inside it; null: it is
 * recognised again.
 */
export function withEncoding(
  answers: FileAnswers,
  encoding: Encoding | null,
  inner: string | null = null,
): FileAnswers {
  const { encoding: before, encodings = [], ...others } = answers
  const own = inner === null ? encoding : (before ?? null)
  const within = encodings.filter(({ file }) => file !== inner)
  if (inner !== null && encoding !== null) within.push({ file: inner, encoding })
  return {
    ...others,
    ...(own === null ? {} : { encoding: own }),
    ...(within.length === 0 ? {} : { encodings: within }),
  }
}
