/** A workbook has something that the plain reader does not know: the library reads it. */
export class NotPlain extends Error {}

/** The value, where it is there; otherwise the workbook is not plain. */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotPlain()
  return value
}
