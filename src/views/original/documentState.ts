import type { Finding, Place } from '@/domain/finding'
import type { DraftFileView } from '@/engine/protocol'

/** How a document of a drop stands in the review. */
export interface DocumentState {
  readonly kind: 'unread' | 'proposals' | 'questions' | 'ok'
  readonly text: string
}

type StateFile = Pick<DraftFileView, 'layout' | 'reports' | 'findings' | 'openUnits'>

/** Whether a document was read, has something to accept, something to look at, or nothing of either. */
export function documentState({ layout, reports, findings, openUnits }: StateFile): DocumentState {
  if (layout === null || reports === 0) return { kind: 'unread', text: '没有读出年报' }
  const proposals = findings.filter(({ detail }) => detail?.['proposal'] !== undefined).length
  const questions = findings.filter(isQuestion).length + openUnits.length
  if (proposals > 0) {
    const rest = questions - proposals
    return { kind: 'proposals', text: `建议 ${proposals}${rest > 0 ? `，待核 ${rest}` : ''}` }
  }
  if (questions > 0) return { kind: 'questions', text: `待核 ${questions}` }
  return { kind: 'ok', text: '无问题' }
}

/** What asks for a look; the question of the unit is counted with the open units. */
function isQuestion({ severity, code }: Finding): boolean {
  return severity !== 'info' && code !== 'unit-unknown' && code !== 'unit-ambiguous'
}

/** Whether a file is a document that can be drawn again, by what it was recognised as. */
export function isDocument({ kind, layout }: Pick<DraftFileView, 'kind' | 'layout'>): boolean {
  return layout === 'form' || ['html', 'docx', 'pdf', 'text'].includes(kind)
}

/** Whether a number stands in a document rather than in a sheet or a list. */
export function isInDocument({ file, sheet, table }: Place): boolean {
  return sheet === undefined && (table !== undefined || /\.(?:txt|md)$/i.test(file))
}
