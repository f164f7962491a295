import type { Repair, Slip } from '@/analysis/repair'
import { shortLabel } from '@/domain/catalogue'
import { exactText } from './numbers'

const slips: Readonly<Record<Slip, string>> = {
  totalLeftAtZero: '总计漏填，留为 0',
  digitsTransposed: '数字颠倒',
  zeroTooMany: '多写一个 0',
  zeroTooFew: '少写一个 0',
  tenThousandfold: '元与万元混淆',
  unknown: '',
}

/**
 * Advice on a report that does not balance. It says what would balance, never that it is so; for table
 * 四, whose sums cross only once, 可能.
 */
export function repairText(repair: Repair): string {
  if (repair.kind === 'swap') {
    const [first, second] = repair.indicators.map(shortLabel)
    const [a, b] = repair.values.map(exactText)
    return `“${first}”（${a}）与“${second}”（${b}）疑似互换，换回后各式都平`
  }
  const { indicator, value, balanced, slip, certain } = repair
  const name = `“${shortLabel(indicator)}”现为 ${exactText(value)}`
  const reason = slips[slip] === '' ? '' : `（疑似${slips[slip]}）`
  return certain
    ? `${name}，改为 ${exactText(balanced)} 后各式都平${reason}`
    : `${name}，可能应为 ${exactText(balanced)}${reason}；表四只有一道合计式，请核对原件`
}
