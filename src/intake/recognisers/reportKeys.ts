import { scopes, type Segment } from '@/data/segment'
import { isAuxiliary } from '@/domain/auxiliary'
import type { Finding, Place } from '@/domain/finding'
import type { ReportEdition } from '@/domain/indicator'
import type { Scope } from '@/domain/report'
import type { UnitId, UnitText } from '@/domain/unit'
import { scopeHint } from '@/domain/unitNames'
import type { OpenUnit } from '../draft'
import { FIRST_YEAR, parseEdition, parseScope, parseYear, unitText } from './keyTexts'
import { placeIn, type RecogniseContext } from './recognition'
import { UnitTexts, writtenUnit, type OpenText } from './unitTexts'

/** What says whose report it is and of which year, as written; empty where it is not said. */
export interface KeyTexts {
  readonly unitCode: string
  readonly unitName: string
  readonly year: string
  readonly scope: string
  readonly edition: string
}

/** Where they stand; columns count from 1. */
export interface KeyPlace {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly columns: ReadonlyMap<string, number>
}

/** A report's identity. */
export interface ReportHead {
  readonly unit: UnitId
  readonly text: UnitText
  /** Where the text leads to no one unit: its count of reports. */
  readonly openText: OpenText | null
  readonly year: number
  readonly scope: Scope
  readonly edition: ReportEdition
}

/** The report that a figure is of: an auxiliary one stands beside all reports of its unit and year. */
export function headOf(head: ReportHead, indicator: string): ReportHead {
  return isAuxiliary(indicator) ? { ...head, scope: 'auxiliary', edition: 'unknown' } : head
}

/** `汉阴县（本级）`: what the government's own office has. */
const OWN_LEVEL = /[（(]本级[)）]$/u

/** Years and scopes for which a unit gets room at once. */
const MORE_SLOTS = 32

/**
 * Whose reports a file holds. Every refusal is a finding with its place, and within a file the first
 * report of a unit, year and scope stands.
 */
export class ReportKeys {
  readonly #findings: RecogniseContext['findings']
  readonly #units: UnitTexts
  readonly #offices = new Set<string>()
  /** By unit: the row of the report of each year and scope, 0 where there is none. */
  readonly #rows = new Map<UnitId, Uint32Array>()

  constructor(context: Omit<RecogniseContext, 'file'>) {
    this.#findings = context.findings
    this.#units = new UnitTexts(context)
  }

  /** The report that the texts name; null (and a finding) where they do not name one. */
  read(texts: KeyTexts, at: KeyPlace): ReportHead | null {
    const text = unitText(texts.unitCode, texts.unitName)
    if (text.code === '' && text.name === '') {
      return this.#refuse('unit-missing', at, 'unitName', '', { year: texts.year })
    }
    const unitName = writtenUnit(text)
    if (texts.year.trim() === '') return this.#refuse('year-missing', at, 'year', '', { unitName })
    const year = parseYear(texts.year)
    if (year === null) return this.#refuse('year-invalid', at, 'year', texts.year, { unitName })
    const scope = texts.scope.trim() === '' ? this.#scopeIn(text, at) : parseScope(texts.scope)
    if (scope === null) return this.#refuse('scope-unknown', at, 'scope', texts.scope, { unitName })
    const place = this.#place(at, text.name === '' ? 'unitCode' : 'unitName')
    const { id: unit, open: openText } = this.#units.lookUp(text, place)
    const edition = this.#edition(texts.edition, at)
    return { unit, text, openText, year, scope, edition }
  }

  /** The scope that a unit's name says where nothing else does, which is said once a name. */
  #scopeIn({ name }: UnitText, at: KeyPlace): Scope {
    if (scopeHint(name) !== 'office' && !OWN_LEVEL.test(name)) return 'whole'
    if (!this.#offices.has(name)) {
      this.#offices.add(name)
      this.#findings.add({
        code: 'scope-from-name',
        severity: 'info',
        place: this.#place(at, 'unitName'),
        raw: name,
      })
    }
    return 'office'
  }

  /**
   * Takes the report's place in the file; false (and a finding) when the file has that report
   * already.
   */
  claim(head: ReportHead, at: KeyPlace): boolean {
    const first = this.take(head, at.row)
    if (first === 0) return true
    this.reportDuplicate(head, at, first)
    return false
  }

  /** Takes the report's place in the file; where it is taken, gives the row that has it, else 0. */
  take(head: ReportHead, row: number): number {
    const slot = slotOf(head.year, scopes.indexOf(head.scope))
    let rows = this.#rows.get(head.unit)
    if (rows === undefined || slot >= rows.length) {
      const longer = new Uint32Array(slot + MORE_SLOTS)
      if (rows !== undefined) longer.set(rows)
      this.#rows.set(head.unit, longer)
      rows = longer
    }
    const first = rows[slot] as number
    if (first !== 0) return first
    rows[slot] = row
    if (head.openText !== null) head.openText.reports++
    return 0
  }

  /** Whether the file has none of these reports yet, each in a row of its own. */
  areFree(segments: readonly Segment[]): boolean {
    return segments.every(({ rows, units, unit, year, scope }) => {
      const taken = units.map((id) => this.#rows.get(id))
      for (let row = 0; row < rows; row++) {
        const slot = slotOf(year[row] as number, scope[row] as number)
        if ((taken[unit[row] as number]?.[slot] ?? 0) > 0) return false
      }
      return true
    })
  }

  reportDuplicate(head: ReportHead, at: KeyPlace, firstRow: number): void {
    this.#findings.add({
      code: 'report-duplicate',
      severity: 'error',
      place: placeIn(at.file, at.sheet, at.row),
      unit: writtenUnit(head.text),
      year: head.year,
      detail: { firstRow, scope: head.scope },
    })
  }

  openUnits(): OpenUnit[] {
    return this.#units.openUnits()
  }

  /** An edition that is not known is said, and taken as unknown. */
  #edition(text: string, at: KeyPlace): ReportEdition {
    const edition = parseEdition(text)
    if (edition !== null) return edition
    this.#findings.add({
      code: 'edition-unknown',
      severity: 'warning',
      place: this.#place(at, 'edition'),
      raw: text,
    })
    return 'unknown'
  }

  #refuse(
    code: Finding['code'],
    at: KeyPlace,
    column: string,
    raw: string,
    detail: Readonly<Record<string, string>>,
  ): null {
    this.#findings.add({
      code,
      severity: 'error',
      place: this.#place(at, column),
      ...(raw === '' ? {} : { raw }),
      detail,
    })
    return null
  }

  #place(at: KeyPlace, column: string): Place {
    return placeIn(at.file, at.sheet, at.row, at.columns.get(column))
  }
}

/** Place of the report of a year and scope among those of its unit. */
function slotOf(year: number, scope: number): number {
  return (year - FIRST_YEAR) * scopes.length + scope
}
