/**
 * Puts a text on the clipboard; false where the browser does not let it. A plain http page has no
 * `navigator.clipboard`, but may copy what is selected.
 */
export async function copyText(text: string): Promise<boolean> {
  const modern: Clipboard | undefined = window.isSecureContext ? navigator.clipboard : undefined
  if (modern !== undefined) {
    try {
      await modern.writeText(text)
      return true
    } catch {
      // Not allowed: the older way may be.
    }
  }
  return copySelected(text)
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.className = 'visually-hidden'
  document.body.append(field)
  field.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
