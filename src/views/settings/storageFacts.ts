import type { StoreStatus } from '@/engine/statusProtocol'
import { exactText } from '@/wording/numbers'
import { sizeText } from '@/wording/sizeText'
import { timeText } from '@/wording/timeText'

export interface Fact {
  readonly name: string
  readonly text: string
}

/** Where the data are and how safe, in the words of a person. */
export function storageFacts(status: StoreStatus): readonly Fact[] {
  const { health, usage, reports, batches, persisted, lastImportAt, lastBackupAt } = status
  const isMemory = health.kind === 'memory'
  return [
    { name: '内容', text: `${exactText(reports)} 份年报，${exactText(batches)} 个批次` },
    {
      name: '位置',
      text: isMemory ? '只在内存中，关闭页面即消失' : '这台机器、这个浏览器、这个网址之下',
    },
    { name: '保护', text: protection(isMemory, persisted) },
    {
      name: '占用',
      text:
        usage === null
          ? '浏览器没有告知'
          : `${sizeText(usage.used)}，浏览器允许约 ${sizeText(usage.quota)}`,
    },
    { name: '最近导入', text: lastImportAt === null ? '没有' : timeText(lastImportAt) },
    { name: '最近备份', text: lastBackupAt === null ? '没有' : timeText(lastBackupAt) },
  ]
}

function protection(isMemory: boolean, persisted: boolean): string {
  if (isMemory) return '没有'
  return persisted
    ? '浏览器答应不自行清理'
    : '浏览器没有答应长期保留，磁盘紧张时可能清理，请按时导出数据包'
}
