import type { HealthAnswer } from '@/engine/checkProtocol'
import type { StoreStatus } from '@/engine/statusProtocol'
import { namesText } from '@/wording/answers'
import { dueText } from '@/wording/dueDates'
import { timeText } from '@/wording/timeText'
import { formatUnits } from '../compare/unitChoice'
import { formatHealthState, startState } from '../health/healthState'
import { reportedIn } from './coverageTable'
import { pageAddress } from './keyFigures'
import type { OverviewState } from './overviewState'

/** Something to be looked after, and the page where that is done. */
export interface AttentionLine {
  readonly id: string
  readonly tone: 'failed' | 'doubtful' | 'open'
  /** In a word, with its sign. */
  readonly word: string
  readonly text: string
  readonly address: string
}

export interface AttentionFacts {
  readonly state: OverviewState
  readonly year: number
  /** Null while the checks are not made yet. */
  readonly health: HealthAnswer | null
  /** 突变 found in the reports of that year; null while not known. */
  readonly jumps: number | null
  /** Whose report of that year was made public late, each with the day. */
  readonly late: readonly string[]
  /** Corrections that the imports contradict. */
  readonly conflicts: number
  readonly status: Pick<StoreStatus, 'lastImportAt' | 'lastBackupAt' | 'sample'> | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What needs attention, the gravest first; empty where nothing does. */
export function attentionLines(facts: AttentionFacts): readonly AttentionLine[] {
  const { health } = facts
  return [
    ...(health === null ? [] : [...failing(facts, health), ...missing(facts, health)]),
    ...late(facts),
    ...conflicts(facts),
    ...(health === null ? [] : [...partial(facts, health), ...jumps(facts)]),
    ...backup(facts),
  ]
}

function failing(facts: AttentionFacts, health: HealthAnswer): AttentionLine[] {
  const { year } = facts
  const now = reportsWith(health, [year], (at) => health.errors[at] ?? 0)
  const warnings = (at: number) => ((health.errors[at] ?? 0) > 0 ? 0 : (health.warnings[at] ?? 0))
  const doubtful = reportsWith(health, [year], warnings)
  const others = health.years.filter((other) => other !== year)
  const earlier = reportsWith(health, others, (at) => health.errors[at] ?? 0)
  const earlierDoubtful = reportsWith(health, others, warnings)
  const [here, elsewhere] = [healthAddress(facts, year), healthAddress(facts, null)]
  return [
    ...lineOf('errors', 'failed', '≠ 不平', now, `${year} 年`, here),
    ...lineOf('warnings', 'doubtful', '△ 不符', doubtful, `${year} 年`, here),
    ...lineOf('earlier', 'doubtful', '≠ 不平', earlier, '其他年份', elsewhere),
    // A change to the year before may rest on them.
    ...lineOf('earlierWarnings', 'doubtful', '△ 不符', earlierDoubtful, '其他年份', elsewhere),
  ]
}

/** Reports in which something was found, how often, and whose they are. */
interface Found {
  readonly reports: number
  readonly count: number
  readonly names: readonly string[]
}

function reportsWith(
  { units, years, labels }: HealthAnswer,
  wanted: readonly number[],
  countAt: (at: number) => number,
): Found {
  const found = units.flatMap((_, row) =>
    wanted.flatMap((year) => {
      const column = years.indexOf(year)
      const count = column < 0 ? 0 : countAt(row * years.length + column)
      return count > 0 ? [{ count, name: labels[row]?.name ?? '' }] : []
    }),
  )
  return {
    reports: found.length,
    count: found.reduce((sum, { count }) => sum + count, 0),
    names: [...new Set(found.map(({ name }) => name))],
  }
}

function lineOf(
  id: string,
  tone: AttentionLine['tone'],
  word: string,
  { reports, count, names }: Found,
  when: string,
  address: string,
): AttentionLine[] {
  if (reports === 0) return []
  const text = `${when} ${reports} 份年报共 ${count} 条：${namesText(names)}`
  return [{ id, tone, word, text, address }]
}

function missing({ year, now }: AttentionFacts, health: HealthAnswer): AttentionLine[] {
  const column = health.years.indexOf(year)
  if (column < 0) return []
  const { reported, expected, missing: names } = reportedIn(health, column)
  if (names.length === 0) return []
  const due = dueText(year, now)
  const why = due === '' ? '已过 3 月 31 日' : '3 月 31 日前公布即可'
  return [
    {
      id: 'missing',
      tone: due === '' ? 'doubtful' : 'open',
      word: due === '' ? '— 未报' : '— 未到期',
      text: `${year} 年 ${names.length} 个（已报 ${reported}/${expected}，${why}）：${namesText(names)}`,
      address: '#/import',
    },
  ]
}

function late({ late: names, year, state }: AttentionFacts): AttentionLine[] {
  if (names.length === 0) return []
  const text = `${year} 年 ${names.length} 个在次年 3 月 31 日后公布：${namesText(names)}`
  const address = pageAddress('/summary', { units: formatUnits(state.units), year: String(year) })
  return [{ id: 'late', tone: 'doubtful', word: '⏱ 逾期', text, address }]
}

function conflicts({ conflicts: count }: AttentionFacts): AttentionLine[] {
  if (count === 0) return []
  const text = `${count} 处更正与导入的数不一致，要决定用哪个`
  return [{ id: 'conflicts', tone: 'failed', word: '⚑ 冲突', text, address: '#/corrections' }]
}

function partial(facts: AttentionFacts, health: HealthAnswer): AttentionLine[] {
  const found = reportsWith(health, [facts.year], (at) => health.partial[at] ?? 0)
  if (found.reports === 0) return []
  const text = `${facts.year} 年 ${found.reports} 份年报的表格不全：${namesText(found.names)}`
  const address = healthAddress(facts, facts.year)
  return [{ id: 'partial', tone: 'doubtful', word: '◐ 缺项', text, address }]
}

function jumps(facts: AttentionFacts): AttentionLine[] {
  const { jumps: count, year } = facts
  if (count === null || count === 0) return []
  const text = `${year} 年 ${count} 个数比上年增至 5 倍以上或减至五分之一以下`
  const query = { ...healthQuery(facts, year), kinds: 'info', rule: 'Y-JUMP' }
  return [
    { id: 'jumps', tone: 'open', word: '↕ 突变', text, address: pageAddress('/health', query) },
  ]
}

function backup({ status }: AttentionFacts): AttentionLine[] {
  if (status === null || status.sample !== 'none' || status.lastImportAt === null) return []
  const { lastImportAt, lastBackupAt } = status
  if (lastBackupAt !== null && lastBackupAt >= lastImportAt) return []
  const last = lastBackupAt === null ? '还没有备份过' : `上次备份在 ${timeText(lastBackupAt)}`
  const text = `${last}，之后又有导入；请导出数据包另存`
  return [{ id: 'backup', tone: 'open', word: '↓ 备份', text, address: '#/batches' }]
}

function healthAddress(facts: AttentionFacts, year: number | null): string {
  return pageAddress('/health', healthQuery(facts, year))
}

function healthQuery({ state }: AttentionFacts, year: number | null): Record<string, string> {
  const { units, scope } = state
  const query = formatHealthState({
    ...startState,
    scope,
    years: year === null ? null : [year, year],
  })
  return units.kind === 'roster' ? query : { units: formatUnits(units), ...query }
}
