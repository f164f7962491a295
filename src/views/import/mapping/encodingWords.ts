import type { DraftFileView } from '@/engine/draftProtocol'

type Encoded = Pick<DraftFileView, 'kind' | 'encoding' | 'findings' | 'answers'>

/** Whether a file is text, so that another encoding may be chosen for it. */
export function hasEncoding({ kind, encoding, findings }: Encoded): boolean {
  if (kind === 'zip' || kind === 'clipboard') return false
  return encoding !== null || findings.some(isOfEncoding)
}

/** Whether reading left it open what the encoding is, and the user has not said it. */
export function isEncodingOpen({ findings, answers }: Encoded): boolean {
  return answers?.encoding === undefined && findings.some(isOfEncoding)
}

/** In what encoding a file is read, and who says so. */
export function encodingText({ encoding, answers }: Encoded): string {
  if (answers?.encoding !== undefined) return `${answers.encoding}（本次指定）`
  return encoding === null ? '没有读出' : `${encoding}（自动识别）`
}

function isOfEncoding({ code }: Encoded['findings'][number]): boolean {
  return code.startsWith('encoding-')
}
