import {
  applicantAliases,
  caseResultAliases,
  channelAliases,
  headingAliases,
  keyColumnHeaders,
  requestRowAliases,
  tableTwoColumnAliases,
  tableTwoRowAliases,
  type Aliases,
  type KeyColumn,
} from './aliases'
import { auxiliaryHeaders } from './auxiliary'
import { fullLabel, indicatorById, indicators, isCustom, shortLabel } from './catalogue'
import { PUBLISHED_ON, publicationLabels } from './publication'
import { labelKey, normaliseLabel } from './normaliseLabel'
import { caseIndicator, caseResults, channels } from './tableFour'
import { applicants, requestIndicator, requestRows } from './tableThree'
import { tableTwoBlocks, type TableTwoBlock } from './tableTwo'
import { proseShortLabels } from './proseFigures'
import { addressLabels, WEB_ADDRESS } from './webAddress'

export { normaliseLabel }

/** How a column header can lead to an indicator without the user's word. */
export type LabelEvidence = 'id' | 'label' | 'shortLabel' | 'alias'

export interface IndicatorMatch {
  readonly id: string
  readonly by: LabelEvidence
  /**
   * 1: our id, full or short label. 0.9 and more: its words or known aliases. 0.7: a row without its
   * column, where one column is meant as a rule. 0.3: to be asked about, even if it is the only one.
   */
  readonly confidence: number
  /** The unit of measure that the header names (`…（元）`), null where it names none. */
  readonly unit: string | null
}

type Candidate = Omit<IndicatorMatch, 'unit'>
type LabelIndex = ReadonlyMap<string, readonly Candidate[]>

const CERTAIN = 1
const WORDS = 0.95
const ALIAS = 0.9
/** A row without its column, where one column is meant as a rule. */
const ROW_ALONE = 0.7
/** A row or a column that stands for several indicators. */
const OPEN = 0.3

const UNIT_SUFFIX =
  /[(（[【]\s*(?:单位\s*[:：]?\s*)?(件|项|亿元|万元|元|万人|人|条|期|次|个|%|％)\s*[)）\]】]\s*$/u

/**
 * The indicators that a column header may mean, best first: by id, full label, short label, or any
 * combination of known wordings (`row·column`, `group-row-column`, `row column` …). Empty: none
 * known. More than one: the header is ambiguous (`其他`, `规章`, `处理决定数量`) and must be asked about.
 */
export function matchIndicator(header: string): readonly IndicatorMatch[] {
  const text = header.normalize('NFKC').trim()
  const unit = UNIT_SUFFIX.exec(text)?.[1] ?? null
  if (indicatorById(text) || isCustom(text)) {
    return [{ id: text, by: 'id', confidence: CERTAIN, unit: null }]
  }
  if (publicationLabels.includes(text)) {
    return [{ id: PUBLISHED_ON, by: 'alias', confidence: ALIAS, unit: null }]
  }
  if (addressLabels.includes(text)) {
    return [{ id: WEB_ADDRESS, by: 'alias', confidence: ALIAS, unit: null }]
  }
  index ??= buildIndex()
  const row = printedRows.get(text.replace(/\s/g, ''))
  if (row !== undefined) return [{ id: row, by: 'label', confidence: ROW_ALONE, unit }]
  const found =
    index.get(labelKey(text)) ??
    index.get(labelKey(text.replace(UNIT_SUFFIX, ''))) ??
    index.get(labelKey(text).replace(/^[一二三四五六七八九十]/u, ''))
  return (found ?? []).map((candidate) => ({ ...candidate, unit }))
}

/** Which key column a header names, or null. */
export function matchKeyColumn(header: string): KeyColumn | null {
  return keyColumns.get(labelKey(header)) ?? null
}

const keyColumns: ReadonlyMap<string, KeyColumn> = new Map(
  [...keyColumnHeaders].flatMap(([key, headers]) =>
    headers.map((header): [string, KeyColumn] => [labelKey(header), key]),
  ),
)

/** Rows of table 三 as printed: the number alone tells `（七）总计` and `3.其他` from other words. */
const printedRows: ReadonlyMap<string, string> = new Map(
  requestRows.map(({ id, label }) => [label.normalize('NFKC'), `${id}.total`]),
)

/** Built at the first question: some thousand wordings. */
let index: LabelIndex | undefined

