/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  if (sorted.length === 0) return null
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Lines up rows of text in columns, for a terminal and for Markdown alike. */
export function formatTable(header, rows) {
  const all = [header, ...rows].map((row) => row.map(String))
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const line = (row) =>
    `| ${row.map((text, column) => text.padStart(widths[column])).join(' | ')} |`
  const rule = `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n')
}
