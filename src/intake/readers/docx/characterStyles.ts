/** Properties of runs that take their text out of what is read. */
const ASIDE = /<w:(vanish|vertAlign|strike|dstrike)(?: w:val="([^"]*)")?\/>/gu
const STYLE = /<w:style (?=[^>]*w:type="character")[^>]*>(?:(?!<\/w:style>)[^])*<\/w:style>/gu
const RUN_STYLE = /<w:rStyle w:val="([^"]*)"\/>/gu
const RUN_PROPERTIES = /<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>/gu

/**
 * The character styles of `word/styles.xml` that hide text, strike it out or raise it, by their ids, with the markup
 * that says so of a run itself.
 */
export function asideStyles(styles: string): ReadonlyMap<string, string> {
  const own = new Map<string, { readonly based: string; readonly asides: string }>()
  for (const [style] of styles.matchAll(STYLE)) {
    const id = /w:styleId="([^"]*)"/u.exec(style)?.[1] ?? ''
    const based = /<w:basedOn w:val="([^"]*)"/u.exec(style)?.[1] ?? ''
    own.set(id, { based, asides: (style.match(ASIDE) ?? []).join('') })
  }
  const found = new Map<string, string>()
  for (const id of own.keys()) {
    const asides = inherited(id)
    if (asides !== '') found.set(id, asides)
  }
  return found

  /** What a style says itself, else the nearest of those that it is based on; a damaged file may go round in them. */
  function inherited(id: string): string {
    const passed = new Set<string>()
    for (let at = id; !passed.has(at); at = own.get(at)?.based ?? '') {
      const { asides = '' } = own.get(at) ?? {}
      if (asides !== '') return asides
      passed.add(at)
    }
    return ''
  }
}

/** Whether a run of the document is in one of these styles. */
export function usesStyles(document: string, styles: ReadonlyMap<string, string>): boolean {
  return styles.size > 0 && [...document.matchAll(RUN_STYLE)].some(([, id = '']) => styles.has(id))
}

/** The document with what such styles say in the runs themselves; what a run says of it itself stands. */
export function withStylesInRuns(document: string, styles: ReadonlyMap<string, string>): string {
  return document.replace(RUN_PROPERTIES, (properties) => {
    const id = /<w:rStyle w:val="([^"]*)"\/>/u.exec(properties)?.[1] ?? ''
    const asides = styles.get(id) ?? ''
    const added = [...asides.matchAll(ASIDE)].filter(
      ([, name = '']) => !properties.includes(`<w:${name}`),
    )
    return properties.replace('</w:rPr>', `${added.map(([whole]) => whole).join('')}</w:rPr>`)
  })
}
