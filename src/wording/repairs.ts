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
  if (repair.kind === 'swap') return swapText(repair)
  if (repair.kind === 'shift') {
    const [first = '', last = ''] = [repair.indicators[0], repair.indicators.at(-1)].map((id) =>
      shortLabel(id ?? ''),
    )
    const [now, then] = [repair.values, repair.balanced].map((row) => row.map(exactText).join('、'))
    return `“${first}”至“${last}”现为 ${now}，疑似整行错了一列，改为 ${then} 后各式都平`
  }
  const { indicator, value, balanced, slip, certain } = repair
  const name = `“${shortLabel(indicator)}”现为 ${exactText(value)}`
  const reason = slips[slip] === '' ? '' : `（疑似${slips[slip]}）`
  return certain
    ? `${name}，改为 ${exactText(balanced)} 后各式都平${reason}`
    : `${name}，可能应为 ${exactText(balanced)}${reason}；表四只有一道合计式，请核对原件`
}

/** A 0 in the place of the other: the number was written one row or column too far. */
function swapText({ indicators, values }: Extract<Repair, { kind: 'swap' }>): string {
  const [first, second] = indicators.map(shortLabel)
  const [a, b] = values.map(exactText)
  const isMoved = values.includes(0)
  const what = `“${first}”（${a}）与“${second}”（${b}）`
  return `${what}${isMoved ? '疑似写错了格，对调' : '疑似互换，换回'}后各式都平`
}
