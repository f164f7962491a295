import type { MatrixAnswer } from '@/analysis/answer'
import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import type { ReportEdition } from '@/domain/indicator'

const names: Readonly<Record<ReportEdition, string>> = {
  '2019': '2019 表样',
  '2021': '2021 表样',
  unknown: '表样不明',
}

/**
 * That the reports of a year (by position) come in several forms which do not count the items alike; empty
 * where they do, or where all have the same form.
 */
export function editionNote(answer: MatrixAnswer, year: number, items: readonly string[]): string {
  const counts = new Map<ReportEdition, number>()
  answer.units.forEach((_, unit) => {
    const edition = editions[(answer.editions[unit * answer.years.length + year] ?? 0) - 1]
    if (edition !== undefined) counts.set(edition, (counts.get(edition) ?? 0) + 1)
  })
  const isAlike = items.every((item) => comparableAcross(item, '2019', '2021') === 'same')
  if (counts.size < 2 || isAlike) return ''
  const listed = [...counts].map(([edition, count]) => `${names[edition]} ${count} 个`)
  return `表样不一（${listed.join('、')}），此项各表样不完全可比`
}
