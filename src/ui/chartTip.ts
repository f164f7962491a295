import type { Tip } from '@/wording/tip'

/** Rows shown at most; the table has them all. */
const MOST_ROWS = 14

/**
 * A tip as elements whose text is only ever set as text: names and numbers come from files, and nothing
 * of a file becomes markup.
 */
export function tipElement(tip: Tip): HTMLElement {
  const box = element('div', 'chart-tip')
  box.append(element('p', 'chart-tip-title', tip.title))
  const list = element('dl', 'chart-tip-rows')
  for (const row of tip.rows.slice(0, MOST_ROWS)) {
    const label = element('dt', '', row.label)
    if (row.colour !== null) {
      const swatch = element('span', 'chart-tip-swatch')
      swatch.style.background = row.colour
      label.prepend(swatch)
    }
    list.append(label, element('dd', row.missing ? 'chart-tip-missing' : '', row.text))
  }
  box.append(list)
  const rest = tip.rows.length - MOST_ROWS
  const more = rest > 0 ? [`另有 ${rest} 项，见表`] : []
  for (const note of [...tip.notes, ...more]) box.append(element('p', 'chart-tip-note', note))
  return box
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag)
  created.className = className
  created.textContent = text
  return created
}
