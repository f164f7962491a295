import { sourceHash } from '@/data/sourceHash'
import { matchBoundary } from '@/intake/boundaries/matchBoundary'
import type { BoundaryFeature } from '@/intake/boundaries/readBoundaries'
import { MOST_BYTES, readBoundaries } from '@/intake/boundaries/readBoundaries'
import type { BoundaryApi, BoundaryArea, BoundarySetting, BoundaryView } from './boundaryProtocol'
import type { EngineCore } from './engineCore'
import type { Holdings } from './holdings'
import { asSettings } from './settings'
import { changeOf } from './storeChange'

/** The boundary file: one of the sources, which the settings name; so packages carry it as they are. */
export function boundaryActions(core: EngineCore): BoundaryApi {
  return {
    loadBoundaries: async (file) => {
      if (file.size > MOST_BYTES) return { fault: { kind: 'too-large', bytes: file.size } }
      const reading = readBoundaries(await file.text())
      if (reading.kind === 'refused') return { fault: reading.fault }
      const id = await sourceHash(file)
      const { name, size } = file
      await core.run(({ holdings }) =>
        keep(holdings, { id, name, path: name, size, content: file }),
      )
      return { fault: null }
    },
    boundaries: () => core.run(({ holdings }) => viewOf(holdings)),
    removeBoundaries: () => core.run(({ holdings }) => keep(holdings, null)),
  }
}

interface KeptFile {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly size: number
  readonly content: Blob
}

async function keep(holdings: Holdings, file: KeptFile | null): Promise<void> {
  await holdings.change(() => {
    const { snapshot } = holdings
    const settings = asSettings(snapshot.settings)
    const boundary: BoundarySetting | null = file && { source: file.id, name: file.name }
    const before = settings.boundary?.source
    const isLeft =
      before === undefined ||
      before === file?.id ||
      snapshot.batches.some(({ batch }) => batch.sources.includes(before))
    return {
      change: changeOf(snapshot, {
        settings: { ...settings, boundary },
        removeSources: isLeft ? [] : [before],
        putSources: file === null ? [] : [file],
      }),
    }
  })
}

async function viewOf({ snapshot, store, registry }: Holdings): Promise<BoundaryView | null> {
  const { boundary, city } = asSettings(snapshot.settings)
  const source = boundary === null ? undefined : await store.source(boundary.source)
  if (boundary === null || source === undefined) return null
  const reading = readBoundaries(await source.content.text())
  if (reading.kind === 'refused') return null
  const areaOf = (feature: BoundaryFeature): BoundaryArea => {
    const match = matchBoundary(feature, registry, city ?? undefined)
    if (match.kind === 'one') return { ...feature, match }
    const candidates = match.kind === 'none' ? [] : match.candidates
    const names = candidates.map((id) => registry.fullName(id))
    return { ...feature, match: { kind: match.kind, candidates: names } }
  }
  return { name: boundary.name, areas: reading.features.map(areaOf) }
}
