import type { Batch, Correction } from '@/data/batch'
import { dispositionKinds, type DisposedFigure } from '@/data/disposition'
import type { HeaderAnswer, RememberedMapping } from '@/data/rememberedMapping'
import type { Unit } from '@/domain/unit'
import type { PackageState } from './package'
import type { BatchRecord, DispositionRecord, Meta, UnitRecord } from './store'

/**
 * What a package says of itself, if it has the shape that this program writes; else null. The hashes
 * only show that nothing was damaged: a package may still have been made by someone else.
 */
export function packageState(value: unknown): PackageState | null {
  if (!isObject(value)) return null
  // Packages of earlier programs have neither dispositions nor mappings.
  const { meta, batches, units, dispositions = [], settings, sources, mappings = [] } = value
  if (!isMeta(meta)) return null
  if (!isListOf(batches, isBatchRecord) || !isListOf(units, isUnitRecord)) return null
  if (!isListOf(sources, isSource) || !hasDistinctIds(batches)) return null
  if (!isListOf(mappings, isMapping) || !isListOf(dispositions, isDispositionRecord)) return null
  return { meta, batches, units, dispositions, settings, mappings, sources }
}

function isMeta(value: unknown): value is Meta {
  if (!isObject(value)) return false
  const { sequence, nextBatch, sample, lastImportAt, lastBackupAt } = value
  return (
    isCount(sequence) &&
    isCount(nextBatch) &&
    (sample === 'none' || sample === 'real' || sample === 'fictional') &&
    (lastImportAt === null || isCount(lastImportAt)) &&
    (lastBackupAt === null || isCount(lastBackupAt))
  )
}

function isBatchRecord(value: unknown): value is BatchRecord {
  if (!isObject(value)) return false
  const { id, batch, corrections } = value
  return isBatch(batch) && batch.id === id && isListOf(corrections, isCorrection)
}

function isBatch(value: unknown): value is Batch {
  if (!isObject(value)) return false
  const { id, kind, sample, active, at, by, note, sources, cells, contentHash } = value
  return (
    isCount(id) &&
    (kind === 'import' || kind === 'correction') &&
    typeof sample === 'boolean' &&
    typeof active === 'boolean' &&
    isListOf([by, note, contentHash], isText) &&
    isListOf(sources, isText) &&
    isListOf([at, value.reports, value.segments], isCount) &&
    isObject(cells) &&
    isListOf([cells.taken, cells.same, cells.refused], isCount)
  )
}

function isCorrection(value: unknown): value is Correction {
  if (!isObject(value)) return false
  const { unit, year, scope, indicator, expected, reason } = value
  return (
    isListOf([unit, scope, indicator, reason], isText) &&
    isCount(year) &&
    isObject(expected) &&
    isObject(value.value)
  )
}

function isDispositionRecord(value: unknown): value is DispositionRecord {
  if (!isObject(value) || !isText(value.id) || typeof value.sample !== 'boolean') return false
  const { disposition } = value
  if (!isObject(disposition)) return false
  const { unit, year, scope, check, figures, detail, kind, reason, by, at } = disposition
  return (
    isListOf([unit, scope, check, reason, by], isText) &&
    isListOf([year, at], isCount) &&
    dispositionKinds.some((known) => known === kind) &&
    isListOf(figures, isDisposedFigure) &&
    isObject(detail)
  )
}

function isDisposedFigure(value: unknown): value is DisposedFigure {
  if (!isObject(value)) return false
  const { unit, year, scope, indicator, cell } = value
  return isListOf([unit, scope, indicator], isText) && isCount(year) && isObject(cell)
}

function isUnitRecord(value: unknown): value is UnitRecord {
  return isObject(value) && typeof value.sample === 'boolean' && isUnit(value.unit, value.id)
}

function isUnit(value: unknown, id: unknown): value is Unit {
  if (!isObject(value)) return false
  const { code, name, kind, parent, formerCodes, formerNames } = value
  return (
    value.id === id &&
    isListOf([id, name, kind], isText) &&
    (code === null || isText(code)) &&
    (parent === null || isText(parent)) &&
    isListOf(formerCodes, isText) &&
    isListOf(formerNames, isText)
  )
}

function isMapping(value: unknown): value is RememberedMapping {
  if (!isObject(value)) return false
  const { id, layout, headers, answers, file, at, by } = value
  return (
    isListOf([id, layout, file, by], isText) &&
    isCount(at) &&
    isListOf(headers, isText) &&
    isListOf(answers, isHeaderAnswer)
  )
}

function isHeaderAnswer(value: unknown): value is HeaderAnswer {
  if (!isObject(value)) return false
  const { header, nth, indicator, unit, by } = value
  return (
    isText(header) &&
    isCount(nth) &&
    (indicator === null || isText(indicator)) &&
    (unit === undefined || isText(unit)) &&
    (by === 'user' || by === 'confirmed')
  )
}

function isSource(value: unknown): value is PackageState['sources'][number] {
  if (!isObject(value)) return false
  const { id, name, path, size, encoding, encodings = [] } = value
  const isSaid =
    (encoding === undefined || isText(encoding)) && isListOf(encodings, isInnerEncoding)
  return isListOf([id, name, path], isText) && isCount(size) && isSaid
}

function isInnerEncoding(value: unknown): value is { file: string; encoding: string } {
  return isObject(value) && isText(value['file']) && isText(value['encoding'])
}

function hasDistinctIds(records: readonly BatchRecord[]): boolean {
  return new Set(records.map(({ id }) => id)).size === records.length
}

function isObject(value: unknown): value is Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
