import type { Finding, FindingCode } from '@/domain/finding'
import type { FileDraft } from '@/intake/draft'
import { ANSWERED } from '@/intake/recognisers/cross/surroundings'
import type { TableCandidate, TableQuestion } from './mappingProtocol'

type Asked = Pick<TableQuestion, 'dimension' | 'state'>

/** The findings that leave open whose a table is, of which year or which scope. */
const openings: ReadonlyMap<FindingCode, Asked> = new Map([
  ['column-year-missing', { dimension: 'year', state: 'missing' }],
  ['column-unit-missing', { dimension: 'unit', state: 'missing' }],
  ['form-year-conflict', { dimension: 'year', state: 'conflict' }],
  ['form-unit-conflict', { dimension: 'unit', state: 'conflict' }],
  ['form-year-inferred', { dimension: 'year', state: 'inferred' }],
  ['form-unit-inferred', { dimension: 'unit', state: 'inferred' }],
  ['form-scope-unclear', { dimension: 'scope', state: 'conflict' }],
])

const tableStates: ReadonlyMap<FindingCode, TableQuestion['state']> = new Map([
  ['table-key-missing', 'missing'],
  ['table-key-conflict', 'conflict'],
  ['table-key-inferred', 'inferred'],
])

const order = ['missing', 'conflict', 'inferred', 'answered'] as const

/** What a file leaves open about its tables, with what could be taken for it; one question each. */
export function tableQuestions(
  file: Pick<FileDraft, 'source' | 'path' | 'layout'>,
  findings: readonly Finding[],
): TableQuestion[] {
  const questions = new Map<string, TableQuestion>()
  for (const finding of findings) {
    const asked = askedBy(finding, file.layout)
    if (asked === null) continue
    const { file: inside, sheet = '' } = finding.place
    const question: TableQuestion = {
      ...{ kind: 'table', source: file.source, path: file.path, file: inside, sheet },
      ...asked,
      candidates: candidatesFor(asked, finding),
    }
    const key = JSON.stringify([inside, sheet, asked.dimension])
    const known = questions.get(key)
    // What is in conflict was inferred as well: the graver question is asked.
    if (known === undefined || order.indexOf(question.state) < order.indexOf(known.state))
      questions.set(key, question)
  }
  return [...questions.values()]
}

function askedBy(finding: Finding, layout: FileDraft['layout']): Asked | null {
  const isAnswered = finding.detail?.by === ANSWERED
  const opening = openings.get(finding.code)
  if (opening !== undefined) return isAnswered ? { ...opening, state: 'answered' } : opening
  if (finding.code === 'year-missing' && layout === 'form')
    return { dimension: 'year', state: 'missing' }
  const state = tableStates.get(finding.code)
  const dimension = finding.detail?.dimension
  if (state === undefined || (dimension !== 'year' && dimension !== 'unit')) return null
  return { dimension, state: isAnswered ? 'answered' : state }
}

function candidatesFor({ dimension, state }: Asked, { detail, place }: Finding): TableCandidate[] {
  if (state === 'missing') return dimension === 'year' ? yearsAround(place) : []
  const candidate = (value: string, by: string, words: string): TableCandidate => ({
    text: String(detail?.[value] ?? ''),
    by: String(detail?.[by] ?? ''),
    words: String(detail?.[words] ?? ''),
  })
  return [
    candidate('taken', 'by', 'words'),
    candidate('other', 'otherBy', 'otherWords'),
    candidate('third', 'thirdBy', 'thirdWords'),
  ].filter(({ text }) => text !== '')
}

/** Years in the names of the sheet and the file, where there are too many to take one. */
function yearsAround({ file, sheet = '' }: Finding['place']): TableCandidate[] {
  const texts = [
    { text: sheet, by: '工作表名' },
    { text: file.split(/[/\\]/).at(-1) ?? '', by: '文件名' },
  ]
  const found = new Map<string, TableCandidate>()
  for (const { text, by } of texts) {
    for (const [year] of text.matchAll(/(?<!\d)20\d{2}(?!\d)/g))
      if (!found.has(year)) found.set(year, { text: year, by, words: text })
  }
  return [...found.values()]
}