function buildIndex(): LabelIndex {
  const found = new Map<string, Map<string, Candidate>>()
  const add = (label: string, id: string, by: LabelEvidence, confidence: number): void => {
    const key = labelKey(label)
    const candidates = found.get(key) ?? new Map<string, Candidate>()
    if ((candidates.get(id)?.confidence ?? 0) < confidence) {
      candidates.set(id, { id, by, confidence })
    }
    found.set(key, candidates)
  }
  for (const { id } of indicators) {
    add(id, id, 'id', CERTAIN)
    add(fullLabel(id), id, 'label', CERTAIN)
    add(shortLabel(id), id, 'shortLabel', CERTAIN)
  }
  for (const block of tableTwoBlocks) addTableTwo(add, block)
  addTableThree(add)
  addTableFour(add)
  addProse(add)
  for (const [id, headers] of auxiliaryHeaders)
    for (const [at, header] of headers.entries())
      add(header, id, at === 0 ? 'shortLabel' : 'alias', at === 0 ? CERTAIN : ALIAS)
  return new Map(
    [...found].map(([key, candidates]) => [key, ranked(key, [...candidates.values()])]),
  )
}

/** Best first; a certain reading leaves no room for the others, a wording of one indicator is its own. */
function ranked(key: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const certain = candidates.filter((candidate) => candidate.confidence === CERTAIN)
  if (certain.length > 0) return certain
  const [only, ...others] = candidates
  if (only?.confidence === OPEN && others.length === 0 && key.length >= 4) {
    return [{ ...only, confidence: ROW_ALONE }]
  }
  return candidates.toSorted((a, b) => b.confidence - a.confidence)
}

type Add = (label: string, id: string, by: LabelEvidence, confidence: number) => void

interface Wording {
  readonly text: string
  readonly official: boolean
}

function wordings(official: readonly string[], aliases: readonly string[] = []): Wording[] {
  return [
    ...official.map((text) => ({ text, official: true })),
    ...aliases.map((text) => ({ text, official: false })),
  ]
}

interface Part {
  readonly id: string
  readonly label: string
  readonly label2019?: string
  readonly short: string
}

function wordingsOf(part: Part, aliases: Aliases): Wording[] {
  const official = part.label2019 === undefined ? [part.label] : [part.label, part.label2019]
  return wordings(official, [part.short, ...(aliases.get(part.id) ?? [])])
}

function addPair(add: Add, row: Wording, column: Wording, id: string): void {
  const official = row.official && column.official
  add(row.text + column.text, id, official ? 'label' : 'alias', official ? WORDS : ALIAS)
}

function addTableTwo(add: Add, { rows, columns }: TableTwoBlock): void {
  for (const row of rows) {
    const rowTexts = wordingsOf(row, tableTwoRowAliases)
    // The 2021 edition has one column in every block but （一）, so there the row is enough.
    const meant = columns.find(
      ({ id }) => id === 'decisions' || `${row.id}.${id}` === 'fees.amount',
    )
    for (const column of columns) {
      const id = `${row.id}.${column.id}`
      const own = tableTwoColumnAliases.get(id) ?? []
      const columnTexts = [...wordingsOf(column, tableTwoColumnAliases), ...wordings([], own)]
      for (const columnText of columnTexts) {
        for (const rowText of rowTexts) addPair(add, rowText, columnText, id)
        add(columnText.text, id, 'alias', OPEN)
      }
      if (meant && meant !== column) continue
      for (const { text } of rowTexts) add(text, id, 'alias', meant ? ROW_ALONE : OPEN)
    }
  }
}

function addTableThree(add: Add): void {
  for (const row of requestRows) {
    const heading = normaliseLabel(row.heading)
    const headings = heading === '' ? [] : [heading, ...(headingAliases.get(heading) ?? [])]
    const own = wordingsOf(row, requestRowAliases)
    const rowTexts = [
      ...own,
      ...headings.flatMap((text) =>
        own.map((wording) => ({ ...wording, text: text + normaliseLabel(wording.text) })),
      ),
    ]
    for (const applicant of applicants) {
      const id = requestIndicator(row, applicant)
      for (const column of wordingsOf(applicant, applicantAliases)) {
        for (const rowText of rowTexts) addPair(add, rowText, column, id)
        add(column.text, id, 'alias', OPEN)
      }
    }
    for (const { text } of rowTexts) add(text, `${row.id}.total`, 'alias', ROW_ALONE)
  }
}

function addTableFour(add: Add): void {
  for (const channel of channels) {
    const rowTexts = wordingsOf(channel, channelAliases)
    for (const result of caseResults) {
      const id = caseIndicator(channel, result)
      for (const column of wordingsOf(result, caseResultAliases)) {
        for (const rowText of rowTexts) addPair(add, rowText, column, id)
        add(column.text, id, 'alias', OPEN)
      }
    }
    for (const { text } of rowTexts) add(text, `${channel.id}.total`, 'alias', ROW_ALONE)
  }
}

function addProse(add: Add): void {
  for (const id of proseShortLabels.keys()) {
    const label = indicatorById(id)?.rowLabel
    if (label !== undefined) add(label, id, 'label', WORDS)
  }
}
