import { findingsOf } from '@/analysis/checkFinding'
import type { Correction } from '@/data/batch'
import { correctCell } from '@/data/corrections'
import type { FindingAnswer, FigureAnswer, SheetAnswer } from '@/exports/readCheckSheet'
import { checksOf } from './currentChecks'
import { prepareDispositions } from './dispositions'
import type { DraftFile } from './draft'
import type { DraftDesk } from './draftDesk'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import { prepareCorrections } from './prepareCorrection'
import type { AppliedSheet, ChosenAnswers, ReturnedSheet, SheetApi } from './sheetProtocol'
import { unitLabel } from './unitViews'

/** Returned 退回核对表: what they say, and taking it over. */
export function sheetActions(core: EngineCore): SheetApi {
  return {
    returnedSheets: () =>
      core.run(({ holdings, desk }) =>
        Promise.all(sheetFiles(desk).map((file) => returnedSheet(holdings, file))),
      ),
    applySheet: (source, chosen) =>
      core.run(async ({ holdings, desk }) => {
        const file = sheetFile(desk, source)
        const before = await answersOf(holdings, file)
        const figures = chosenFigures(before, chosen)
        const applied = await applyAnswers(core, holdings, file, {
          figures,
          findings: pick(before, chosen.answers).filter((answer) => answer.kind === 'finding'),
        })
        const asked = pick(before, chosen.answers).filter(({ kind }) => kind === 'figure').length
        const taken = figures.length - chosen.conflicts.length
        if (taken >= asked) await leave(desk, source)
        return applied
      }),
    dropSheet: (source) =>
      core.run(async ({ desk }) => {
        sheetFile(desk, source)
        await leave(desk, source)
      }),
  }
}

function leave(desk: DraftDesk, source: string): Promise<void> {
  return desk.keepOnly(({ draft }) => draft.source !== source)
}

function sheetFiles({ draft }: DraftDesk): readonly DraftFile[] {
  return draft?.files.filter((file) => file.draft.returned !== undefined) ?? []
}

function sheetFile(desk: DraftDesk, source: string): DraftFile {
  const file = sheetFiles(desk).find(({ draft }) => draft.source === source)
  if (file === undefined) throw new EngineFailure('not-found', source)
  return file
}

/** What reads a sheet is loaded on first use. */
async function answersOf(holdings: Holdings, { draft }: DraftFile): Promise<SheetAnswer[]> {
  const { readCheckSheet } = await import('@/exports/readCheckSheet')
  return readCheckSheet(draft.returned ?? [], {
    store: checksOf(holdings),
    unitOf: (text) => {
      const match = holdings.registry.resolve(text)
      return match.kind === 'one' ? match.unit.id : null
    },
  })
}

async function returnedSheet(holdings: Holdings, file: DraftFile): Promise<ReturnedSheet> {
  const answers = await answersOf(holdings, file)
  const units = new Set(answers.flatMap(unitsOf))
  const labels = [...units].map((id) => unitLabel(holdings.registry, id))
  return { source: file.draft.source, path: file.draft.path, answers, labels }
}

function unitsOf(answer: SheetAnswer): string[] {
  if (answer.kind === 'fault') return []
  if (answer.kind !== 'finding') return [answer.unit]
  const { finding } = answer
  return [
    finding.unit,
    finding.other?.unit ?? finding.unit,
    ...finding.figures.map(({ unit }) => unit),
  ]
}

function pick(answers: readonly SheetAnswer[], chosen: readonly number[]): SheetAnswer[] {
  return chosen.flatMap((at) => answers[at] ?? [])
}

/** What is a conflict by now counts only where the user decided it as one. */
function chosenFigures(answers: readonly SheetAnswer[], chosen: ChosenAnswers): FigureAnswer[] {
  const figures = (at: readonly number[], standing: FigureAnswer['standing']) =>
    pick(answers, at).filter(
      (answer): answer is FigureAnswer => answer.kind === 'figure' && answer.standing === standing,
    )
  return [...figures(chosen.answers, 'open'), ...figures(chosen.conflicts, 'conflict')]
}

interface Taken {
  readonly figures: readonly FigureAnswer[]
  readonly findings: readonly FindingAnswer[]
}

async function applyAnswers(
  core: EngineCore,
  holdings: Holdings,
  file: DraftFile,
  { figures, findings }: Taken,
): Promise<AppliedSheet> {
  const at = core.surroundings.now()
  const note = `退回核对表 ${file.draft.path}`
  const { source: id, name, path, size } = file.draft
  const source = { id, name, path, size, content: file.content }
  const change = await holdings.change(() =>
    prepareCorrections(holdings, correctionsOf(holdings, figures, note), at, { note, source }),
  )
  // After the corrections: a finding that they settled needs no word.
  const standing = findings.flatMap(({ finding, disposition, text }) => {
    const now = findingsOf(checksOf(holdings), finding).find(({ check }) => check === finding.check)
    const word = { kind: disposition, reason: `${note}：${text}` }
    return now === undefined ? [] : [{ finding: now, word }]
  })
  await holdings.change(() => prepareDispositions(holdings.snapshot, standing, at))
  return {
    batch: change?.putBatches?.[0]?.batch ?? null,
    dispositions: standing.length,
    settled: findings.length - standing.length,
  }
}

function correctionsOf(
  { cube }: Holdings,
  figures: readonly FigureAnswer[],
  note: string,
): Correction[] {
  return figures.map(({ unit, year, scope, indicator, value, text }) =>
    correctCell(
      cube,
      { unit, year, scope },
      {
        indicator,
        value,
        reason: text === '' ? note : `${note}：${text}`,
      },
    ),
  )
}
