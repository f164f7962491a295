import type { CompositionSpec, Share } from '@/charts/composition'
import { itemLook } from '@/charts/facets'
import { measures } from '@/domain/measures'
import { applicants, outcomeGroups } from '@/domain/tableThree'
import type { ViewName } from '@/wording/viewNames'

/** What a view can show: figures side by side, or the parts of a whole. */
export type Subject =
  | {
      readonly kind: 'figures'
      readonly id: string
      readonly label: string
      readonly panels: readonly Panel[]
    }
  | {
      readonly kind: 'composition'
      readonly id: string
      readonly label: string
      readonly spec: CompositionSpec
    }

/** One chart: a figure, or figures of which one followed the other in the form. */
export interface Panel {
  readonly title: string
  readonly items: readonly string[]
}

/** The subjects of each view; the first is what it opens with. */
export const subjects: Readonly<Record<ViewName, readonly Subject[]>> = {
  disclosure: [
    figures('norms', '行政规范性文件', documentPanels('normativeDocuments')),
    figures('rules', '规章', documentPanels('regulations')),
    figures('channels', '公开渠道', [
      panel('政府网站', 'prose.published.website'),
      panel('政务微信信息', 'prose.published.wechat'),
      panel('政务微信期数', 'prose.published.wechatIssues'),
      panel('政务微博', 'prose.published.weibo'),
    ]),
  ],
  outcomes: [
    {
      kind: 'composition',
      id: 'groups',
      label: '六类结果',
      spec: {
        whole: { item: 'requests.processed.total', label: '办理结果总计' },
        parts: outcomeGroups.map(({ id, label }) => ({ item: `outcome.${id}`, label })),
      },
    },
    ...outcomeGroups
      .filter(({ rows }) => rows.length > 1)
      .map(({ id, label, rows, single }) => ({
        kind: 'composition' as const,
        id,
        label,
        spec: {
          whole: { item: `outcome.${id}`, label },
          parts: [
            ...rows.map((row) => ({ item: `${row.id}.total`, label: row.short })),
            ...(single ? [undividedShare(single)] : []),
          ],
        },
      })),
    {
      kind: 'composition',
      id: 'refusal',
      label: '不予公开的依据',
      spec: {
        whole: { item: 'outcome.denied', label: '不予公开' },
        parts: [
          { item: 'denied.mandatory', label: '法定（第十四、十五条）' },
          { item: 'denied.discretionary', label: '裁量（第十六条）' },
          { item: 'requests.denied.inquiry.total', label: '行政查询事项' },
        ],
      },
    },
    figures('rates', '比率', [
      ...['rate.disclosed', ...outcomeGroups.map(({ id }) => `rate.${id}`), 'rate.carriedOut']
        .filter((id) => measures.some((measure) => measure.id === id))
        .map((id) => panel(itemLook(id).label, id)),
    ]),
    figures('volume', '申请量', [
      panel('本年新收', 'requests.new.total'),
      panel('上年结转', 'requests.carriedIn.total'),
      panel('办理结果总计', 'requests.processed.total'),
      panel('结转下年', 'requests.carriedOut.total'),
    ]),
    figures('disputes', '复议与诉讼', [
      panel('行政复议', 'review.total'),
      panel('复议纠错率', 'rate.reviewCorrected'),
      panel('行政诉讼', 'litigation.total'),
      panel('诉讼纠错率', 'rate.litigationCorrected'),
    ]),
    {
      kind: 'composition',
      id: 'applicants',
      label: '申请人',
      spec: {
        whole: { item: 'requests.new.total', label: '本年新收' },
        parts: applicants.filter(({ id }) => id !== 'total').map(applicantShare),
      },
    },
  ],
  enforcement: [
    figures('decisions', '处理决定', [
      panel('行政许可', 'licensing.decisions'),
      panel('行政处罚', 'penalties.decisions'),
      panel('行政强制', 'coercion.decisions'),
    ]),
    figures('changes', '处理决定同比', [
      panel('行政许可同比', 'yoy:licensing.decisions'),
      panel('行政处罚同比', 'yoy:penalties.decisions'),
      panel('行政强制同比', 'yoy:coercion.decisions'),
    ]),
    figures('projects', '项目数（2019 表样）', [
      panel('行政许可', 'licensing.itemsPreviousYear'),
      panel('行政处罚', 'penalties.itemsPreviousYear'),
      panel('行政强制', 'coercion.itemsPreviousYear'),
      panel('其他对外管理服务事项', 'otherServices.itemsPreviousYear'),
    ]),
  ],
  fees: [
    figures('amount', '收费金额与同比', [
      panel('行政事业性收费金额', 'fees.amount'),
      panel('收费金额同比', 'yoy:fees.amount'),
    ]),
    figures('projects', '收费项目（2019 表样）', [
      panel('上一年项目数量', 'fees.itemsPreviousYear'),
      panel('本年增/减', 'fees.itemsChange'),
    ]),
  ],
}

/** The subject of a view by id, or the one it opens with. */
export function subjectOf(view: ViewName, id: string): Subject {
  const all = subjects[view]
  const [first] = all
  const found = all.find((subject) => subject.id === id) ?? first
  if (!found) throw new Error(`view without subjects: ${view}`)
  return found
}

/** Every indicator and measure that a subject needs, each once. */
export function itemsOf(subject: Subject): readonly string[] {
  const items =
    subject.kind === 'figures'
      ? subject.panels.flatMap((shown) => shown.items)
      : [subject.spec.whole, ...subject.spec.parts].map(({ item }) => item)
  return [...new Set(items)]
}

function figures(id: string, label: string, panels: readonly Panel[]): Subject {
  return { kind: 'figures', id, label, panels }
}

function panel(title: string, ...items: readonly string[]): Panel {
  return { title, items }
}

/** 存量: what was published in all until 2020, what is in force since; never one line. */
function documentPanels(id: 'regulations' | 'normativeDocuments'): readonly Panel[] {
  return [
    panel('本年制发', `${id}.issued`),
    panel('本年废止', `${id}.repealed`),
    panel('现行有效｜对外公开总数', `${id}.inForce`, `${id}.publishedTotal`),
    panel('本年新公开·2019 表样', `${id}.newlyPublished`),
  ]
}

/** Reports that print one row for the group do not say how its cases divide. */
function undividedShare({ id, short }: { readonly id: string; readonly short: string }): Share {
  return { item: `${id}.total`, label: `${short}（未分项）`, undivided: true }
}

function applicantShare({ id, short }: { readonly id: string; readonly short: string }): Share {
  return { item: `requests.new.${id}`, label: short }
}
