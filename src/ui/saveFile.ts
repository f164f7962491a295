/** Hands a file to the browser to be saved. Whether the person did save it cannot be known. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = safeFileName(name)
  link.click()
  // The download has begun by the next task; the address must live until then.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}

/** The last part of a path, without what file systems refuse. */
export function safeFileName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const safe = last.replaceAll(/[\u0000-\u001f<>:"|?*]/g, '_').replace(/[. ]+$/, '')
  return safe === '' ? '文件' : safe
}
