import PostalMime from 'postal-mime'
import type { SourceDocument } from '../../document'
import { readHtml } from './readHtml'

/** The page inside an `.mht` file; pictures and styles beside it are left out. */
export async function readMht(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { html } = await PostalMime.parse(bytes.slice(), { maxNestingDepth: 20 })
  if (html === undefined) {
    const finding = { code: 'file-empty', severity: 'error', place: { file } } as const
    return { file, kind: 'html', grids: [], prose: [], findings: [finding] }
  }
  return { ...readHtml(html, file), findings: [] }
}
