/** The encodings that a user may choose from. */
export const encodings = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const
export type Encoding = (typeof encodings)[number]

/** What was chosen as it is handed on: nothing where nothing was, or a name that is none of them. */
export function encodingOf({ encoding: name }: { readonly encoding?: string }): {
  readonly encoding?: Encoding
} {
  const encoding = encodings.find((each) => each === name)
  return encoding === undefined ? {} : { encoding }
}
