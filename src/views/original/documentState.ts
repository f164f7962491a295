import { isHeadTable } from '@/intake/document'
import type { Finding, Place } from '@/domain/finding'
import type { DraftFileView } from '@/engine/draftProtocol'
import { notReportText } from '@/wording/notReport'

/** How a document of a drop stands in the review. */
export interface DocumentState {
  readonly kind: 'unread' | 'proposals' | 'questions' | 'ok'
  readonly text: string
}

type StateFile = Pick<
  DraftFileView,
  'layout' | 'reports' | 'auxiliary' | 'findings' | 'settled' | 'openUnits'
>

/** Whether a document was read, has something to accept, something to look at, or nothing of either. */
export function documentState(file: StateFile): DocumentState {
  const { layout, reports, auxiliary = 0, openUnits, ...found } = file
  const findings = openFindings(found)
  if (layout === null || reports + auxiliary === 0)
    return { kind: 'unread', text: notReportText(found.findings) ?? '没有读出年报' }
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
  if (isHeadTable(table)) return false
  return sheet === undefined && (table !== undefined || /\.(?:txt|md)$/i.test(file))
}

/** One report to step through: of a document with several each is its own. */
export interface DocumentEntry {
  readonly source: string
  /** Which report of the source; null where it has one, or none. */
  readonly report: number | null
  readonly name: string
  readonly state: DocumentState
}

/** What there is to step through in a drop, in the order of its files. */
export function documentEntries(files: readonly DraftFileView[]): readonly DocumentEntry[] {
  return files.flatMap((file): DocumentEntry[] => {
    const { source, path, listed } = file
    if (listed.length === 0) {
      return [{ source, report: null, name: path, state: documentState(file) }]
    }
    return listed.map(({ document, unitName, year }, report) => {
      const findings = openFindings(file).filter(({ place, year: about }) =>
        document === null ? about === undefined || about === year : place.file === document,
      )
      // The question of a unit is asked of the file as a whole.
      const state = documentState({ ...file, findings, settled: [], openUnits: [] })
      return { source, report, name: document ?? `${path} ${unitName} ${year} 年`, state }
    })
  })
}

/** The findings of a file that the review has not settled. */
export function openFindings({
  findings,
  settled,
}: Pick<DraftFileView, 'findings' | 'settled'>): readonly Finding[] {
  if (settled.length === 0) return findings
  const done = new Set(settled)
  return findings.filter((_, at) => !done.has(at))
}
