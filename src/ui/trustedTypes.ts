const HARMLESS =
  /^<\/?(?:div|span|br|b|strong|table|tbody|tr|td|th)(?:\s+(?:style|class)="[^"<>]*")*\s*\/?>$/i

/**
 * The policy for every string that a library turns into markup: plain boxes and tables, as chart
 * tooltips need them, stay; everything else is shown as text.
 */
export function keepHarmlessTags(markup: string): string {
  return markup.replaceAll(/<[^<>]*>?/g, (tag) =>
    HARMLESS.test(tag) ? tag : `&lt;${tag.slice(1)}`,
  )
}

/** The address if it is a script file of this page's own origin, else null: the browser then refuses. */
export function ownScript(address: string, page: string): string | null {
  const url = parsed(address, page)
  if (url === null || url.protocol === 'blob:') return null
  const isOwn = url.origin === new URL(page).origin
  return isOwn && /\.m?js$/.test(url.pathname) ? address : null
}

function parsed(address: string, base: string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}

interface PolicyRules {
  createHTML(markup: string): string
  createScriptURL(address: string): string | null
}

interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): unknown
}

/** Installs both as the page's default policy, before anything else runs. Older browsers have none. */
export function installTrustedTypes(): void {
  const page: { readonly trustedTypes?: PolicyFactory } & Window = window
  page.trustedTypes?.createPolicy('default', {
    createHTML: keepHarmlessTags,
    createScriptURL: (address) => ownScript(address, location.href),
  })
}
