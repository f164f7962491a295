import type { Disposition, DispositionKind } from '@/data/disposition'
import { timeText } from './timeText'

/** The kinds of 处置 as they are called on screen. */
export const dispositionNames: Readonly<Record<DispositionKind, string>> = {
  confirmed: '确认',
  otherScope: '系口径不同',
  corrected: '已更正',
  returned: '退回县局',
}

/** A 处置 in full: what, when, by whom and why. */
export function dispositionText({ kind, at, by, reason }: Disposition): string {
  const who = by === '' ? '' : `，${by}`
  return `${dispositionNames[kind]}（${timeText(at)}${who}）：${reason}`
}
