import PostalMime from 'postal-mime'
import type { SourceDocument } from '../../document'
import { readText } from '../text/readText'
import { readHtml } from './readHtml'

const FRAMES = /<frameset\b[^]*?<\/frameset>/giu
const SHEET_NAME = /<x:Name>([^<]*)<\/x:Name>/giu

/**
 * The page inside an `.mht` file; pictures and styles beside it are left out. A workbook that Excel saved
 * so is a frame around a page a sheet: the tables of these, named as the frame names the sheets.
 */
export async function readMht(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { html, text } = await PostalMime.parse(bytes.slice(), { maxNestingDepth: 20 })
  if (html === undefined && text !== undefined && text.trim() !== '')
    return { ...readText(text, file), findings: [] }
  if (html === undefined) {
    const finding = { code: 'file-empty', severity: 'error', place: { file } } as const
    return { file, kind: 'html', grids: [], prose: [], findings: [finding] }
  }
  // The pages come one behind the other; a frame would hide those behind it.
  const page = readHtml(html.replace(FRAMES, ''), file)
  const names = [...html.matchAll(SHEET_NAME)].map(([, name = '']) => name.trim())
  const isBySheet = names.length > 0 && names.length === page.grids.length
  const grids = isBySheet
    ? page.grids.map((grid, at) => ({ ...grid, name: names[at] ?? grid.name }))
    : page.grids
  const nameOf = new Map(page.grids.map(({ name }, at) => [name, grids[at]?.name ?? name]))
  const findings = page.findings.map((finding) => {
    const { table = '' } = finding.place
    return { ...finding, place: { ...finding.place, table: nameOf.get(table) ?? table } }
  })
  return { ...page, grids, findings }
}
