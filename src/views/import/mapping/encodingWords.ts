import type { DraftFileView } from '@/engine/draftProtocol'
import type { ArchivedText } from '@/intake/draft'

type Encoded = Pick<DraftFileView, 'kind' | 'encoding' | 'texts' | 'findings' | 'answers' | 'path'>
type Answers = DraftFileView['answers']

/** What the encoding is asked or told of: a file itself, or one inside it. */
export interface EncodedText {
  /** Null: the file itself. */
  readonly inner: string | null
  readonly encoding: string | null
  /** Whether reading left it open, and the user has not said it. */
  readonly isOpen: boolean
}

/** The texts of a file for which another encoding may be chosen, those that are open first. */
export function encodedTexts(file: Encoded): readonly EncodedText[] {
  const { kind, encoding, texts, findings } = file
  if (texts !== undefined) {
    const all = texts.map((text) => encodedText(file, text))
    return all.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
  }
  if (kind === 'zip' || kind === 'clipboard') return []
  if (encoding === null && !findings.some(isOfEncoding)) return []
  return [{ inner: null, encoding, isOpen: isOpen(file, file.path, null) }]
}

function encodedText(file: Encoded, { file: inner, encoding }: ArchivedText): EncodedText {
  return { inner, encoding, isOpen: isOpen(file, inner, inner) }
}

function isOpen({ findings, answers }: Encoded, path: string, inner: string | null): boolean {
  if (saidEncoding(answers, inner) !== null) return false
  return findings.some((finding) => isOfEncoding(finding) && finding.place.file === path)
}

/** What the user said that a text is to be read as. */
export function saidEncoding(answers: Answers, inner: string | null): string | null {
  if (inner === null) return answers?.encoding ?? null
  return answers?.encodings?.find(({ file }) => file === inner)?.encoding ?? null
}

/** In what encoding a text is read, and who says so. */
export function encodingText(
  { inner, encoding }: Pick<EncodedText, 'inner' | 'encoding'>,
  answers: Answers,
): string {
  const said = saidEncoding(answers, inner)
  if (said !== null) return `${said}（本次指定）`
  return encoding === null ? '没有读出' : `${encoding}（自动识别）`
}

function isOfEncoding({ code }: Encoded['findings'][number]): boolean {
  return code.startsWith('encoding-')
}
