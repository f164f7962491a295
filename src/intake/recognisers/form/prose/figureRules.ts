import type { CountedPhrase } from './countedPhrases'

/** How a counted phrase tells which `prose.*` figure it is. */
interface FigureRule {
  /** Id without `prose.`. */
  readonly figure: string
  /** Units the figure is counted in. */
  readonly units: string
  /** What the words right before the number must say. */
  readonly near: RegExp
  /** What the sentence up to the number must say. */
  readonly before?: RegExp
  /** What the words since the number before must not say: then it counts more, or something else. */
  readonly not?: RegExp
  /** What the words right before the number must not say. */
  readonly notNear?: RegExp
  /** What the sentence up to the number must not say. */
  readonly notBefore?: RegExp
  /** What the words behind the number may say instead of those before it. */
  readonly after?: RegExp
}

const documents = '条篇件份个'
const cases = '件条份宗起次件次'

/** A sentence on requests counts how they came in, not what was published. */
const REQUESTS = /(?:收到|受理|新收|收办|接收|接到|办理|提出).{0,20}申请/u

/** In order: the first rule that fits decides. Wordings are those of published reports. */
const rules: readonly FigureRule[] = [
  {
    figure: 'informationFee.amount',
    units: '元',
    near: /(?:信息处理|处理信息|政府信息公开|信息公开申请).{0,6}费/u,
  },
  {
    figure: 'corrections.onTimeRate',
    units: '%',
    near: /(?:按期|按时|及时)?办结率/u,
    before: /找错|纠错/u,
  },
  {
    figure: 'corrections.received',
    units: cases,
    near: /找错|留言/u,
    before: /找错/u,
    not: /答复率|办结率/u,
  },
  { figure: 'interpretation.originals', units: '个篇条件期', near: /原创|解读产品/u },
  {
    figure: 'interpretation.executiveMeetings',
    units: '次期场',
    near: /常务会/u,
    before: /解读/u,
  },
  {
    figure: 'interpretation.documents',
    units: `期次${documents}`,
    near: /解读/u,
    notNear: /产品|原创|图解|视频|图文|简明|动漫/u,
  },
  { figure: 'engagement.surveys', units: '次期个项', near: /调查|问卷/u, not: /收回|回收|答卷/u },
  {
    figure: 'engagement.consultations',
    units: '期次项件个',
    near: /征集/u,
    not: /征集到|收到|采纳/u,
  },
  { figure: 'engagement.responses', units: '次条件个期', near: /回应/u },
  { figure: 'engagement.pledges', units: '次期', near: /亮目标|晒承诺|晒成绩/u },
  {
    figure: 'proposals.npc',
    units: documents,
    near: /人大.{0,8}(?:建议|议案)|代表建议/u,
    not: /政协|提案/u,
  },
  {
    figure: 'proposals.cppcc',
    units: documents,
    near: /政协.{0,8}提案|委员提案/u,
    not: /人大|代表/u,
  },
  {
    figure: 'published.wechatIssues',
    units: '期',
    near: /微信|公众号/u,
    not: /微博|网站|抖音/u,
  },
  {
    figure: 'published.wechat',
    units: documents,
    near: /微信|公众号/u,
    not: /微博|网站|抖音|申请/u,
    notBefore: REQUESTS,
  },
  {
    figure: 'published.weibo',
    units: documents,
    near: /微博/u,
    not: /微信|网站|抖音|申请/u,
    notBefore: REQUESTS,
  },
  {
    figure: 'published.website',
    units: documents,
    near: /网站/u,
    before: /公开|发布|更新/u,
    not: /微信|微博|新媒体|公众号|申请|留言|找错|检查|抽查|栏目|巡查/u,
    notBefore: REQUESTS,
  },
  {
    figure: 'requests.online',
    units: cases,
    near: /网络|网上|在线|互联网|平台|网站/u,
    before: /申请/u,
    not: /信函|邮寄|当面|现场|传真|邮件|答复|办结|复议|诉讼/u,
  },
  {
    figure: 'requests.letter',
    units: cases,
    near: /信函|邮寄|来信|信件/u,
    before: /申请/u,
    not: /网络|网上|在线|当面|现场|传真|邮件|答复|办结|复议|诉讼/u,
  },
  {
    figure: 'requests.inPerson',
    units: cases,
    near: /当面|现场|来访|窗口/u,
    before: /申请/u,
    not: /网络|网上|在线|信函|邮寄|传真|邮件|答复|办结|复议|诉讼/u,
  },
  {
    figure: 'requests.fax',
    units: cases,
    near: /传真/u,
    before: /申请/u,
    not: /网络|网上|在线|信函|邮寄|当面|现场|邮件|答复|办结|复议|诉讼/u,
  },
  {
    figure: 'requests.received',
    units: cases,
    near: /(?:收到|受理|新收|收办|接收|接到|办理).{0,20}申请/u,
    not: /答复|办结|上年|去年|结转|复议|诉讼|其中|建议|提案/u,
  },
  {
    figure: 'management.policyLibrary',
    units: documents,
    near: /文件|政策/u,
    before: /文件库|政策库|库/u,
    not: /解读|废止|清理|失效/u,
  },
  { figure: 'platform.columns', units: '个', near: /栏目/u, not: /更新|专题/u },
  {
    figure: 'platform.accountsOpened',
    units: '个家',
    near: /(?:开设|开通|新增|新开|申报).{0,12}(?:新媒体|账号|公众号)/u,
    not: /注销|关停|关闭|关联/u,
  },
  {
    figure: 'platform.accountsClosed',
    units: '个家',
    near: /注销|关停|关闭/u,
    before: /新媒体|账号|公众号/u,
  },
  {
    figure: 'platform.accounts',
    units: '个家',
    near: /(?:新媒体|政务账号)(?:账号|平台)?(?:共)?$/u,
    after: /^\s*(?:政务)?新媒体/u,
    not: /开设|开通|新增|注销|关停|关闭/u,
  },
  { figure: 'supervision.training', units: '次期场批', near: /培训|指导/u },
  { figure: 'supervision.bulletins', units: '期次份篇', near: /通报/u },
  { figure: 'supervision.inspections', units: '次期轮', near: /检查|督办|督查|抽查|巡查/u },
]

