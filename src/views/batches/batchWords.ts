import type { Batch } from '@/data/batch'
import type { BatchComparison, SwitchPreview } from '@/engine/batchProtocol'
import { exactText } from '@/wording/numbers'
import { scopeNote } from '@/wording/scopes'

/** What a batch is. */
export function batchKind({ kind, sample }: Pick<Batch, 'kind' | 'sample'>): string {
  if (kind === 'correction') return sample ? '示例·手工更正' : '手工更正'
  return sample ? '示例' : '导入'
}

/** A batch in a list to choose from. */
export function batchOption({ id, note, active }: Pick<Batch, 'id' | 'note' | 'active'>): string {
  const words = note.length > NOTE_SHOWN ? `${note.slice(0, NOTE_SHOWN)}…` : note
  return `${id} ${words}${active ? '' : '（已撤销）'}`
}

const NOTE_SHOWN = 24

/** What switching a batch off (`active`: it is on now) or on would do, a sentence each. */
export function switchFacts(preview: SwitchPreview, active: boolean): string[] {
  const { changed, removed, added, repeated, overruled, lostReports, newReports } = preview
  const facts: string[] = []
  const say = (count: number, text: (count: string) => string) => {
    if (count > 0) facts.push(text(exactText(count)))
  }
  say(lostReports, (count) => `${count} 份年报不再有数据`)
  say(newReports, (count) => `${count} 份年报重新有数据`)
  say(removed, (count) => `${count} 格没有别的批次写过，不再有数`)
  say(added, (count) => `${count} 格现在没有别的批次写过，重新有数`)
  say(changed, (count) => (active ? `${count} 格回到它之前的值` : `${count} 格改为这个批次的值`))
  say(repeated, (count) => `${count} 格不变：别的批次写的是同一个值`)
  say(overruled, (count) => `${count} 格不变：后来的批次或更正写了别的值，以那个为准`)
  if (changed + removed + added === 0) facts.unshift('现在显示的数一个也不会变')
  facts.push('来源文件和它写过的格都保留着，随时可以再切换')
  return facts
}

/** The reports that would go or come, by name. */
export function reportsText({ reports, lostReports, newReports }: SwitchPreview): string {
  if (reports.length === 0) return ''
  const names = reports.map(({ unitName, year, scope }) => `${unitName} ${year}${scopeNote(scope)}`)
  const total = lostReports + newReports
  const rest = total > names.length ? `……共 ${exactText(total)} 份` : ''
  return `这些年报：${names.join('、')}${rest}。`
}

/** What two batches say of the same cells. */
export function comparisonText(
  { same, different, onlyFirst, onlySecond }: BatchComparison,
  first: number,
  second: number,
): string {
  const both = same + different
  const only = `另有 ${exactText(onlyFirst)} 格只在批次 ${first} 里，${exactText(onlySecond)} 格只在批次 ${second} 里。`
  if (both === 0) return `两个批次没有共同的格。${only}`
  return `两个批次都写到的有 ${exactText(both)} 格：相同 ${exactText(same)} 格，不同 ${exactText(different)} 格。${only}`
}
