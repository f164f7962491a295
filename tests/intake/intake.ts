import type { Finding } from '@/domain/finding'
import type { Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { FileDraft } from '@/intake/draft'
import { draftReports } from '@/intake/draftReports'
import { intakeFiles } from '@/intake/intakeFile'

/** The drafts of some files, read as the intake worker reads them. */
export async function draftsOf(files: readonly File[], ownUnits: readonly Unit[] = []) {
  const drafts: FileDraft[] = []
  await intakeFiles(files, { ownUnits, within: null }, (draft) => {
    drafts.push(draft)
    return Promise.resolve()
  })
  return drafts
}

export interface ReadText {
  readonly draft: FileDraft
  readonly reports: readonly Report[]
  readonly findings: readonly Finding[]
}

/** What the intake makes of one file. */
export async function intake(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  ownUnits: readonly Unit[] = [],
): Promise<ReadText> {
  const [draft] = await draftsOf([new File([content], name)], ownUnits)
  if (draft === undefined) throw new Error('No draft')
  const reports = draftReports(draft, createUnitRegistry(ownUnits))
  return { draft, reports, findings: draft.findings }
}
