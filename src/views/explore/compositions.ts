import type { CompositionSpec } from '@/charts/composition'
import { caseIndicator, caseResults, channels } from '@/domain/tableFour'
import { subjects } from '../compare/subjects'

/** A whole of the form and the parts that make it up. */
export interface Composition {
  readonly id: string
  readonly label: string
  readonly spec: CompositionSpec
}

/** Every whole that the form takes apart: outcomes, reasons, applicants, results of disputes. */
export const compositions: readonly Composition[] = [
  ...Object.values(subjects)
    .flat()
    .flatMap((subject) =>
      subject.kind === 'composition'
        ? [{ id: subject.id, label: subject.label, spec: subject.spec }]
        : [],
    ),
  ...channels.map((channel) => ({
    id: channel.id,
    label: channel.short,
    spec: {
      whole: { item: `${channel.id}.total`, label: `${channel.short}总计` },
      parts: caseResults
        .filter(({ id }) => id !== 'total')
        .map((result) => ({ item: caseIndicator(channel, result), label: result.short })),
    },
  })),
]

/** The composition of an id, or the first. */
export function compositionOf(id: string): Composition {
  const found = compositions.find((each) => each.id === id) ?? compositions[0]
  if (!found) throw new Error('no compositions')
  return found
}
