import type { Indicator, IndicatorKind } from './indicator'

type ProseFigure = readonly [id: string, label: string, unit: string, short?: string]

const heads: readonly (readonly [head: string, figures: readonly ProseFigure[]])[] = [
  [
    '主动公开',
    [
      ['published.website', '政府门户网站主动公开信息', '条', '网站公开信息'],
      ['published.wechatIssues', '政务微信发布期数', '期', '微信发布期数'],
      ['published.wechat', '政务微信发布信息', '条', '微信发布信息'],
      ['published.weibo', '政务微博发布信息', '条', '微博发布信息'],
      ['interpretation.documents', '解读政策文件', '期'],
      ['interpretation.executiveMeetings', '解读政府常务会议', '次', '解读常务会议'],
      ['interpretation.originals', '原创解读产品', '个'],
      ['engagement.surveys', '在线调查问卷', '次', '调查问卷'],
      ['engagement.consultations', '重要决策意见征集', '期', '意见征集'],
      ['engagement.responses', '回应公众关注热点', '次', '回应热点'],
      ['engagement.pledges', '在线亮目标晒承诺', '次', '亮目标晒承诺'],
      ['proposals.npc', '公开人大代表建议', '条', '人大代表建议'],
      ['proposals.cppcc', '公开政协委员提案', '条', '政协委员提案'],
      ['corrections.received', '“我为政府网站找错”有效留言', '条', '网站找错留言'],
      ['corrections.onTimeRate', '找错留言按期办结率', '%'],
    ],
  ],
  [
    '依申请公开',
    [
      ['requests.received', '受理依申请公开申请', '件', '受理申请'],
      ['requests.yearOnYear', '依申请公开申请同比', '%', '申请同比'],
      ['requests.online', '网络申请', '件'],
      ['requests.letter', '信函申请', '件'],
      ['requests.inPerson', '当面申请', '件'],
      ['requests.fax', '传真申请', '件'],
    ],
  ],
  ['政府信息管理', [['management.policyLibrary', '政策文件库文件', '件']]],
  [
    '平台建设',
    [
      ['platform.columns', '公开频道栏目', '个'],
      ['platform.accountsOpened', '新媒体申报开设', '个', '新媒体开设'],
      ['platform.accountsClosed', '新媒体注销', '个'],
      ['platform.accounts', '政务新媒体（其他）', '个', '政务新媒体'],
    ],
  ],
  [
    '监督保障',
    [
      ['supervision.training', '业务培训与指导', '次', '业务培训'],
      ['supervision.inspections', '督办检查', '次'],
      ['supervision.bulletins', '书面通报', '期'],
    ],
  ],
  ['其他需要报告的事项', [['informationFee.amount', '信息处理费', '元']]],
]

/** Short names of the figures told in running text, by indicator id. */
export const proseShortLabels: ReadonlyMap<string, string> = new Map(
  heads.flatMap(([, figures]) =>
    figures.map(([id, label, , short]) => [`prose.${id}`, short ?? label] as const),
  ),
)

/**
 * The figures that sections 一 and 六 usually tell in running text, under the five heads of 国办公开办函
 * 〔2021〕30号. The form does not print them as a table, so they have no column.
 */
export function proseIndicators(): Indicator[] {
  return heads.flatMap(([head, figures]) =>
    figures.map(([id, label, unit]) => ({
      id: `prose.${id}`,
      editions: ['2019', '2021'] as const,
      table: 'prose' as const,
      group: head,
      rowLabel: label,
      columnLabel: '',
      unit,
      kind: kindOf(unit),
      note: '',
    })),
  )
}

function kindOf(unit: string): IndicatorKind {
  if (unit === '%') return 'percent'
  return unit === '元' ? 'money' : 'count'
}
