import type { CheckFinding, FindingFigure } from '@/analysis/checkFinding'
import type { StatedCheck } from '@/analysis/statedChecks'
import { shortLabel } from '@/domain/catalogue'
import { ruleById } from '@/domain/checks/rules'
import { comparedText } from '@/domain/checks/textClaim'
import type { Severity } from '@/domain/finding'
import { publicationText } from '@/domain/publication'
import { formulaText, missingText, type UnitNames } from './checkFormula'
import { exactText, percentText } from './numbers'
import { reportCellText } from './reportCellText'

const failedWords: Readonly<Record<Severity, string>> = {
  error: '不平',
  warning: '不符',
  info: '提示',
}

/** The outcome in a word: 通过, 不平, 不符 (there may be a lawful reason), 提示, 不可判. */
export function outcomeWord({ outcome, severity }: StatedCheck): string {
  if (outcome === 'passed') return '通过'
  return outcome === 'undecidable' ? '不可判' : failedWords[severity]
}

/** What was checked: the rule's name, and the row, column or figure. */
export function checkName({ rule, label }: Pick<CheckFinding, 'rule' | 'label'>): string {
  const { name } = ruleById(rule)
  return label === '' ? name : `${name}（${label}）`
}

/** Whose report of which year, e.g. `汉阴县 2023 年`; the narrower scope is said. */
export function reportName(
  { unit, year, scope }: Pick<CheckFinding, 'unit' | 'year' | 'scope'>,
  nameOf: UnitNames,
): string {
  return `${nameOf(unit)} ${year} 年${scope === 'office' ? '（办公室口径）' : ''}`
}

/**
 * A finding in full: county, year, check, the formula with its numbers, the difference, and what may
 * lawfully explain it.
 */
export function findingText(finding: CheckFinding, nameOf: UnitNames): string {
  const head = `${reportName(finding, nameOf)}：${checkName(finding)}${outcomeWord(finding)}`
  return (
    [head, bodyText(finding, nameOf), exceptionsText(finding)]
      .filter((part) => part !== '')
      .join('。') + '。'
  )
}

/** What is wrong, with the numbers and the difference; of what is 不可判, which numbers lack. */
export function bodyText(finding: StatedCheck, nameOf: UnitNames): string {
  return finding.outcome === 'undecidable' ? missing(finding, nameOf) : facts(finding, nameOf)
}

/** What may lawfully make the check fail; empty where nothing may, and where nothing failed. */
export function exceptionsText({ rule, outcome }: Pick<StatedCheck, 'rule' | 'outcome'>): string {
  const { exceptions } = ruleById(rule)
  return exceptions === '' || outcome !== 'failed' ? '' : `可能的正当原因：${exceptions}`
}

function missing(finding: StatedCheck, nameOf: UnitNames): string {
  if (finding.told !== null) return toldFacts(finding)
  const text = missingText(finding, nameOf)
  if (finding.rule === 'T4-AFTER' && text === '')
    return `${formulaText(finding, nameOf)}，以前年度的年报未入库`
  return text === '' ? '正文与表格中能对照的数不全' : `缺：${text}`
}

/** What is wrong, with the numbers. */
export function facts(finding: StatedCheck, nameOf: UnitNames): string {
  if (finding.told !== null) return toldFacts(finding)
  return (texts.get(finding.rule) ?? formulaText)(finding, nameOf)
}

const publishedFormula = `应为${ruleById('T2-2019-PUB').formula}`

type FactsText = (finding: StatedCheck, nameOf: UnitNames) => string

const texts: ReadonlyMap<string, FactsText> = new Map<string, FactsText>([
  ['T3-INT', cellFacts],
  ['T4-INT', cellFacts],
  ['T2-INT', cellFacts],
  ['D-YEAR', publicationFacts],
  ['T2-RULES', (finding) => `${list(finding.figures)}，而县级政府及其部门无规章制定权`],
  ['T2-FEE-UNIT', feeFacts],
  ['T3-FEE', (finding) => `${list(finding.figures)}，正文未见信息处理费`],
  ['T3-N3', (finding) => `${list(finding.figures)}，较少见，请核对`],
  ['T4-2024', (finding) => `${list(finding.figures)}；2024 年起不服不予公开决定须先申请行政复议`],
  ['T2-2019-PUB', ({ figures, year }) => `${list(figures, year)}，${publishedFormula}`],
  ['Y-JUMP', changeFacts],
  ['C-FACTOR', changeFacts],
  ['Y-GAP', (finding, nameOf) => gapFacts(finding, nameOf)],
  ['Y-FORMAT', formatFacts],
  ['Y-REPEAT', copyFacts],
  ['C-COUNTY', copyFacts],
  ['C-DIGIT', () => '表三各项非零数字九成以上是同一个数'],
  ['S-SCOPE', (finding) => `${list(finding.figures)}，小于所辖某一县的数，市级年报可能只含办公室`],
  ['P-YOY', yearOnYearFacts],
  ['P-FEE', (finding) => `${list(finding.figures)} 元，应为 10 元的整数倍`],
])

