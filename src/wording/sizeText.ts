const units = ['字节', 'KB', 'MB', 'GB', 'TB'] as const

/** A size in bytes as people read it, in powers of 1024: `1.5 MB`. */
export function sizeText(bytes: number): string {
  let step = 0
  let size = bytes
  while (size >= 1024 && step < units.length - 1) {
    size /= 1024
    step += 1
  }
  const digits = step === 0 || size >= 100 ? 0 : 1
  return `${size.toFixed(digits)} ${units[step] ?? ''}`
}
