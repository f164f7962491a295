import type { Report } from '@/domain/report'

/** The paragraphs of the sections that tell figures. */
export interface RunningText {
  readonly overview: readonly string[]
  readonly others: readonly string[]
}

type Told = (count: number) => string

const overview: readonly (readonly [figure: string, told: Told])[] = [
  ['published.website', (n) => `本县政府门户网站全年公开各类信息${n}条`],
  ['published.wechatIssues', (n) => `政务微信推送${n}期`],
  ['published.wechat', (n) => `“示例发布”微信公众号发布信息${n}条`],
  ['published.weibo', (n) => `政务微博发布${n}条`],
  ['interpretation.documents', (n) => `发布政策解读材料${n}篇`],
  ['interpretation.executiveMeetings', (n) => `解读县政府常务会议${n}次`],
  ['interpretation.originals', (n) => `制作原创产品${n}个`],
  ['engagement.surveys', (n) => `组织网上调查${n}次`],
  ['engagement.consultations', (n) => `就决策草案征集意见${n}期`],
  ['engagement.responses', (n) => `回应群众关切${n}次`],
  ['engagement.pledges', (n) => `部门负责人亮目标${n}次`],
  ['proposals.npc', (n) => `公开人大代表建议答复${n}件`],
  ['proposals.cppcc', (n) => `公开政协提案答复${n}件`],
]

const requests: readonly (readonly [figure: string, told: Told])[] = [
  ['requests.received', (n) => `全年共收到政府信息公开申请${n}件`],
  ['requests.online', (n) => `其中网上提交${n}件`],
  ['requests.letter', (n) => `信函申请${n}件`],
  ['requests.inPerson', (n) => `当面申请${n}件`],
  ['requests.fax', (n) => `传真申请${n}件`],
]

const rest: readonly (readonly [figure: string, told: Told])[] = [
  ['management.policyLibrary', (n) => `政策文件库收录文件${n}件`],
  ['platform.columns', (n) => `调整公开栏目${n}个`],
  ['platform.accountsOpened', (n) => `新开设政务新媒体${n}个`],
  ['platform.accountsClosed', (n) => `注销政务新媒体账号${n}个`],
  ['platform.accounts', (n) => `全县共有政务新媒体${n}个`],
  ['supervision.training', (n) => `举办业务培训${n}次`],
  ['supervision.inspections', (n) => `开展专项检查${n}次`],
  ['supervision.bulletins', (n) => `印发通报${n}期`],
]

/** Sections 一 and 六 of a report in words of our own, telling the prose figures that it has. */
export function runningText(report: Report): RunningText {
  const paragraph = (head: string, figures: typeof overview): string[] => {
    const told = figures.flatMap(([figure, words]) => {
      const cell = report.cells.get(`prose.${figure}`)
      return cell?.kind === 'value' ? [words(cell.value)] : []
    })
    return told.length === 0 ? [] : [`${head}${told.join('，')}。`]
  }
  const fee = report.cells.get('prose.informationFee.amount')
  return {
    overview: [
      ...paragraph('（一）主动公开。', overview),
      ...paragraph('（二）依申请公开。', requests),
      ...paragraph('（三）管理与保障。', rest),
    ],
    others: fee?.kind === 'value' ? [feeSentence(fee.value)] : [],
  }
}

function feeSentence(amount: number): string {
  return amount === 0 ? '本年没有收取信息处理费。' : `本年收取信息处理费${amount}元。`
}
