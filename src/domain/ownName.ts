/**
 * The name of a column of the user's own as its id has it: its unit of measure, where it has one, at
 * its end, and brackets those of ASCII, as in headers: what is written out reads back as the same.
 */
export function ownName(name: string, unit: string): string {
  const stated = unit.trim()
  return `${name.trim()}${stated === '' ? '' : `(${stated})`}`.normalize('NFKC').trim()
}
