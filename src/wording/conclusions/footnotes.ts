import { describeItem } from '@/domain/item'
import type { Place } from '@/domain/finding'
import { namesText } from '../answers'
import { columnSort, placeText } from '../placeText'
import { yearsText } from '../yearsText'
import type { Clause, Conclusion } from './conclusion'

/** Where one number came from: a place in a file, or a correction by hand with its reason. */
export type NumberSource =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'correction'; readonly reason: string }

/** What stands behind a clause: whose numbers, and where they came from. */
export interface ClauseBacking {
  readonly unitNames: readonly string[]
  readonly sources: readonly NumberSource[]
  /** Reports whose sources are not listed, because there are too many. */
  readonly unlisted: number
}

/** Places named in full; of more, only the rows are told. */
const MOST_PLACES = 4

/**
 * Conclusions as plain text, a number in brackets behind each clause, and below them what it stands for:
 * unit, year, indicator, source and data version.
 */
export function footnotedText(
  conclusions: readonly Conclusion[],
  backingOf: (clause: Clause) => ClauseBacking,
  dataVersion: string,
): string {
  const notes: string[] = []
  const sentences = conclusions.map(({ clauses }) => {
    const parts = clauses.map((clause) => {
      notes.push(noteText(clause, backingOf(clause), dataVersion))
      return `${clause.text}[${notes.length}]`
    })
    return `${parts.join('；')}。`
  })
  return [...sentences, '', ...notes.map((note, index) => `[${index + 1}] ${note}`)].join('\n')
}

/**
 * What stands below a conclusion on the wall: what its figures mean, what n/N counts, and of which data.
 * The sources are a click on a clause away. Empty without a conclusion.
 */
export function wallFootnote(conclusions: readonly Conclusion[], dataVersion: string): string {
  const items = conclusions.flatMap(({ clauses }) => clauses.map(({ reference }) => reference.item))
  if (items.length === 0) return ''
  const meanings = [...new Set(items)]
    .map(describeItem)
    .flatMap(({ label, fullLabel, definition }) =>
      fullLabel === label ? [`${label}：${definition}`] : [fullLabel],
    )
  return [
    ...new Set(meanings),
    'n/N 为有数的单位／应有的单位',
    '点句中的话看来源',
    `数据版本 ${dataVersion}`,
  ].join('；')
}

function noteText({ reference }: Clause, backing: ClauseBacking, dataVersion: string): string {
  const { label, fullLabel, definition, unit } = describeItem(reference.item)
  const name = fullLabel === label ? `${label}，${definition}` : fullLabel
  return [
    `单位：${namesText(backing.unitNames)}`,
    `年份：${yearsText(reference.years)}`,
    `指标：${name}（${[reference.item, unit].filter((text) => text !== '').join('，')}）`,
    `来源：${sourcesText(backing)}`,
    `数据版本 ${dataVersion}`,
  ].join('；')
}

function sourcesText({ sources, unlisted }: ClauseBacking): string {
  const places = sources.flatMap((source) => (source.kind === 'place' ? [source.place] : []))
  const reasons = sources.flatMap((source) =>
    source.kind === 'correction' ? [`手工更正（${source.reason}）`] : [],
  )
  const isDetailed = places.length <= MOST_PLACES
  const files = new Map<string, Place[]>()
  for (const place of places) files.set(place.file, [...(files.get(place.file) ?? []), place])
  const listed = [...files].map(([file, within]) => {
    const texts = within.map((place) =>
      placeText(isDetailed ? place : rowOf(place), columnSort(file)),
    )
    return [file, [...new Set(texts)].filter((text) => text !== '').join('、')].join(' ').trim()
  })
  const all = [...listed, ...new Set(reasons)]
  const rest = unlisted === 0 ? [] : [`其余 ${unlisted} 份年报从略，在县鉴中点开该句可看`]
  return [all.length === 0 ? '没有这样的数' : all.join('，'), ...rest].join('；')
}

function rowOf({ file, sheet, table, page, row }: Place): Place {
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(page === undefined ? {} : { page }),
    ...(row === undefined ? {} : { row }),
  }
}
