import type { StoreStatus } from '@/engine/statusProtocol'
import { timeText } from '@/wording/timeText'

export type NoticeAction = 'removeSamples' | 'exportPackage' | 'reload' | 'toLost'

/** A line above the page that stands until its cause is gone. */
export interface Notice {
  readonly id: string
  readonly tone: 'info' | 'warning'
  readonly title: string
  readonly text: string
  readonly action: NoticeAction | null
  /** May be put off until its cause changes. */
  readonly canWait: boolean
}

/** The notices that the state of the store asks for, the most pressing first. */
export function noticesOf(status: StoreStatus): readonly Notice[] {
  return [...healthNotices(status), ...sampleNotices(status), ...backupNotices(status)]
}

function healthNotices({ health }: StoreStatus): readonly Notice[] {
  switch (health.kind) {
    case 'ok':
      return []
    case 'lost':
    case 'damaged':
      return [
        notice(
          'gone',
          '数据不完整',
          '浏览器里的数据丢失或损坏了，在处理之前不显示任何数。',
          'toLost',
        ),
      ]
    case 'memory':
      return [
        notice(
          'memory',
          '数据没有保存',
          `浏览器不允许本页保存数据（${health.reason}），关闭页面后全部消失。离开前请导出数据包。`,
          'exportPackage',
        ),
      ]
    case 'newerVersion':
      return [
        notice(
          'newerVersion',
          '只能查看',
          '这些数据由更新版本的县鉴写成。现在打开的是旧版，可以看，不能改。请换用新版，或重新加载。',
          'reload',
        ),
      ]
    case 'superseded':
      return [
        notice(
          'superseded',
          '请重新加载',
          '另一个标签页已经打开了新版县鉴，本页不能再读写数据。',
          'reload',
        ),
      ]
  }
}

function notice(id: string, title: string, text: string, action: NoticeAction): Notice {
  return { id, tone: 'warning', title, text, action, canWait: false }
}

const samples = {
  real: '五份真实年报（汉阴县、洪泽区、金湖县、宿迁市），只作演示，不与你的数据混在一起。',
  fictional: '虚构的示例市，单位和数字都是编造的（代码 99 开头），不与你的数据混在一起。',
} as const

function sampleNotices({ sample }: StoreStatus): readonly Notice[] {
  if (sample === 'none') return []
  return [
    {
      id: 'sample',
      tone: 'info',
      title: '示例数据',
      text: samples[sample],
      action: 'removeSamples',
      canWait: false,
    },
  ]
}

/** The browser may lose what it keeps; only a file in the user's own hands is safe. */
function backupNotices(status: StoreStatus): readonly Notice[] {
  const { lastImportAt, lastBackupAt, sample, health } = status
  const isAtRisk = lastImportAt !== null && (lastBackupAt === null || lastBackupAt < lastImportAt)
  if (!isAtRisk || sample !== 'none' || health.kind !== 'ok') return []
  const last = lastBackupAt === null ? '还没有备份过' : `上次备份在 ${timeText(lastBackupAt)}`
  return [
    {
      id: `backup-${String(lastImportAt)}`,
      tone: 'info',
      title: '备份提醒',
      text: `最近一次导入在 ${timeText(lastImportAt)}，${last}。数据只在这台机器的浏览器里，请导出数据包另存。`,
      action: 'exportPackage',
      canWait: true,
    },
  ]
}
