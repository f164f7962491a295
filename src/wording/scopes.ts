import type { Scope } from '@/domain/report'

/** What a government's report covers, in words. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  whole: '全县汇总',
  office: '办公室',
  auxiliary: '辅助数据',
}
