import type { Finding, FormCode } from '@/domain/finding'
import { fact, ifFact, quoted, type FindingText } from './findingWords'

const proposal: FindingText = (finding) =>
  ifFact(finding, 'proposal', (text) => `建议：${text}。建议不会自动采用。`)

const lawful: FindingText = (finding) =>
  ifFact(finding, 'exceptions', (text) => `可能的正当原因：${text}。`)

/** What is said of one thing, by whom and in which words. */
function sides(finding: Finding): string {
  const names = [
    ['taken', 'by', 'words'],
    ['other', 'otherBy', 'otherWords'],
    ['third', 'thirdBy', 'thirdWords'],
  ] as const
  return names
    .filter(([value]) => finding.detail?.[value] !== undefined)
    .map(([value, by, words]) => {
      const quotation = ifFact(finding, words, (text) => `（“${text}”）`)
      return `${fact(finding, by)}是“${fact(finding, value)}”${quotation}`
    })
    .join('，')
}

function scopeOf({ detail }: Finding): string {
  return detail?.['taken'] === 'office' ? '办公室本级' : '全县汇总'
}

/** What the two sides of a statutory sum are, by its rule. */
const sumWords: ReadonlyMap<string, readonly [left: string, right: string]> = new Map([
  ['T3-ROW', ['各类申请人之和', '总计']],
  ['T3-SUM7', ['各项办理结果之和', '（七）总计']],
  ['T3-IDENT', ['本年新收加上年结转', '总计加结转下年度']],
  ['T3-OTHER', ['三个分项之和', '（六）其他处理']],
  ['T4-SUM', ['各项结果之和', '总计']],
])

function sumSides(finding: Finding): string {
  const [left, right] = sumWords.get(fact(finding, 'rule')) ?? ['一边', '另一边']
  return `${left}是 ${fact(finding, 'left')}，${right}是 ${fact(finding, 'right')}`
}

/** A column as its header calls it, of which there may be one beside every column of the form. */
function namedColumn(finding: Finding): string {
  const name = fact(finding, 'name')
  const count = finding.detail?.['count']
  const many = typeof count === 'number' && count > 1 ? `${count} 列` : '一列'
  return name === '' ? `没有列名的${many}` : `“${name}”${many}`
}

