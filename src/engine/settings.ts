import type { UnitId } from '@/domain/unit'
import type { Settings } from './protocol'

export const defaultSettings: Settings = {
  city: null,
  rosterAdded: [],
  rosterRemoved: [],
  operator: '',
  theme: 'system',
}

/** Settings as they were stored, by whichever version; what does not fit is as at first. */
export function asSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings
  const { city, rosterAdded, rosterRemoved, operator, theme } = Object.fromEntries(
    Object.entries(stored),
  )
  return {
    city: typeof city === 'string' ? city : defaultSettings.city,
    rosterAdded: isIds(rosterAdded) ? rosterAdded : defaultSettings.rosterAdded,
    rosterRemoved: isIds(rosterRemoved) ? rosterRemoved : defaultSettings.rosterRemoved,
    operator: typeof operator === 'string' ? operator : defaultSettings.operator,
    theme: theme === 'light' || theme === 'dark' ? theme : defaultSettings.theme,
  }
}

function isIds(value: unknown): value is UnitId[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string')
}
