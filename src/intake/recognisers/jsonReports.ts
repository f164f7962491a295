import type { JsonArray, JsonObject, JsonValue } from '../readers/json/jsonValue'
import { memberOf, scalarText } from '../readers/json/jsonValue'
import type { KeyTexts } from './reportKeys'

/** The reports in a JSON text: `{ "reports": [...] }`, a bare array of reports, or one report. */
export function reportObjects(root: JsonValue): readonly JsonObject[] | null {
  const list = listOf(root)
  if (list === null) return null
  const objects = list.items.filter((item) => item.kind === 'object')
  return objects.some(isReport) ? objects : null
}

function listOf(root: JsonValue): JsonArray | null {
  if (root.kind === 'array') return root
  if (root.kind !== 'object') return null
  const reports = memberOf(root, 'reports')
  if (reports?.kind === 'array') return reports
  return isReport(root) ? { ...root, kind: 'array', items: [root] } : null
}

/** A report keeps its figures in an object of their own; a flat record is a row of a table. */
function isReport(object: JsonObject): boolean {
  return ['values', 'states', 'prose'].some((key) => memberOf(object, key)?.kind === 'object')
}

/** Whose report an object is, as it says; empty where it does not say. */
export function jsonKeyTexts(report: JsonObject): KeyTexts {
  const unit = memberOf(report, 'unit')
  const isObject = unit?.kind === 'object'
  return {
    unitCode: isObject ? textOf(unit, 'code') : textOf(report, 'unit_code'),
    unitName: isObject
      ? textOf(unit, 'name')
      : textOf(report, unit === undefined ? 'unit_name' : 'unit'),
    year: textOf(report, 'year'),
    scope: textOf(report, 'scope'),
    edition: textOf(report, 'edition'),
  }
}

function textOf(object: JsonObject, key: string): string {
  const value = memberOf(object, key)
  if (value === undefined || value.kind === 'object' || value.kind === 'array') return ''
  return scalarText(value)
}