/** What the recogniser of the statutory form noticed, and what to do. */
export const formFindings: Readonly<Record<FormCode, FindingText>> = {
  'form-row-lost': (finding) =>
    `文件里找不到“${fact(finding, 'label')}”一行，按空处理（不是 0）。请对照原文补录。`,
  'form-row-width': (finding) =>
    `“${fact(finding, 'label')}”应有 ${fact(finding, 'expected')} 个数，读到 ${fact(finding, 'found')} 个：${quoted(finding)}。分不清各属哪一格，按不可读处理。${proposal(finding)}`,
  'form-row-gaps': (finding) =>
    `“${fact(finding, 'label')}”一行有空格，可能是留空，也可能错位，请核对。${proposal(finding)}`,
  'form-columns-moved': () => '表三各类申请人的列序与法定表样不同，已按表头写的列名读取，请核对。',
  'form-column-left-out': (finding) =>
    ifFact(
      finding,
      'year',
      (year) => `${namedColumn(finding)}是另一年的数，没有读取，只读了 ${year} 年的各列，请核对。`,
    ) ||
    `${namedColumn(finding)}不是法定表样的列，${finding.detail?.['kind'] === 'words' ? '没有当作数字读取' : '其中的数没有读作本年数'}，只读了表样规定的各列，请核对。`,
  'form-column-unsure': (finding) =>
    `表里多出${namedColumn(finding)}，分不清哪一列是本年数，所在各行按不可读处理。请删去多出的列（只留表样规定的本年数）后重新导入，或对照原文补录。`,
  'form-row-by-order': (finding) =>
    `一行数字没有行名，按次序读作“${fact(finding, 'label')}”，请核对。`,
  'form-row-unsure': (finding) =>
    `一行数字没有行名，可能是“${fact(finding, 'label')}”，次序不足以确定，按不可读处理。`,
  'form-row-twice': (finding) =>
    `“${fact(finding, 'label')}”在文件里出现不止一次，数不相同：${fact(finding, 'said')}。分不清哪个是本年表二的，按不可读处理。请删去另一张表后重新导入，或对照原文补录。`,
  'form-line-stray': (finding) => `这些数字不属于表中任何一行：${quoted(finding)}，没有采用。`,
  'form-sum-fails': (finding) =>
    `“${fact(finding, 'label')}”合计不平：${sumSides(finding)}。按原文保留，没有改动。${proposal(finding)}`,
  'form-empty': () => '这是一份空白表样，没有填写数字，没有导入。请换成填好的年报。',
  'form-empty-beside': (finding) => `年报之外还有 ${fact(finding, 'count')} 份空白表样，没有采用。`,
  'form-tables-missing': (finding) =>
    finding.severity === 'error'
      ? `这是年报的标题，但文件里没有表二、表三、表四，没有导入：${quoted(finding)}。表格可能在附件或图片里，请导入带表格的文件。`
      : `没有找到${ifFact(finding, 'tables', (tables) => `表${tables}`) || '部分表格'}，其中的指标没有读取。`,
  'form-other-report': (finding) =>
    `这不是政府信息公开工作年度报告${ifFact(finding, 'what', (what) => `，像是${what}`)}，没有导入。文件开头：${quoted(finding)}。`,
  'form-older': () =>
    '这是 2019 年度以前的格式，没有 2019 年度起的法定表格（表二、三、四），没有导入。旧表的指标与现在的不同，要采用请按模板录入。',
  'form-several': (finding) =>
    `文件里有 ${fact(finding, 'count')} 份年报的表三，分不清各属哪个单位，没有导入。请拆成一份年报一个文件。`,
  'form-unit-inferred': (finding) =>
    `单位是从${fact(finding, 'by')}认出的：${fact(finding, 'taken')}，请核对。`,
  'form-unit-conflict': (finding) => `单位有不同说法：${sides(finding)}，请核对。`,
  'form-year-inferred': (finding) =>
    `年份是从${fact(finding, 'by')}认出的：${fact(finding, 'taken')}，请核对。`,
  'form-year-conflict': (finding) => `年份有不同说法：${sides(finding)}，请核对。`,
  'form-day-conflict': (finding) =>
    `公开日期有两种说法：${fact(finding, 'by')}是 ${fact(finding, 'taken')}，${fact(finding, 'otherBy')}是 ${fact(finding, 'other')}${ifFact(finding, 'otherWords', (words) => `（“${words}”）`)}。按前者读取，请核对。`,
  'form-scope-unclear': (finding) =>
    finding.severity === 'info'
      ? `口径是你的回答：${scopeOf(finding)}。`
      : `看不出是全县汇总还是办公室本级，按“${scopeOf(finding)}”处理，请核对。${ifFact(finding, 'otherWords', (words) => `依据：“${words}”。`)}`,
  'form-derived': (finding) =>
    `由勾稽关系推得：${ifFact(finding, 'label', (label) => `${label} `)}${fact(finding, 'value')}。这是推算，不作为报送数入库。`,
  'prose-counted': (finding) =>
    `正文里还有一个计数没有对应指标：${quoted(finding)}，可作为自定义指标保留。`,
  'prose-conflict': (finding) =>
    `正文里同一指标有两个数：${fact(finding, 'taken')} 和 ${fact(finding, 'other')}，采用前者，请核对。`,
  'prose-differs': (finding) =>
    `${fact(finding, 'name')}与表格不符：正文说${fact(finding, 'label')} ${fact(finding, 'said')}，表中${fact(finding, 'compared')}。${lawful(finding)}原文：${quoted(finding)}`,
  'prose-undecided': (finding) =>
    `${fact(finding, 'name')}不可判：正文说${fact(finding, 'label')} ${fact(finding, 'said')}，能对照的数不全：${fact(finding, 'compared')}。原文：${quoted(finding)}`,
  'prose-parts-differ': (finding) =>
    `${fact(finding, 'name')}与总数不符：“${fact(finding, 'label')}”，${fact(finding, 'compared')}。${lawful(finding)}原文：${quoted(finding)}`,
  'prose-other-year': (finding) =>
    `${fact(finding, 'label')}写作“${fact(finding, 'said')}”，而${fact(finding, 'compared')}（应为当年 1 月 1 日至 12 月 31 日），疑似沿用旧稿，请核对。原文：${quoted(finding)}`,
  'prose-part-missing': (finding) =>
    `年报六个部分不全或序号不对：${fact(finding, 'label')}（${fact(finding, 'said')}），请对照原文。`,
}
