import { runsOf, textOfRuns } from '../asideText'
import { known, NotPlain } from './notPlain'
import { attributesOf, isPlainXml, xmlText } from './xmlText'

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  readonly path: string
  readonly isHidden: boolean
}

/** What the list of a workbook's parts says: its sheets in order, and where its tables are. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[]
  readonly strings: string | null
  readonly styles: string | null
}

/** Reads `xl/workbook.xml` and its relations. Throws `NotPlain`. */
export function workbookParts(workbook: string, relations: string): WorkbookParts {
  if (!isPlainXml(workbook) || !isPlainXml(relations)) throw new NotPlain()
  const targets = new Map<string, { readonly path: string; readonly type: string }>()
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    const found = attributesOf(tag)
    const type = known(found.get('Type')).split('/').at(-1) ?? ''
    const target = xmlText(known(found.get('Target')))
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    targets.set(known(found.get('Id')), { path, type })
  }
  const sheets = [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]): SheetEntry => {
    const found = attributesOf(tag)
    const target = known(targets.get(known(found.get('r:id'))))
    if (target.type !== 'worksheet') throw new NotPlain()
    const state = found.get('state') ?? 'visible'
    return {
      name: xmlText(known(found.get('name'))),
      path: target.path,
      isHidden: state !== 'visible',
    }
  })
  if (sheets.length === 0 || new Set(sheets.map(({ name }) => name)).size < sheets.length)
    throw new NotPlain()
  const only = (type: string) => {
    const all = [...targets.values()].filter((target) => target.type === type)
    if (all.length > 1) throw new NotPlain()
    return all[0]?.path ?? null
  }
  return { sheets, strings: only('sharedStrings'), styles: only('styles') }
}

/** The shared texts of a workbook. Throws `NotPlain`. */
export function sharedTexts(xml: string): string[] {
  if (!isPlainXml(xml)) throw new NotPlain()
  const texts: string[] = []
  let at = xml.indexOf('<si>')
  while (at >= 0) {
    const end = xml.indexOf('</si>', at)
    if (end < 0) throw new NotPlain()
    texts.push(itemText(xml.slice(at + 4, end)))
    at = xml.indexOf('<si>', end)
  }
  if (xml.includes('<si/>') || xml.includes('<si ')) throw new NotPlain()
  return texts
}

/** One text, or the runs of a text in several styles; how it is pronounced is left out. */
export function itemText(xml: string): string {
  const whole = xml.trim()
  if (/^<t(?: [^>]*)?>/.test(whole)) {
    const end = whole.indexOf('</t>')
    if (end < 0) throw new NotPlain()
    return xmlText(whole.slice(whole.indexOf('>') + 1, end))
  }
  const runs = whole.replace(/<rPh\b.*?<\/rPh>/gs, '')
  return textOfRuns(runsOf(runs, xmlText))
}

/** Formats of numbers that every spreadsheet has, as far as they show no dates. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [49, '@'],
])

/**
 * The format of numbers of every style; null for one that may show dates or is not known, which only
 * matters where a number has it. Throws `NotPlain`.
 */
export function numberFormats(xml: string): (string | null)[] {
  if (!isPlainXml(xml)) throw new NotPlain()
  const own = new Map<number, string>()
  for (const [tag] of xml.matchAll(/<numFmt\b[^>]*>/g)) {
    const found = attributesOf(tag)
    own.set(Number(found.get('numFmtId')), xmlText(known(found.get('formatCode'))))
  }
  const start = xml.indexOf('<cellXfs')
  if (start < 0) return []
  const styles = xml.slice(start, known(endOf(xml, start)))
  return [...styles.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => {
    const id = Number(attributesOf(tag).get('numFmtId') ?? '0')
    const format = own.get(id)
    if (format === undefined) return builtIn.get(id) ?? null
    return mayShowDates(format) ? null : format
  })
}

function endOf(xml: string, start: number): number | null {
  const end = xml.indexOf('</cellXfs>', start)
  return end < 0 ? null : end
}

function mayShowDates(format: string): boolean {
  if (format === 'General') return false
  return /[ymdhsebga]/i.test(format.replaceAll(/"[^"]*"|\\./g, ''))
}
