import type { BatchContent, ReportKey } from './batch'
import type { CellDifference } from './compare'
import type { Cube } from './cube'
import { foldBatches } from './fold'
import { cubeIndicators, ReportColumn, reportKeys } from './reportColumns'
import { SEGMENT_ROWS } from './segment'
import { statementsOf } from './statements'

/** What switching a batch off or on would do to the cells that it speaks of; refused ones are not counted. */
export interface SwitchEffect {
  /** Cells that get another value or state. */
  readonly changed: number
  /** Cells of which nothing is on record afterwards. */
  readonly removed: number
  /** Cells of which nothing is on record before. */
  readonly added: number
  /** Cells that stay, since another batch says the same. */
  readonly repeated: number
  /** Cells that stay, since another batch or a correction says something else, which counts. */
  readonly overruled: number
  /** Reports that are there only before, or only afterwards. */
  readonly lostReports: number
  readonly newReports: number
  /** The first of the cells that change within reports that stay, `CHANGES_SHOWN` at most. */
  readonly changes: readonly CellDifference[]
  /** The first of the reports that go or come, `REPORTS_SHOWN` at most. */
  readonly reports: readonly ReportKey[]
}

const CHANGES_SHOWN = 200
const REPORTS_SHOWN = 100

/** What would become of the data; `contents` are those of the active batches and of the one in question. */
export function switchEffect(
  contents: readonly BatchContent[],
  id: number,
  active: boolean,
): SwitchEffect {
  const content = contents.find(({ batch }) => batch.id === id)
  if (content === undefined) throw new Error(`There is no batch ${id}`)
  const flipped = { ...content, batch: { ...content.batch, active } }
  const before = foldBatches(contents)
  const after = foldBatches(contents.map((each) => (each === content ? flipped : each)))
  const open = new OpenEffect(before, after)
  const own = statementsOf(content, false)
  const keys = reportKeys(own)
  const indicators = cubeIndicators(own)
  for (let start = 0; start < keys.length; start += SEGMENT_ROWS)
    open.compare(own, keys.slice(start, start + SEGMENT_ROWS), indicators)
  return open.close()
}

class OpenEffect {
  readonly #before: Cube
  readonly #after: Cube
  readonly #counts = { changed: 0, removed: 0, added: 0, repeated: 0, overruled: 0 }
  readonly #changes: CellDifference[] = []
  readonly #lost: ReportKey[] = []
  readonly #new: ReportKey[] = []

  constructor(before: Cube, after: Cube) {
    this.#before = before
    this.#after = after
  }

  compare(own: Cube, keys: readonly ReportKey[], indicators: ReadonlySet<string>): void {
    for (const key of keys) {
      const was = this.#before.hasReport(key)
      if (was === this.#after.hasReport(key)) continue
      if (was) this.#lost.push(key)
      else this.#new.push(key)
    }
    const said = new ReportColumn(own, keys)
    const before = new ReportColumn(this.#before, keys)
    const after = new ReportColumn(this.#after, keys)
    for (const indicator of indicators) {
      for (const column of [said, before, after]) column.read(indicator)
      for (const [at, key] of keys.entries()) {
        if (!said.isPresent(at)) continue
        if (before.isSame(after, at))
          this.#counts[before.isSame(said, at) ? 'repeated' : 'overruled']++
        else this.#addChange(before, after, at, { ...key, indicator })
      }
    }
  }

  close(): SwitchEffect {
    return {
      ...this.#counts,
      lostReports: this.#lost.length,
      newReports: this.#new.length,
      changes: this.#changes,
      reports: [...this.#lost, ...this.#new].slice(0, REPORTS_SHOWN),
    }
  }

  #addChange(
    before: ReportColumn,
    after: ReportColumn,
    at: number,
    where: ReportKey & { readonly indicator: string },
  ): void {
    if (!after.isPresent(at)) this.#counts.removed++
    else if (!before.isPresent(at)) this.#counts.added++
    else this.#counts.changed++
    // A report that comes or goes as a whole is told once, not cell by cell.
    const isWhole = !before.hasReport(at) || !after.hasReport(at)
    if (isWhole && where.scope !== 'auxiliary') return
    if (this.#changes.length < CHANGES_SHOWN)
      this.#changes.push({ ...where, before: before.cell(at), after: after.cell(at) })
  }
}
