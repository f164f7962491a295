import type { SourceDocument } from '../document'
import { readClipboard, type Pasted } from './clipboard'

/** Begins the file that keeps a pasted range, text and markup as the clipboard had them. */
const MARK = '{"format":"xianjian-clipboard","text":'

/** A pasted range as the text of a file, so that it is kept and traced like any other source. */
export function pastedText({ text, html }: Pasted): string {
  return `${MARK}${JSON.stringify(text)},"html":${JSON.stringify(html)}}`
}

/** The range that the text of such a file holds; null for any other text. */
export function readPastedText(content: string, file: string): SourceDocument | null {
  if (!content.startsWith(MARK)) return null
  try {
    const kept: unknown = JSON.parse(content)
    return isPasted(kept) ? readClipboard(kept, file) : null
  } catch {
    // Cut or edited by hand: then it is a JSON file like any other, and told so by its reader.
    return null
  }
}

function isPasted(kept: unknown): kept is Pasted {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'text' in kept &&
    'html' in kept &&
    typeof kept.text === 'string' &&
    typeof kept.html === 'string'
  )
}
