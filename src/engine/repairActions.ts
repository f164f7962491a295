import { errorFile, offendingRows } from '@/exports/errorFile'
import { errorSheets, repairedRows } from '@/intake/errorRows'
import { AnswerBook, noAnswers, type FileAnswers, type ReplacedRow } from '@/intake/fileAnswers'
import type { GivenFile } from '@/intake/givenFile'
import { readEveryFinding, readFileAgain } from '@/intake/intakeFile'
import { readSource } from '@/intake/readers/readSource'
import { isKeyOf, type RepairedRow } from '@/intake/repairColumns'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { DraftSource } from './mappingProtocol'
import type { DraftSink } from './intakeProtocol'
import type { ErrorFileAsked, RepairApi, RepairAsked, RepairedFile } from './repairProtocol'

/** Rows that are sent back: written with their reasons, and read when they come back. */
export function repairActions(
  sink: () => Pick<DraftSink, 'replaceFile' | 'insertFile'>,
): RepairApi {
  return {
    errorFile: async (asked) => {
      const sheets = await offendingSheets(asked)
      return sheets.length === 0 ? null : errorFile(sheets, asked.format)
    },
    readRepaired: (asked) => readRepaired(asked, sink()),
  }
}

/** A draft lists the first places of a kind; here every row that has one must be. */
async function offendingSheets({ file, ownUnits, within }: ErrorFileAsked) {
  const { documents, findings } = await readEveryFinding(file, { ownUnits, within })
  return errorSheets(documents, offendingRows(findings), {
    registry: createUnitRegistry(ownUnits),
    ...{ within, source: file.source, answers: new AnswerBook(file.answers) },
  })
}

async function sourceFile({ name, path, content }: Pick<GivenFile, 'name' | 'path' | 'content'>) {
  return { name, path, bytes: new Uint8Array(await content.arrayBuffer()) }
}

async function readRepaired(
  { files, draft, ownUnits, within }: RepairAsked,
  sink: Pick<DraftSink, 'replaceFile' | 'insertFile'>,
): Promise<readonly RepairedFile[] | null> {
  const found = await Promise.all(files.map((file) => repairOf(file, draft)))
  const repairs = found.filter((each) => each !== null)
  if (repairs.length < files.length || repairs.length === 0) return null
  const replaced = new Map<string, ReplacedRow[]>()
  const said: RepairedFile[] = []
  for (const { file, rows } of repairs) {
    for (const original of draft) {
      const own = rowsReplaced(original, rows)
      if (own.length === 0) continue
      replaced.set(original.source, [...(replaced.get(original.source) ?? []), ...own])
      said.push({ path: original.path, by: file.name, rows: own.length })
    }
  }
  for (const original of draft) {
    const rows = replaced.get(original.source)
    if (rows === undefined) continue
    const answers = withReplaced(original.answers, rows)
    await sink.replaceFile(await readFileAgain({ ...original, answers }, { ownUnits, within }))
  }
  for (const { file, answers } of repairs) {
    const given = { name: file.name, path: file.name, content: file, answers }
    await sink.insertFile(await readFileAgain(given, { ownUnits, within }), file)
  }
  return said
}

interface Repair {
  readonly file: File
  readonly rows: readonly RepairedRow[]
  readonly answers: FileAnswers
}

/** What a file repairs; null where it has no row that stands for one of the draft. */
async function repairOf(file: File, draft: readonly DraftSource[]): Promise<Repair | null> {
  const documents = await readSource(
    await sourceFile({ name: file.name, path: file.name, content: file }),
  )
  const rows = repairedRows(documents).filter((row) =>
    draft.some(({ source }) => isKeyOf(row, source)),
  )
  const original = draft.find(({ source }) => rows.some((row) => isKeyOf(row, source)))
  if (original === undefined) return null
  return { file, rows, answers: carriedAnswers(original, file.name, rows) }
}

/** What was said of the headings and tables of the original is true of its rows wherever they stand. */
function carriedAnswers(
  { answers, source }: DraftSource,
  file: string,
  rows: readonly RepairedRow[],
): FileAnswers {
  const ownPlace = (sheet: string, row: number) =>
    rows.find((each) => isKeyOf(each, source) && each.sheet === sheet && each.row === row)
  return {
    ...noAnswers,
    headers: answers.headers,
    tables: answers.tables.map((table) => ({ ...table, file })),
    cells: answers.cells.flatMap(({ sheet, row, column, unit }) => {
      const own = ownPlace(sheet, row)
      return own === undefined
        ? []
        : [{ sheet: own.ownSheet, row: own.ownRow, column: column + 1, unit }]
    }),
  }
}

/** The rows of a file of the draft that come in repaired form, be it itself an earlier repair of them. */
function rowsReplaced(
  { source, repairs = [] }: DraftSource,
  rows: readonly RepairedRow[],
): ReplacedRow[] {
  return rows.flatMap((row): ReplacedRow[] => {
    if (isKeyOf(row, source)) return [{ sheet: row.sheet, row: row.row }]
    const earlier = repairs.find(
      (each) => each.source === row.source && each.sheet === row.sheet && each.row === row.row,
    )
    return earlier === undefined ? [] : [{ sheet: earlier.ownSheet, row: earlier.ownRow }]
  })
}

function withReplaced(answers: FileAnswers, rows: readonly ReplacedRow[]): FileAnswers {
  const all = new Map(
    [...answers.replacedRows, ...rows].map((each) => [`${each.row} ${each.sheet}`, each]),
  )
  return { ...answers, replacedRows: [...all.values()] }
}
