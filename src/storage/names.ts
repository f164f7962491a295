/** What the database and the parts of it are called that are read without Dexie, too. */
export const DATABASE_NAME = 'xianjian'
export const SETTINGS_TABLE = 'settings'

/** Keys in the table of settings. */
export const META = 'meta'
export const SETTINGS = 'settings'
/** Which replies are kept. */
export const KEPT = 'kept'

/** The key of a kept reply. */
export function keptKey(id: string): string {
  return `${KEPT}:${id}`
}
