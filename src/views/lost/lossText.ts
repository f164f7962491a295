import type { StoreStatus } from '@/engine/statusProtocol'
import { exactText } from '@/wording/numbers'

export interface LossText {
  readonly title: string
  /** What was expected and what is there. */
  readonly found: string
  readonly cause: string
  /** The name of the way on without the lost data, and what it means. */
  readonly goOn: string
  readonly consequence: string
}

/** What to say of a loss or of damage; null where there is none. */
export function lossText({ health }: Pick<StoreStatus, 'health'>): LossText | null {
  if (health.kind === 'damaged') return damageText(health.batches)
  if (health.kind !== 'lost') return null
  const { expectedReports, foundReports } = health
  const isEmpty = foundReports === 0
  return {
    title: '浏览器丢失了数据',
    found: `上次离开时这里有 ${exactText(expectedReports)} 份年报，现在${isEmpty ? '一份也没有' : `只有 ${exactText(foundReports)} 份`}。`,
    cause:
      '常见的原因：有人清除了浏览数据，磁盘空间不足时浏览器自行清理，或浏览器的数据文件损坏。不是你的导入出了错。',
    goOn: isEmpty ? '从头开始' : '用剩下的数据继续',
    consequence: isEmpty
      ? '程序将不再等待丢失的数据，从空白开始。以后仍可从数据包恢复。'
      : `程序将以剩下的 ${exactText(foundReports)} 份年报继续，不再提示这次丢失。以后仍可从数据包恢复。`,
  }
}

function damageText(batches: readonly number[]): LossText {
  const list = batches.join('、')
  return {
    title: '有批次损坏了',
    found: `批次 ${list} 的内容与写入时的校验值不符，其中的数不可信。`,
    cause: '常见的原因：断电、磁盘故障，或浏览器的数据文件损坏。',
    goOn: '移除损坏的批次继续',
    consequence: `批次 ${list} 的内容会被移除，它们的来源文件保留，可以下载后重新导入。`,
  }
}
