import type { EngineError } from '@/engine/statusProtocol'

const texts: Readonly<Record<EngineError['code'], string>> = {
  'quota-exceeded':
    '浏览器给本页的空间用完了，这一步没有写入任何数据。请清理磁盘，或导出后移走旧数据再试。',
  'storage-unavailable': '浏览器不允许本页保存数据（隐私窗口或单位策略）。',
  'newer-version': '数据由更新版本的县鉴写成，本版不能改动。请换用新版。',
  'package-invalid': '这不是完好的县鉴数据包，现有数据没有变动。',
  'nothing-to-commit': '没有可以写入的内容。',
  'open-units': '还有单位没有确定，请先在“待确认单位”中选择。',
  'open-questions': '还有问题没有回答，请先在“需要你回答”中选择。',
  'sample-loaded': '现在装着示例数据。示例从不与你的数据混在一起，请先清除示例。',
  'own-data': '已经有你自己的数据，不能再装入示例。',
  'read-only': '另一个标签页或更新的版本正在管理数据，本页不能写入。',
  'not-found': '找不到所要的内容，它可能已被删除。',
  'reason-missing': '请写明更正的理由。',
  'worker-ended': '后台程序意外停止，数据停在上一次写入时。请重新加载页面。',
  unknown: '出现了没有预料到的错误。',
}

/** What went wrong, in words that say what it means for the data. */
export function failureText(error: EngineError): string {
  const text = texts[error.code]
  const isExplained = error.code !== 'unknown' && error.code !== 'package-invalid'
  return isExplained || error.detail === '' ? text : `${text}（${error.detail}）`
}
