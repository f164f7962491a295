import { chainLinks } from '@/analysis/chain'
import { chainColumns } from '@/analysis/chainColumns'
import { coverageOf } from '@/analysis/coverage'
import { healthColumns } from '@/analysis/healthColumns'
import type { CheckStore } from '@/analysis/checkStore'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import type {
  ChainAnswer,
  ChainQuestion,
  CheckApi,
  HealthAnswer,
  HealthQuestion,
  SheetFormat,
} from './checkProtocol'
import { checksOf } from './currentChecks'
import { dispositionsOf, prepareDisposition, prepareWithdrawal, standsOn } from './dispositions'
import type { EngineCore } from './engineCore'
import { findingPage } from './findingPage'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import { itemChecks } from './itemChecks'
import { unitLabel } from './unitViews'

/** What is asked of 勾稽, and the user's word on findings. */
export function checkActions(core: EngineCore): CheckApi {
  return {
    health: (question) => core.run(({ holdings }) => healthAnswer(holdings, question)),
    findings: (question, page) =>
      core.run(({ holdings }) =>
        findingPage(checksOf(holdings), dispositionsOf(holdings.snapshot), question, page),
      ),
    dispose: (finding, word) =>
      core.run(async ({ holdings }) => {
        const at = core.surroundings.now()
        await holdings.change(() =>
          prepareDisposition(holdings.snapshot, checksOf(holdings), { finding, word, at }),
        )
      }),
    withdrawDisposition: (finding) =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => prepareWithdrawal(holdings.snapshot, finding))
      }),
    chain: (question) => core.run(({ holdings }) => chainAnswer(holdings, question)),
    itemChecks: (key, item) => core.run(({ holdings }) => itemChecks(holdings, key, item)),
    checkSheet: (unit, format) =>
      core.run(({ holdings }) => sheetOf(checksOf(holdings), unit, format)),
  }
}

function healthAnswer(holdings: Holdings, question: HealthQuestion): HealthAnswer {
  const { scope } = question
  const store = checksOf(holdings)
  const recorded = coverageOf(store.cube, scope)
  const units = question.units ?? inOrderOfCodes(recorded.units, store.registry)
  const columns = healthColumns(store, units, yearsOf(question, recorded.years), scope)
  return {
    ...columns,
    labels: units.map((id) => unitLabel(store.registry, id)),
    disposed: disposedOf(holdings, store, columns, scope),
  }
}

function chainAnswer({ cube, registry }: Holdings, question: ChainQuestion): ChainAnswer {
  const link = chainLinks.find(({ id }) => id === question.link)
  if (link === undefined) throw new EngineFailure('not-found', question.link)
  const recorded = coverageOf(cube, question.scope)
  const units = question.units ?? inOrderOfCodes(recorded.units, registry)
  const years = yearsOf(question, recorded.years)
  const columns = chainColumns(cube, registry, link, { units, years, scope: question.scope })
  return { ...columns, labels: units.map((id) => unitLabel(registry, id)) }
}

/** Units of the user's own have ids in no order. */
function inOrderOfCodes(units: readonly UnitId[], registry: UnitRegistry): readonly UnitId[] {
  const codes = new Map(units.map((id) => [id, registry.byId(id)?.code ?? '~']))
  const code = (id: UnitId) => codes.get(id) ?? '~'
  return units.toSorted((a, b) => (code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0))
}

/** The years asked for, or those on record, with the ones between in which nobody reported. */
function yearsOf({ years }: HealthQuestion, recorded: readonly number[]): number[] {
  const [first, last] = years ?? [recorded[0], recorded.at(-1)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

function disposedOf(
  { snapshot }: Holdings,
  store: CheckStore,
  { units, years }: Pick<HealthAnswer, 'units' | 'years'>,
  scope: HealthQuestion['scope'],
): Uint16Array {
  const counts = new Uint16Array(units.length * years.length)
  const rows = new Map(units.map((unit, row) => [unit, row]))
  for (const disposition of dispositionsOf(snapshot).values()) {
    const row = rows.get(disposition.unit)
    const column = years.indexOf(disposition.year)
    if (row === undefined || column < 0 || disposition.scope !== scope) continue
    const at = row * years.length + column
    if (standsOn(store, disposition)) counts[at] = (counts[at] as number) + 1
  }
  return counts
}

/** The sheet of a unit as a file; what writes it is loaded on first use. */
async function sheetOf(store: CheckStore, unit: UnitId, format: SheetFormat): Promise<Blob> {
  const { checkSheet, sheetCsv } = await import('@/exports/checkSheet')
  const rows = checkSheet(store, unit, (id) => {
    const { code, name } = unitLabel(store.registry, id)
    return { code: code ?? '', name }
  })
  if (format === 'csv') return new Blob([sheetCsv(rows)], { type: 'text/csv;charset=utf-8' })
  const { toXlsx } = await import('@/exports/xlsxFile')
  const bytes = await toXlsx([{ name: '退回核对表', rows }])
  return new Blob([bytes.slice()], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
