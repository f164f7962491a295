import type { Span } from './hiddenSpans'

/** Records of the binary format, [MS-XLS] 2.3. */
const BOF = 0x0809
const SHEET = 0x0085
const COLUMNS = 0x007d

/**
 * The columns that each sheet of an .xls (Excel 97 and later) hides, in the order of the sheets: the
 * library tells them only when it also reads all styles. `stream` is the workbook within the container.
 */
export function hiddenColumnsInXls(stream: Uint8Array): Span[][] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const bySheet = new Map<number, Span[]>()
  let own: Span[] | undefined
  for (let at = 0; at + 4 <= view.byteLength;) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    const body = at + 4
    if (body + length > view.byteLength) break
    if (kind === SHEET && length >= 6) bySheet.set(view.getUint32(body, true), [])
    else if (kind === BOF) own = bySheet.get(at) ?? own
    else if (kind === COLUMNS && length >= 10 && (view.getUint16(body + 8, true) & 1) === 1)
      own?.push({ from: view.getUint16(body, true), to: view.getUint16(body + 2, true) })
    at = body + length
  }
  return [...bySheet].toSorted(([a], [b]) => a - b).map(([, spans]) => spans)
}
