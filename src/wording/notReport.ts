import type { Finding } from '@/domain/finding'

/**
 * Why a file gave no report, in the few words of a list: it is something else, an empty form, a scan
 * ...; null where the findings do not say it so shortly.
 */
export function notReportText(findings: readonly Finding[]): string | null {
  for (const { code, severity, detail } of findings) {
    const text = reasons.get(code)
    if (text === undefined || (code === 'form-tables-missing' && severity !== 'error')) continue
    return code === 'form-other-report' && detail?.['what'] !== undefined
      ? `${text}，像是${detail['what']}`
      : text
  }
  return null
}

const reasons: ReadonlyMap<Finding['code'], string> = new Map([
  ['form-other-report', '不是政府信息公开年报'],
  ['form-older', '2019 年度以前的格式，没有法定表格'],
  ['form-empty', '空白表样，没有填数'],
  ['form-tables-missing', '有年报标题，没有表格'],
  ['form-several', '多份年报混在一起，分不清单位'],
  ['page-in-frame', '没有表格，框架里的内容在别的文件'],
  ['pdf-scanned', '扫描件，没有文字'],
  ['pdf-encrypted', '加了密码，打不开'],
  ['pdf-damaged', '文件已损坏'],
  ['archive-damaged', '文件已损坏'],
  ['file-empty', '空文件'],
])
