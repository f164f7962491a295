import { indicatorById, isCustom } from '@/domain/catalogue'
import { measureById, yearOnYearById } from '@/domain/measures'
import type { ExplorationInput } from './exploration'

/** Why an exploration has no chart, where that is not that the numbers are missing. */
export function whyNothing({
  state: { form, items },
  answer,
}: Pick<ExplorationInput, 'state' | 'answer'>): string | null {
  if (answer.units.length === 0) {
    return '所选的组里没有单位，或者组已被删除。请在“单位”里另选。'
  }
  const unknown = items.filter((item) => !isKnown(item))
  if (unknown.length > 0 && form !== 'composition' && form !== 'flow') {
    return `这里没有指标“${unknown.join('”“')}”：可能已被删除，或是在别的机器上自定义的。请在“指标”里另选。`
  }
  return form === 'scatter' && items.length < 2 ? '散点图要两项指标。请在“指标”里再选一项。' : null
}

function isKnown(item: string): boolean {
  const known = measureById(item) ?? yearOnYearById(item) ?? indicatorById(item)
  return known !== undefined || isCustom(item)
}
