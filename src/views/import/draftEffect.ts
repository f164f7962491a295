import { mustBeAnswered } from '@/engine/mustBeAnswered'
import type { CompareCounts, DraftFileView, DraftSummary } from '@/engine/draftProtocol'

/** What a commit would do to the data, in cells. */
export interface DraftEffect {
  /** Cells that would be written as new. */
  readonly added: number
  /** Cells on record that would get the file's value. */
  readonly replaced: number
  /** Cells on record that differ and would be kept. */
  readonly kept: number
  readonly same: number
  /** Cells that were given another value in the review. */
  readonly fixed: number
  /** Reports in the files that are taken in. */
  readonly reports: number
  /** Rows of auxiliary figures in them. */
  readonly auxiliary: number
}

type EffectFile = Pick<
  DraftFileView,
  'compare' | 'replaced' | 'fixed' | 'leftOut' | 'reports' | 'auxiliary'
>

/** The effect of the draft as the choices stand: a file that is left out has none. */
export function draftEffect(files: readonly EffectFile[]): DraftEffect {
  const effect = { added: 0, replaced: 0, kept: 0, same: 0, fixed: 0, reports: 0, auxiliary: 0 }
  for (const { compare, replaced, fixed, leftOut, reports, auxiliary = 0 } of files) {
    if (leftOut) continue
    effect.added += compare.added
    effect.same += compare.same
    effect.replaced += replaced
    effect.kept += differing(compare) - replaced
    effect.fixed += fixed
    effect.reports += reports
    effect.auxiliary += auxiliary
  }
  return effect
}

/** Cells whose value on record is another one, blanks against numbers included. */
export function differing({ changed, blanked }: CompareCounts): number {
  return changed + blanked
}

/** Why the draft cannot be committed as it stands, in words; empty if it can. */
export function commitHindrance(
  draft: DraftSummary,
  sample: 'none' | 'real' | 'fictional',
): string {
  if (sample !== 'none') return '现在装着示例数据。示例从不与你的数据混在一起，请先清除示例。'
  if (draft.files.every(({ leftOut, layout }) => leftOut || layout === null)) {
    return '没有可以写入的文件。'
  }
  if (draft.openUnits.length > 0) {
    return `还有 ${draft.openUnits.length} 个单位待确认，请先选择，或不采用所在的文件。`
  }
  const unanswered = draft.questions.filter(mustBeAnswered).length
  if (unanswered > 0) {
    return `还有 ${unanswered} 个问题没有回答，请先选择，或不采用所在的文件。`
  }
  const { added, replaced } = draftEffect(draft.files)
  if (added + replaced === 0 && !draft.tellsMore)
    return '按现在的选择，这些文件不会给数据带来任何变化。'
  return ''
}
