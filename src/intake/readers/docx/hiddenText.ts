import { unzipSync, zipSync } from 'fflate'

const DOCUMENT = 'word/document.xml'
const RUN = /<w:r(?: [^>]*)?>(?:(?!<\/w:r>)[^])*?<\/w:r>/gu
/** In the properties of a run; a paragraph mark may be hidden by itself. */
const HIDDEN =
  /^<w:r(?: [^>]*)?><w:rPr>(?:(?!<\/w:rPr>)[^])*?<w:vanish(?:\/>| (?!w:val="(?:0|false|off)"))/u

/** Whether the text of a Word file has anything that Word neither shows nor prints. */
export function hasHiddenText(path: string, xml: Uint8Array): boolean {
  return path === DOCUMENT && new TextDecoder().decode(xml).includes('<w:vanish')
}

/** The file without its hidden text, of which the library knows nothing. */
export function withoutHiddenText(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const xml = new TextDecoder().decode(files[DOCUMENT])
  const shown = xml.replace(RUN, (run) => (HIDDEN.test(run) ? '' : run))
  return zipSync({ ...files, [DOCUMENT]: new TextEncoder().encode(shown) }, { level: 0 })
}
