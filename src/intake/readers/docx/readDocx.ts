import mammoth from 'mammoth'
import type { Finding } from '@/domain/finding'
import type { SourceDocument } from '../../document'
import { readHtml } from '../html/readHtml'
import { MARK_STYLE } from './markStyle'
import { ZipUnpacker, type ZipFault } from '../zip/unpack'

/**
 * A Word file: its tables as grids and its paragraphs as prose, by way of the HTML that it amounts to.
 * Pictures, headers and footers are left out. Never rejects but for a fault of the program.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const fault = packingFault(bytes)
  if (fault !== null) return refused(file, fault)
  const html = await toHtml(bytes)
  if (html === null) return refused(file, { code: 'archive-damaged' })
  return { ...readHtml(html, file), kind: 'docx', findings: [] }
}

/** The library unpacks what it is given, so what is packed is measured before. */
function packingFault(bytes: Uint8Array): ZipFault | null {
  const unpacker = new ZipUnpacker(bytes)
  if (unpacker.fault !== null) return unpacker.fault
  for (const entry of unpacker.entries) {
    if (entry.isFolder || !entry.path.endsWith('.xml')) continue
    const unpacked = unpacker.unpack(entry)
    if ('fault' in unpacked) return unpacked.fault
  }
  return null
}

async function toHtml(bytes: Uint8Array): Promise<string | null> {
  const copy = bytes.slice()
  // In Node the library takes a Buffer, in the browser an ArrayBuffer.
  const input =
    typeof Buffer === 'undefined' ? { arrayBuffer: copy.buffer } : { buffer: Buffer.from(copy) }
  try {
    const { value } = await mammoth.convertToHtml(input, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      styleMap: [`r[style-name='${MARK_STYLE.name}'] => !`],
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
