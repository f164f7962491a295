import type { FormulaProblem } from '@/domain/formula/parseFormula'
import type { FormulaRemark } from '@/domain/formula/formulaRemarks'
import { describeItem } from '@/domain/item'

/** Why a text is no formula, and what to do. */
export function formulaProblemText({ code, text, at }: FormulaProblem): string {
  const where = text === '' ? '最后' : `“${text}”这里（第 ${at + 1} 个字）`
  switch (code) {
    case 'empty':
      return '还没有公式。'
    case 'no-item':
      return '公式里至少要有一个指标。'
    case 'operand-missing':
      return `${where}缺一个指标、数字或括号。`
    case 'operator-missing':
      return `${where}前面缺运算符。名称里有括号、空格或运算符的，用方括号括起来，如 [复议纠错率（占总计）]。`
    case 'not-closed':
      return `${where}缺右括号。`
    case 'name-unknown':
      return `不认识“${text}”。`
    case 'name-ambiguous':
      return `“${text}”可以指好几个指标，请选一个。`
    case 'circle':
      return `“${text}”的公式又用到了本指标，互相引用算不出来。请改用别的指标。`
    case 'too-long':
      return '公式太长，请拆成几个指标。'
  }
}

/** What should be known of a formula that can be computed. */
export function formulaRemarkText(remark: FormulaRemark): string {
  switch (remark.code) {
    case 'unlike-units':
      return `注意：把单位“${remark.left}”和“${remark.right}”的数相加减。`
    case 'zero-divisor':
      return '注意：除以 0，永远没有结果（显示“分母为 0”）。'
    case 'made-percent':
      return '单位是 %，结果已乘 100。'
    case 'percent-as-written':
      return '单位是 %，公式里已有数字或百分比，按原样计算，不再乘 100。'
    case 'no-total':
      return '各单位的值不能合成一个总数，合计处写“无”。'
    case 'total-of-ratio':
      return '多个单位的合计 = 分子之和 ÷ 分母之和，不是比率的平均。'
    case 'total-of-sum':
      return '多个单位的合计 = 各单位之和。'
  }
}

/** The names of items that may be meant. */
export function itemLabel(id: string): string {
  return describeItem(id).label
}