/** Where the figure of last year stands, or one of another year than the report's. */
const OTHER_YEAR = /上年|去年|上一年|往年|历年|累计|截至|截止/u

/** The `prose.*` indicator that a phrase tells; null where no rule fits. */
export function figureOf(phrase: CountedPhrase, year: number | null): string | null {
  if (isOfOtherYear(phrase, year)) return null
  const rule = rules.find((each) => fits(each, phrase))
  return rule === undefined ? null : `prose.${rule.figure}`
}

/** Whether a phrase tells a number of another year, or of all years so far. */
export function isOfOtherYear({ near }: CountedPhrase, year: number | null): boolean {
  return OTHER_YEAR.test(near) || namesOtherYear(near, year)
}

function fits(rule: FigureRule, phrase: CountedPhrase): boolean {
  const { unit, before, after } = phrase
  const near = withoutTitles(phrase.near)
  if (!isUnit(rule.units, unit)) return false
  if (rule.not?.test(withoutTitles(phrase.span)) === true) return false
  if (rule.notNear?.test(near) === true || rule.notBefore?.test(before) === true) return false
  if (!rule.near.test(near) && rule.after?.test(after) !== true) return false
  return rule.before === undefined || rule.before.test(before)
}

/** What a law or a paper is called says nothing of what is counted. */
function withoutTitles(text: string): string {
  return text.replace(/《[^》]*》/gu, '《》')
}

function isUnit(units: string, unit: string): boolean {
  return unit === '件次' ? units.includes('件') : unit.length === 1 && units.includes(unit)
}

function namesOtherYear(text: string, year: number | null): boolean {
  return [...text.matchAll(/(20\d{2})\s*年/gu)].some(([, named]) => Number(named) !== year)
}
