import type { ReportKey } from '@/data/batch'
import type { Draft } from './draft'
import type { DraftCellKey, DraftReportKey } from './reviewProtocol'

/** The user's word on single reports and cells, by a text that names them. */
export type DraftChoices = ReadonlyMap<string, boolean>

/** A word on a report or a cell; it takes the place of all words on parts of it. */
export function withChoice(
  choices: DraftChoices,
  of: DraftReportKey | DraftCellKey,
  takesFile: boolean,
): DraftChoices {
  const key = 'indicator' in of ? cellText(of, of.source, of.indicator) : reportText(of, of.source)
  return new Map([...without(choices, inside(key))]).set(key, takesFile)
}

/** The choices without those on parts of a file, about which there is a word as a whole. */
export function withoutFile(choices: DraftChoices, source: string): DraftChoices {
  return without(choices, inside(JSON.stringify([source])))
}

/**
 * Whether a differing cell takes the file's value: the word on the cell, else on its report, else on
 * its file. Null where there is no word but that on the file.
 */
export function choicesOf(
  { choices }: Draft,
  source: string,
  ofFile: boolean,
): ((report: ReportKey, indicator: string) => boolean) | null {
  const prefix = inside(JSON.stringify([source]))
  if (![...choices.keys()].some((key) => key.startsWith(prefix))) return null
  return (report, indicator) =>
    choices.get(cellText(report, source, indicator)) ??
    choices.get(reportText(report, source)) ??
    ofFile
}

/** Whether there is a word on just this cell. */
export function isChosenAlone({ choices }: Draft, cell: DraftCellKey): boolean {
  return choices.has(cellText(cell, cell.source, cell.indicator))
}

function without(choices: DraftChoices, prefix: string): DraftChoices {
  return new Map([...choices].filter(([key]) => !key.startsWith(prefix)))
}

function reportText({ unit, year, scope }: ReportKey, source: string): string {
  return JSON.stringify([source, unit, year, scope])
}

function cellText({ unit, year, scope }: ReportKey, source: string, indicator: string): string {
  return JSON.stringify([source, unit, year, scope, indicator])
}

/** The beginning of the texts of all parts of what a text names. */
function inside(text: string): string {
  return `${text.slice(0, -1)},`
}
