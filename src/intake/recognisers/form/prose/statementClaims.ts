import type { TableReading, TextClaim } from '@/domain/checks/textClaim'
import type { TextRuleId } from '@/domain/checks/textRules'
import { placeOf, sentences } from './countedPhrases'
import type { ProseSection } from './proseSections'

/** Words without a number that say that some cells are 0. */
interface Statement {
  readonly rule: TextRuleId
  readonly label: string
  readonly words: RegExp
  /** What else the sentence must say. */
  readonly about?: RegExp
  /** What the words must not go on to say: then only some cases are spoken of. */
  readonly not?: RegExp
  readonly cells: readonly TableReading[]
}

const reviewIds = ['corrected', 'pending'].map((result) => `review.${result}`)
const lawsuitIds = (result: string) => [
  `litigation.direct.${result}`,
  `litigation.afterReview.${result}`,
]

const UPHELD = /(?:均|全部)(?:已|被|获|获得|得到|予以)*维持/u
const WON = /(?:均|全部)(?:已|获|获得)*(?:胜诉|驳回)|零败诉|(?:无|没有|未发生)(?:一件|1件)?败诉/u
const NONE = '(?:未(?:收到|发生|产生|接到|出现|引发|涉及)|没有|无(?!正当|法|效|关|需))'

/** 均 and 全部 speak of every case, so none may be pending. */
const statements: readonly Statement[] = [
  {
    rule: 'P-WON',
    label: '行政复议结果纠正与尚未审结',
    words: UPHELD,
    about: /复议/u,
    cells: [{ label: '结果纠正加尚未审结', indicators: reviewIds }],
  },
  {
    rule: 'P-WON',
    label: '行政诉讼结果纠正与尚未审结',
    words: new RegExp(`${UPHELD.source}|(?:均|全部)(?:已|获|获得)*(?:胜诉|驳回)`, 'u'),
    about: /诉讼|应诉|起诉/u,
    cells: [
      {
        label: '结果纠正加尚未审结',
        indicators: [...lawsuitIds('corrected'), ...lawsuitIds('pending')],
      },
    ],
  },
  {
    rule: 'P-WON',
    label: '行政诉讼结果纠正',
    words: WON,
    not: /均|全部/u,
    about: /诉讼|应诉|起诉|败诉/u,
    cells: [{ label: '结果纠正', indicators: lawsuitIds('corrected') }],
  },
  {
    rule: 'P-NEG',
    label: '行政复议',
    words: new RegExp(`${NONE}[^。；，,\\n]{0,24}行政复议[^。；，,\\n]{0,8}`, 'u'),
    not: /\d|纠正|纠错|撤销|违法|败诉|变更|申请人|复议后|被复议/u,
    cells: [{ label: '行政复议总计', indicators: ['review.total'] }],
  },
  {
    rule: 'P-NEG',
    label: '行政诉讼',
    words: new RegExp(`${NONE}[^。；，,\\n]{0,24}行政诉讼[^。；，,\\n]{0,8}`, 'u'),
    not: /\d|纠正|纠错|撤销|违法|败诉|变更/u,
    cells: [{ label: '两类诉讼总计之和', indicators: lawsuitIds('total') }],
  },
  {
    rule: 'P-NEG',
    label: '结转下年',
    words: new RegExp(`${NONE}[^。；，,\\n]{0,8}结转(?:至|到|入)?(?:下|次)`, 'u'),
    cells: [{ label: '结转下年', indicators: ['requests.carriedOut.total'] }],
  },
  {
    rule: 'P-NEG',
    label: '信息处理费',
    words: /(?:未|没有)收取[^。；，,\n]{0,16}(?:信息处理费|信息公开[^。；，,\n]{0,6}费)/u,
    not: /\d|其[他它]|其余|另/u,
    cells: [{ label: '信息处理费金额', indicators: ['prose.informationFee.amount'] }],
  },
]

/** P-WON and P-NEG: what a section says by having none, or by all of them going one way. */
export function statementClaims(section: ProseSection): TextClaim[] {
  return [...sentences(section.text)].flatMap(({ text, from }) =>
    statements.flatMap((each): TextClaim[] => {
      const match = each.words.exec(text)
      if (match === null || each.not?.test(match[0]) === true) return []
      if (each.about?.test(text) === false || isConditional(text)) return []
      const { rule, label, cells: readings } = each
      const place = placeOf(section, from + match.index)
      const basis = { kind: 'number', value: 0, readings } as const
      return [{ rule, label, said: match[0].trim(), basis, sentence: text.trim(), place }]
    }),
  )
}

/** Plans, rules and other years say nothing of the year. */
function isConditional(text: string): boolean {
  return /确保|力争|努力|避免|防止|如|若|上年|去年|下一步/u.test(text)
}
