import { ZipUnpacker } from '../../zip/unpack'
import type { HiddenSpans, Span } from './hiddenSpans'
import { xmlAttribute } from './xmlAttribute'

/** Rows and columns that an .xlsx hides, by the names of its sheets; what is packed was measured before. */
export function hiddenInXlsx(bytes: Uint8Array): ReadonlyMap<string, HiddenSpans> {
  const zip = new ZipUnpacker(bytes)
  const text = (path: string): string => {
    const entry = zip.entries.find((each) => each.path === path)
    const unpacked = entry === undefined ? null : zip.unpack(entry)
    return unpacked === null || 'fault' in unpacked ? '' : new TextDecoder().decode(unpacked.bytes)
  }
  return new Map(
    [...sheetPaths(text)].map(([name, path]) => {
      const xml = text(path)
      return [name, { rows: hiddenRows(xml), columns: hiddenColumns(xml) }]
    }),
  )
}

/** Where the sheets of an .xlsx are, by their names; `text` gives the text of a part. */
export function sheetPaths(text: (path: string) => string): ReadonlyMap<string, string> {
  const relations = text('xl/_rels/workbook.xml.rels')
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      xmlAttribute(tag, 'Id'),
      xmlAttribute(tag, 'Target'),
    ]),
  )
  const sheets = [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)]
  return new Map(
    sheets.map(([tag]) => {
      const target = targets.get(xmlAttribute(tag, 'r:id')) ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return [xmlAttribute(tag, 'name'), path]
    }),
  )
}

/** The columns that the XML of a sheet, or what stands before its cells, hides. */
export function hiddenColumns(xml: string): Span[] {
  return [...xml.matchAll(/<col [^>]*>/g)].flatMap(([tag]) =>
    isHiddenTag(tag)
      ? [{ from: Number(xmlAttribute(tag, 'min')) - 1, to: Number(xmlAttribute(tag, 'max')) - 1 }]
      : [],
  )
}

/** Whether the tag of a row or a column hides it. */
export function isHiddenTag(tag: string): boolean {
  return / hidden="(?:1|true)"/.test(tag)
}

function hiddenRows(xml: string): Span[] {
  let row = -1
  return [...xml.matchAll(/<row\b[^>]*>/g)].flatMap(([tag]) => {
    row = Number(xmlAttribute(tag, 'r') || row + 2) - 1
    return isHiddenTag(tag) ? [{ from: row, to: row }] : []
  })
}
