/** Whether a file of markup is a page saved with everything on it (`.mht`), which is a mail. */
export function isMht(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Type):\s/i.test(head)
}
