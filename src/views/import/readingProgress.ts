import type { IntakeProgress } from '@/engine/intakeProtocol'
import { sizeText } from '@/wording/sizeText'

/** Share of the bytes that are read, in whole percent; 100 only when all are. */
export function percentRead(progress: IntakeProgress | null): number {
  if (progress === null || progress.bytesTotal === 0) return 0
  return Math.min(100, Math.floor((100 * progress.bytesDone) / progress.bytesTotal))
}

/** What is read at the moment, in words. */
export function progressText(progress: IntakeProgress | null): string {
  if (progress === null) return '正在准备读取…'
  const { fileIndex, files, bytesDone, bytesTotal } = progress
  const at = Math.min(fileIndex + 1, files)
  return `第 ${at} / ${files} 个文件，已读 ${sizeText(bytesDone)} / ${sizeText(bytesTotal)}`
}

/** The same for a screen reader: only every tenth of the way is told. */
export function spokenProgress(progress: IntakeProgress | null): string {
  const tenth = Math.floor(percentRead(progress) / 10) * 10
  return tenth === 0 ? '正在读取文件' : `已读 ${tenth}%`
}
