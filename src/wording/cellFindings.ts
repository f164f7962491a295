import type { CellCode } from '@/domain/finding'
import { fact, ifFact, quoted, type FindingText } from './findingWords'

/** What the number parser noticed in a cell, and what to do. */
export const cellFindings: Readonly<Record<CellCode, FindingText>> = {
  'cell-unreadable': (finding) =>
    `${quoted(finding)} 不是数字，按不可读处理，原文保留。请改正后重新导入或更正。`,
  'cell-no-address': (finding) =>
    `${quoted(finding)} 不是网页地址，按不可读处理，原文保留。请写成以 http:// 或 https:// 开头的完整网址。`,
  'cell-ambiguous-number': (finding) =>
    `${quoted(finding)} 有不止一种读法${finding.detail?.['reason'] === 'decimal-commas' ? '（这一列别处把逗号当作小数点）' : ''}，没有猜测，按不可读处理。请写成一个完整的数字。`,
  'cell-unit-suffix': (finding) =>
    `${quoted(finding)} 带有单位“${fact(finding, 'suffix')}”，读作 ${fact(finding, 'value')}${fact(finding, 'unit')}。`,
  'cell-converted': (finding) =>
    `${quoted(finding)} 已换算为 ${fact(finding, 'value')}${ifFact(finding, 'unit', (unit) => ` ${unit}`)}${ifFact(finding, 'words', (words) => `（表中写“${words}”）`)}，请核对单位。`,
  'cell-unit-assumed': (finding) =>
    `${quoted(finding)} 没有写明是元还是万元，按${fact(finding, 'unit')}读取，请核对。`,
  'cell-numeral': (finding) =>
    `${quoted(finding)} 是中文数字，读作 ${fact(finding, 'value')}，原文保留。`,
  'cell-remark': (finding) =>
    `${quoted(finding)} 取数字 ${fact(finding, 'value')}，附注“${fact(finding, 'remark')}”保留在原文中。`,
  'cell-negative': (finding) => `${quoted(finding)} 是负数，此项一般不小于 0，请核对。`,
  'cell-not-integer': (finding) => `${quoted(finding)} 不是整数，此项应按件计数，请核对。`,
  'cell-formula': (finding) =>
    finding.severity === 'info'
      ? `有 ${fact(finding, 'cells')} 格是公式，采用文件中已算好的结果。`
      : `${quoted(finding)} 是公式，没有计算结果，按不可读处理。`,
  'cell-maybe-date': (finding) =>
    `${quoted(finding)} 像是被表格软件改成了日期，原来的数字已不可知，按不可读处理。请核对来源。`,
  'cell-thousands': (finding) =>
    `${quoted(finding)} 中的逗号按千位分隔读作 ${fact(finding, 'value')}，请核对。`,
  'cell-precision': (finding) =>
    `${quoted(finding)} 的位数超出可以精确保存的范围，存为 ${fact(finding, 'value')}，原文保留。`,
}
