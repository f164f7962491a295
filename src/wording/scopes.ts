import type { Scope } from '@/domain/report'

/** What a government's report covers, in words. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  whole: '全县汇总',
  office: '办公室',
  auxiliary: '辅助数据',
}

/** Beside the name of a unit, where the figures are not those of the whole county's report. */
export function scopeNote(scope: Scope): string {
  return notes[scope]
}

/** The same where there is little room. */
export function scopeMark(scope: Scope): string {
  return marks[scope]
}

const notes: Readonly<Record<Scope, string>> = {
  whole: '',
  office: '（办公室口径）',
  auxiliary: '（辅助数据）',
}

const marks: Readonly<Record<Scope, string>> = { ...notes, office: '（办公室）' }
