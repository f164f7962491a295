import type { FileKind } from '../document'
import { isOle } from './excel/openWorkbook'
import { isZip, zipDirectory } from './zip/directory'

/** What the bytes of a file are, whatever its name says. */
export type Sniffed =
  | { readonly kind: Exclude<FileKind, 'clipboard' | 'unknown' | 'csv' | 'json' | 'text'> }
  /** Characters; which of csv, json and text they are is seen once they are decoded. */
  | { readonly kind: 'characters' }
  | { readonly kind: 'empty' }
  /** Recognised as something that no reader takes; `name` says what, e.g. `RAR`. */
  | { readonly kind: 'unsupported'; readonly name: string }

/** Looks at the first bytes (and at the directory of a zip or of an OLE file), never at the name. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' }
  if (isZip(bytes)) return sniffZip(bytes)
  if (isOle(bytes)) return sniffOle(bytes)
  if (rawWorkbooks.some((magic) => startsWith(bytes, magic))) return { kind: 'xls' }
  for (const { magic, name } of unsupported) {
    if (startsWith(bytes, magic)) return { kind: 'unsupported', name }
  }
  return sniffMarkup(ascii(bytes.subarray(0, 4096)))
}

/** The first record of Excel 2 to 97 without a container, as small export scripts write it. */
const rawWorkbooks: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
]

const unsupported: readonly { readonly magic: readonly number[]; readonly name: string }[] = [
  { magic: [0x52, 0x61, 0x72, 0x21], name: 'RAR' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], name: '7z' },
  { magic: [0x1f, 0x8b], name: 'gzip' },
  { magic: [0x89, 0x50, 0x4e, 0x47], name: 'PNG' },
  { magic: [0xff, 0xd8, 0xff], name: 'JPEG' },
  { magic: [0x47, 0x49, 0x46, 0x38], name: 'GIF' },
  { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'RTF' },
  { magic: [0x50, 0x4b, 0x05, 0x06], name: 'empty ZIP' },
  { magic: [0x4f, 0x46, 0x44], name: 'OFD' },
]

function sniffZip(bytes: Uint8Array): Sniffed {
  const paths = new Set(zipDirectory(bytes)?.map(({ path }) => path))
  if (paths.has('xl/workbook.xml') || paths.has('xl/workbook.bin')) return { kind: 'xlsx' }
  if (paths.has('word/document.xml')) return { kind: 'docx' }
  if (paths.has('ppt/presentation.xml')) return { kind: 'unsupported', name: 'PowerPoint' }
  if (paths.has('OFD.xml')) return { kind: 'unsupported', name: 'OFD' }
  if (paths.has('content.xml') && paths.has('mimetype')) {
    // The first file of an OpenDocument zip is `mimetype`, stored: its text stands in the clear.
    // Where a program packed it otherwise, the file is taken for the one kind that we read.
    const type = /opendocument\.([a-z]+)/.exec(ascii(bytes.subarray(0, 200)))?.[1]
    if (type === undefined || type === 'spreadsheet') return { kind: 'ods' }
    return { kind: 'unsupported', name: 'OpenDocument' }
  }
  return { kind: 'zip' }
}

/** Names of OLE streams stand in UTF-16LE in the directory of the file. */
function sniffOle(bytes: Uint8Array): Sniffed {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (text.includes('EncryptedPackage')) return { kind: 'unsupported', name: 'encrypted Office' }
  if (text.includes('Workbook') || text.includes('Book\0')) return { kind: 'xls' }
  if (text.includes('WordDocument')) return { kind: 'unsupported', name: 'DOC' }
  return { kind: 'unsupported', name: 'OLE' }
}

function sniffMarkup(head: string): Sniffed {
  const text = head
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s+/, '')
  if (/^\s*%PDF-/.test(text)) return { kind: 'pdf' }
  if (
    /^[^<]{0,4}<\?xml[^>]*>/.test(text) &&
    text.includes('urn:schemas-microsoft-com:office:spreadsheet')
  ) {
    return { kind: 'xls' }
  }
  if (
    /^[^<]{0,4}(?:<!--[^]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(
      text,
    )
  ) {
    return { kind: 'html' }
  }
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Type):\s/i.test(text)) {
    return { kind: 'html' }
  }
  return { kind: 'characters' }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
