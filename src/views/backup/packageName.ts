import { fileTimeText } from '@/wording/timeText'

/** How a file name ends that holds all batches and sources. */
export const PACKAGE_ENDING = '.xianjian'

/** Name of a package made at a time (milliseconds since 1970). */
export function packageName(at: number): string {
  return `县鉴数据包-${fileTimeText(at)}${PACKAGE_ENDING}`
}

/** Whether files are a package to be restored, and not reports to be read. */
export function isPackage(files: readonly Pick<File, 'name'>[]): boolean {
  return files.length === 1 && (files[0]?.name.toLowerCase().endsWith(PACKAGE_ENDING) ?? false)
}
