import type { FileKind, SourceDocument, SourceFile } from '../document'
import { readCsv } from './csv/readCsv'
import { decode } from './decode'
import { encodingOf, type ChosenEncodings } from './encoding/encodings'
import { readWorkbook } from './excel/readWorkbook'
import { isMht } from './html/isMht'
import { readHtml } from './html/readHtml'
import { readJson } from './json/readJson'
import { readPastedText } from './pastedFile'
import { readText } from './text/readText'

/** What the user may say of a file that its bytes do not. */
export interface ReadOptions extends ChosenEncodings {
  readonly delimiter?: string
  /** How many places of one kind of fault in a table are listed; else `limits.findingsOfOneKind`. */
  readonly places?: number
}

/** Reads a file that is known to be of one kind. Never throws on bad data: that is a finding. */
export type Reader = (file: SourceFile, options: ReadOptions) => Promise<SourceDocument>

/** The readers there are; a kind that is not here is reported as unsupported. */
export const readersByKind: ReadonlyMap<FileKind, Reader> = new Map<FileKind, Reader>([
  [
    'csv',
    characters('csv', (text, file, options) =>
      readCsv(text, file, delimiterOf(options), options.places),
    ),
  ],
  ['json', characters('json', pastedOrJson)],
  ['html', page],
  ['text', characters('text', readText)],
  ['xlsx', workbook('xlsx')],
  ['xls', workbook('xls')],
  ['ods', workbook('ods')],
  ['docx', async ({ bytes, path }) => (await import('./docx/readDocx')).readDocx(bytes, path)],
  ['pdf', async ({ bytes, path }) => (await import('./pdf/readPdf')).readPdf(bytes, path)],
])

type TextReader = (text: string, file: string, options: ReadOptions) => Partial<SourceDocument>

function characters(kind: FileKind, read: TextReader): Reader {
  return (file, options) => {
    const decoded = decode(file.bytes, { file: file.path, ...encodingOf(options) })
    const nothing = { file: file.path, kind, grids: [], prose: [] }
    if (decoded.text === null) return Promise.resolve({ ...nothing, findings: decoded.findings })
    const table = read(decoded.text, file.path, options)
    // A reader that looks cell by cell knows better places than lines.
    const said = kind === 'csv' ? decoded.findings.filter(isOfFile) : decoded.findings
    return Promise.resolve({
      ...nothing,
      ...table,
      ...(decoded.encoding === null ? {} : { encoding: decoded.encoding }),
      findings: [...said, ...(table.findings ?? [])],
    })
  }
}

/** A pasted range is kept as JSON. */
function pastedOrJson(text: string, file: string): Partial<SourceDocument> {
  return readPastedText(text, file) ?? readJson(text, file)
}

/** A page as saved: of markup alone, or (`.mht`) packed as a mail. */
async function page(file: SourceFile, options: ReadOptions): Promise<SourceDocument> {
  if (!isMht(file.bytes)) return characters('html', readHtml)(file, options)
  return (await import('./html/readMht')).readMht(file.bytes, file.path)
}

function isOfFile({ code, detail }: SourceDocument['findings'][number]): boolean {
  return !code.startsWith('text-') || detail?.['removed'] !== undefined
}

function workbook(kind: 'xlsx' | 'xls' | 'ods'): Reader {
  return async ({ bytes, path }, { places }) => {
    const { grids, findings } = await readWorkbook(bytes, path, places)
    return { file: path, kind, grids, prose: [], findings }
  }
}

function delimiterOf({ delimiter }: ReadOptions): { delimiter?: string } {
  return delimiter === undefined ? {} : { delimiter }
}
