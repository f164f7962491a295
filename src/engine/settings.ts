import { isOwnMeasure, type OwnMeasure } from '@/domain/ownMeasure'
import type { UnitId } from '@/domain/unit'
import type { TimeNote } from '@/domain/timeNote'
import type { UnitGroup } from '@/domain/unitGroup'
import type { BoundarySetting } from './boundaryProtocol'
import type { Settings } from './statusProtocol'

export const defaultSettings: Settings = {
  city: null,
  rosterAdded: [],
  rosterRemoved: [],
  groups: [],
  measures: [],
  boundary: null,
  notes: [],
  operator: '',
  theme: 'system',
}

/** Settings as they were stored, by whichever version; what does not fit is as at first. */
export function asSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings
  const { city, rosterAdded, rosterRemoved, groups, measures, boundary, notes, operator, theme } =
    Object.fromEntries(Object.entries(stored))
  return {
    city: typeof city === 'string' ? city : defaultSettings.city,
    rosterAdded: isIds(rosterAdded) ? rosterAdded : defaultSettings.rosterAdded,
    rosterRemoved: isIds(rosterRemoved) ? rosterRemoved : defaultSettings.rosterRemoved,
    groups: Array.isArray(groups) ? groups.filter(isGroup) : defaultSettings.groups,
    measures: Array.isArray(measures) ? measures.filter(isOwn) : defaultSettings.measures,
    boundary: isBoundary(boundary) ? boundary : defaultSettings.boundary,
    notes: Array.isArray(notes) ? notes.filter(isNote) : defaultSettings.notes,
    operator: typeof operator === 'string' ? operator : defaultSettings.operator,
    theme: theme === 'light' || theme === 'dark' ? theme : defaultSettings.theme,
  }
}

function isIds(value: unknown): value is UnitId[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string')
}

function isBoundary(value: unknown): value is BoundarySetting {
  if (typeof value !== 'object' || value === null) return false
  const { source, name } = Object.fromEntries(Object.entries(value))
  return typeof source === 'string' && typeof name === 'string'
}

function isGroup(value: unknown): value is UnitGroup {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, units } = Object.fromEntries(Object.entries(value))
  return typeof id === 'string' && typeof name === 'string' && isIds(units) && units.length > 0
}

function isOwn(value: unknown): value is OwnMeasure {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, unit, formula, minimumDenominator } = Object.fromEntries(Object.entries(value))
  return (
    typeof id === 'string' &&
    isOwnMeasure(id) &&
    [name, unit, formula].every((text) => typeof text === 'string') &&
    (minimumDenominator === null || typeof minimumDenominator === 'number')
  )
}

function isNote(value: unknown): value is TimeNote {
  if (typeof value !== 'object' || value === null) return false
  const { id, year, unit, text } = Object.fromEntries(Object.entries(value))
  const isWhose = unit === null || typeof unit === 'string'
  return typeof id === 'string' && Number.isInteger(year) && isWhose && typeof text === 'string'
}
