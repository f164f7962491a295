import mammoth from 'mammoth'
import type { Finding } from '@/domain/finding'
import type { SourceDocument } from '../../document'
import { readHtml } from '../html/readHtml'
import { readText } from '../text/readText'
import { UNSEEN_RULE } from './asideRuns'
import { MARK_STYLE } from './markStyle'
import { DOCUMENT, inPlainMarkup, isUnusual, STYLES } from './plainMarkup'
import { ZipUnpacker, type ZipFault } from '../zip/unpack'

/**
 * A Word file: its tables as grids and its paragraphs as prose, by way of the HTML that it amounts to;
 * where tab stops set the tables, as text. Pictures, headers, footers and hidden text are left out. Never
 * rejects but for a fault of the program.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const packed = measured(bytes)
  if ('fault' in packed) return refused(file, packed.fault)
  const shown = packed.isUnusual ? inPlainMarkup(bytes) : bytes
  const html = await toHtml(shown)
  if (html === null) return refused(file, { code: 'archive-damaged' })
  const text = html.includes('<table') ? null : await tabbedText(shown)
  const read = text === null ? readHtml(html, file) : readText(text, file)
  return { ...read, kind: 'docx', findings: [] }
}

/** As many tabbed lines as a short table has. */
const FEWEST_TABBED = 5

/** The text of a file that sets its tables with tab stops, a paragraph a line; else null. */
async function tabbedText(bytes: Uint8Array): Promise<string | null> {
  const { value } = await mammoth.extractRawText(inputOf(bytes))
  const text = value.replaceAll('\n\n', '\n')
  const tabbed = text.split('\n').filter((line) => line.includes('\t'))
  return tabbed.length < FEWEST_TABBED ? null : text
}

/** In Node the library takes a Buffer, in the browser an ArrayBuffer. */
function inputOf(bytes: Uint8Array) {
  const copy = bytes.slice()
  return typeof Buffer === 'undefined'
    ? { arrayBuffer: copy.buffer }
    : { buffer: Buffer.from(copy) }
}

/** The library unpacks what it is given, so what is packed is measured before. */
function measured(
  bytes: Uint8Array,
): { readonly fault: ZipFault } | { readonly isUnusual: boolean } {
  const unpacker = new ZipUnpacker(bytes)
  if (unpacker.fault !== null) return { fault: unpacker.fault }
  const parts = new Map<string, Uint8Array>()
  for (const entry of unpacker.entries) {
    if (entry.isFolder || !entry.path.endsWith('.xml')) continue
    const unpacked = unpacker.unpack(entry)
    if ('fault' in unpacked) return { fault: unpacked.fault }
    if (entry.path === DOCUMENT || entry.path === STYLES) parts.set(entry.path, unpacked.bytes)
  }
  const nothing = new Uint8Array()
  return { isUnusual: isUnusual(parts.get(DOCUMENT) ?? nothing, parts.get(STYLES) ?? nothing) }
}

async function toHtml(bytes: Uint8Array): Promise<string | null> {
  try {
    const { value } = await mammoth.convertToHtml(inputOf(bytes), {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      styleMap: [`r[style-name='${MARK_STYLE.name}'] => !`, UNSEEN_RULE],
    })
    return value
  } catch {
    return null
  }
}

function refused(file: string, fault: ZipFault): SourceDocument {
  const { code } = fault
  const detail = 'reason' in fault ? { detail: { reason: fault.reason } } : {}
  const findings: Finding[] = [{ code, severity: 'error', place: { file }, ...detail }]
  return { file, kind: 'docx', grids: [], prose: [], findings }
}
