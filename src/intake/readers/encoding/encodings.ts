/** The encodings that a user may choose from. */
export const encodings = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const
export type Encoding = (typeof encodings)[number]

/** What a file inside an archive is to be read as. */
export interface InnerEncoding {
  /** Its path, as in places. */
  readonly file: string
  readonly encoding: Encoding
}

/** What was chosen for a file, and for those inside it where it is an archive. */
export interface ChosenEncodings {
  readonly encoding?: Encoding
  readonly encodings?: readonly InnerEncoding[]
}

/** As it may stand in a store or a package. */
export interface StoredEncodings {
  readonly encoding?: string
  readonly encodings?: readonly { readonly file: string; readonly encoding: string }[]
}

/** What was chosen as it is handed on: nothing where nothing was, or a name that is none of them. */
export function encodingOf({
  encoding: name,
  encodings: inner = [],
}: StoredEncodings): ChosenEncodings {
  const encoding = known(name)
  const within = inner.flatMap(({ file, encoding: own }): InnerEncoding[] => {
    const found = known(own)
    return found === undefined ? [] : [{ file, encoding: found }]
  })
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(within.length === 0 ? {} : { encodings: within }),
  }
}

function known(name: string | undefined): Encoding | undefined {
  return encodings.find((each) => each === name)
}
