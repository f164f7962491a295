import type { UnitRegistry } from '@/domain/unit'
import { alikeGroups, alikeOf, exampleOf, fixAlike } from './alikeCells'
import { decideDraft } from './decideDraft'
import type { Draft } from './draft'
import { withChoice } from './draftChoices'
import type { DraftDesk } from './draftDesk'
import { withFix, withoutFix, type FixedDraftCell } from './draftFixes'
import { DraftGrid } from './draftGrid'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import { filterGrid, gridAxes, nextPlace, type FilteredGrid } from './gridFilter'
import { reviewCell, windowOf } from './gridWindow'
import type { GridFilter, ReviewApi, ReviewFixView } from './reviewProtocol'

/** What is asked of the cells of a draft, and the user's word on them. */
export function reviewActions(core: EngineCore): ReviewApi {
  const views = new GridViews()
  return { ...gridActions(core, views), ...fixActions(core, views) }
}

type GridActions = Pick<ReviewApi, 'reviewGrid' | 'reviewWindow' | 'nextMarked' | 'reviewCell'>

function gridActions(core: EngineCore, views: GridViews): GridActions {
  return {
    reviewGrid: (filter) =>
      core.run(({ desk }) =>
        desk.draft === null ? null : gridAxes(views.grid(desk), views.filtered(desk, filter)),
      ),
    reviewWindow: (filter, range) =>
      core.run(({ desk, holdings }) =>
        windowOf(views.grid(desk), views.filtered(desk, filter), range, holdings.registry),
      ),
    nextMarked: (filter, from, backwards) =>
      core.run(({ desk }) =>
        nextPlace(views.grid(desk), views.filtered(desk, filter), from, backwards),
      ),
    reviewCell: (key) =>
      core.run(({ desk, holdings }) => {
        const grid = views.grid(desk)
        return { ...reviewCell(grid, key, holdings.registry), alike: alikeOf(grid, key) }
      }),
  }
}

function fixActions(core: EngineCore, views: GridViews): Omit<ReviewApi, keyof GridActions> {
  return {
    fixCell: (key, value, reason) =>
      decideDraft(core, (draft, desk) => {
        if (views.grid(desk).find(key) === null) throw new EngineFailure('not-found', key.indicator)
        return fixed(draft, [{ ...key, value }], reason)
      }),
    alikeGroups: () => core.run(({ desk }) => alikeGroups(views.grid(desk))),
    previewAlike: (group, rule) =>
      core.run(
        ({ desk, holdings }) => fixAlike(views.grid(desk), group, rule, holdings.registry).preview,
      ),
    fixAlike: (group, rule, reason) =>
      decideDraft(core, (draft, desk, { registry }) => {
        const { cells } = fixAlike(views.grid(desk), group, rule, registry)
        return cells.length > 0 ? fixed(draft, cells, reason) : draft
      }),
    reviewFixes: () =>
      core.run(({ desk, holdings }) => fixViews(desk, views.grid(desk), holdings.registry)),
    takeBackFix: (id, key) =>
      decideDraft(core, (draft) => ({ ...draft, fixes: withoutFix(draft.fixes, id, key) })),
    chooseCells: (of, takesFile) =>
      decideDraft(core, (draft) => ({
        ...draft,
        choices: withChoice(draft.choices, of, takesFile),
      })),
    flushDraft: () => core.run(({ desk }) => desk.flush()),
  }
}

/** Cells of a fix that a list shows. */
const FIX_EXAMPLES = 5

function fixed(draft: Draft, cells: readonly FixedDraftCell[], reason: string): Draft {
  const stated = reason.trim()
  if (stated === '') throw new EngineFailure('reason-missing', 'fix')
  return { ...draft, fixes: withFix(draft.fixes, cells, stated) }
}

function fixViews(desk: DraftDesk, grid: DraftGrid, registry: UnitRegistry): ReviewFixView[] {
  const fixes = desk.draft?.fixes ?? []
  return fixes.toReversed().map(({ id, reason, cells }) => ({
    id,
    reason,
    cells: cells.length,
    examples: cells.slice(0, FIX_EXAMPLES).flatMap((cell) => exampleOf(grid, cell, registry) ?? []),
  }))
}

/** A grid, and what its filters show, so that scrolling costs little. */
interface GridView {
  readonly grid: DraftGrid
  readonly filtered: Map<string, FilteredGrid>
}

/** The grid of the draft as it stands; gone with the draft. */
class GridViews {
  readonly #views = new WeakMap<object, GridView>()

  grid(desk: DraftDesk): DraftGrid {
    return this.#view(desk).grid
  }

  filtered(desk: DraftDesk, filter: GridFilter): FilteredGrid {
    const { grid, filtered } = this.#view(desk)
    const key = JSON.stringify([filter.show, filter.code, filter.source])
    const known = filtered.get(key) ?? filterGrid(grid, filter)
    filtered.set(key, known)
    return known
  }

  #view(desk: DraftDesk): GridView {
    const compared = desk.compared()
    const known = this.#views.get(compared)
    if (known !== undefined) return known
    const view = { grid: new DraftGrid(compared), filtered: new Map<string, FilteredGrid>() }
    this.#views.set(compared, view)
    return view
  }
}
