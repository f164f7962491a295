import type { Draft } from './draft'
import type { DraftDesk } from './draftDesk'
import { draftSummary } from './draftSummary'
import type { EngineCore } from './engineCore'
import type { Holdings } from './holdings'
import type { DraftSummary } from './draftProtocol'

/**
 * Changes the draft by a decision of the user's, and answers once it is stored: what a page shows as
 * decided survives that page. A failure of the decision leaves the draft as it was.
 */
export function decideDraft(
  core: EngineCore,
  decision: (draft: Draft, desk: DraftDesk, holdings: Holdings) => Draft,
): Promise<DraftSummary> {
  return core.run(async ({ holdings, desk }) => {
    desk.decide((draft) => decision(draft, desk, holdings))
    const summary = draftSummary(desk, holdings)
    await desk.flush()
    return summary
  })
}