/** Figures other than 0; those of another year than `year` are told with theirs. */
function list(figures: readonly FindingFigure[], year: number | null = null): string {
  return figures
    .filter(({ cell }) => cell.kind === 'value' && cell.value !== 0)
    .map((figure) => {
      const when = year === null || figure.year === year ? '' : `${figure.year} 年`
      return `${when}${shortLabel(figure.indicator)} ${reportCellText(figure.cell)}`
    })
    .join('、')
}

function cellFacts({ figures, rule }: StatedCheck): string {
  const rest = rule === 'T2-INT' ? ruleById(rule).formula : '应为非负整数'
  return `${list(figures)}，${rest}`
}

function feeFacts({ left, right }: StatedCheck): string {
  if (left === null) return ''
  const before = right === null || right === 0 ? '' : `，上年 ${exactText(right)} 万元`
  const isLess = right !== null && left < right
  return `收费金额 ${exactText(left)} 万元${before}，疑似${isLess ? '上年' : ''}把元填成万元`
}

function publicationFacts({ figures: [day], year }: StatedCheck): string {
  const text = day?.cell.kind === 'value' ? publicationText(day.cell.value) : '不详'
  return `公开日期 ${text}，${year} 年度年报应在 ${year + 1} 年公开`
}

/** What the text says, and what the tables make of it. */
function toldFacts({ told, label, rule, outcome }: StatedCheck): string {
  if (told === null) return ''
  const { said, sentence } = told
  const compared = comparedText(told.compared)
  const quoted = `原文：“${sentence}”`
  if (rule === 'P-SEC') return said === '' ? '六个部分齐全' : `${label}（${said}）`
  if (rule === 'P-PARTS') return `“${label}”，${compared}。${quoted}`
  if (rule === 'P-YEAR')
    return `${label}写作“${said}”，而${compared}（应为当年 1 月 1 日至 12 月 31 日）。${quoted}`
  const open = outcome === 'undecidable' ? '能对照的数不全：' : '表中'
  return `正文说${label} ${said}，${open}${compared}。${quoted}`
}

function changeFacts({ left, right, year, label }: StatedCheck): string {
  if (left === null || right === null) return ''
  const size = right === 0 ? '' : `，为上年的 ${percentText((100 * left) / right, 0)}`
  return `${label} ${year - 1} 年 ${exactText(right)}，${year} 年 ${exactText(left)}${size}`
}

function gapFacts({ other, year }: StatedCheck, nameOf: UnitNames): string {
  if (other === null) return ''
  const missingYears = Array.from({ length: year - other.year - 1 }, (_, at) => other.year + 1 + at)
  return `${nameOf(other.unit)}缺 ${missingYears.join('、')} 年年报，前后年份都有`
}

function formatFacts({ detail, other }: StatedCheck): string {
  const { edition = '', otherEdition = '' } = detail
  return `${other?.year ?? ''} 年为 ${otherEdition} 年版表样，本年为 ${edition} 年版`
}

function copyFacts({ other, detail, rule }: StatedCheck, nameOf: UnitNames): string {
  if (other === null) return ''
  const { figures = '', equal = '' } = detail
  const whose = rule === 'Y-REPEAT' ? `${other.year} 年` : `${nameOf(other.unit)}同年`
  return `与${whose}年报的 ${figures} 个非零数字中有 ${equal} 个相同`
}

function yearOnYearFacts({ figures, detail, other, year }: StatedCheck): string {
  const isStated = ({ indicator }: FindingFigure) => indicator === 'prose.requests.yearOnYear'
  const stated = figures.find((each) => isStated(each) && each.year === year)
  const text = stated?.cell.kind === 'value' ? `${exactText(stated.cell.value)}%` : ''
  const rest = list(
    figures.filter((each) => !isStated(each)),
    year,
  )
  if (other !== null) return `正文同比 ${text}，与两年的数都不符：${rest}`
  const implied = detail['implied']
  return implied === undefined
    ? `正文同比 ${text}，由 ${rest} 倒推上年不是整数`
    : `正文同比 ${text}，倒推上年为 ${implied}`
}
