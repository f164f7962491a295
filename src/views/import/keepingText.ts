import type { DraftKeeping } from '@/engine/draftProtocol'

const texts: Readonly<Record<DraftKeeping, string>> = {
  kept: '',
  tooLarge:
    '这份草稿的文件合计超过 48 MB，不随页面保存：刷新或关掉页面后，要重新导入，审阅时的选择和改动也没有了。请在离开之前写入，或分批导入。',
  refused:
    '浏览器没有收下这份草稿（空间不足，或不让保存）：刷新或关掉页面后要重新导入。请在离开之前写入。',
}

/** That a draft does not survive a reload, and what to do; empty where it does. */
export function keepingText(keeping: DraftKeeping): string {
  return texts[keeping]
}
