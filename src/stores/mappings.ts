import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { RememberedMapping } from '@/data/rememberedMapping'
import type { MappingOffer } from '@/engine/mappingProtocol'
import { withHeaders } from '@/intake/answerChanges'
import type { FileAnswers } from '@/intake/fileAnswers'
import type { EncodingSample } from '@/intake/readers/encoding/encodingSamples'
import { ask, onStatus, plain } from './engineClient'
import { useImportStore } from './imports'
import { readEncodingSamples, readFilesAgain } from './intakeClient'
import { useStatusStore } from './status'

/** What is to be said of a file beside what was said of it. */
export interface FileChange {
  readonly source: string
  readonly change: (answers: FileAnswers) => FileAnswers
}

/** What the user says of the files of the draft; every action rejects with an `EngineFailure`. */
export const useMappingStore = defineStore('mappings', () => {
  /** Kept for files with the same headers, newest last. */
  const mappings = shallowRef<readonly RememberedMapping[]>([])
  let loaded = false
  onStatus(() => {
    if (loaded) void load()
  })

  async function load(): Promise<void> {
    loaded = true
    mappings.value = await ask((engine) => engine.mappings())
  }

  /** Reads files of the draft again with what is said of them. */
  async function answer(changes: readonly FileChange[]): Promise<void> {
    const given = await ask((engine) => engine.draftSources(changes.map(({ source }) => source)))
    const changeOf = new Map(changes.map(({ source, change }) => [source, change]))
    const files = given.map((file) => ({
      ...file,
      answers: plain(changeOf.get(file.source)?.(file.answers) ?? file.answers),
    }))
    const ownUnits = await ask((engine) => engine.ownUnits())
    const city = useStatusStore().status?.settings.city ?? null
    await readFilesAgain(files, ownUnits, city)
    await useImportStore().load()
  }

  /** How the beginning of a file of the draft, or of one inside it, reads in each encoding. */
  async function samples(source: string, inner: string | null): Promise<readonly EncodingSample[]> {
    const [file] = await ask((engine) => engine.draftSources([source]))
    return file === undefined ? [] : readEncodingSamples(file.content, file.path, inner)
  }

  /** Keeps what was said of the headers of a file of the draft for others with the same headers. */
  async function remember(source: string): Promise<void> {
    await ask((engine) => engine.rememberMapping(source))
    await useImportStore().load()
  }

  /** Reads files with mappings that were offered for them. */
  function adopt(offers: readonly MappingOffer[]): Promise<void> {
    return answer(
      offers.map(({ source, mapping }) => ({
        source,
        change: (answers) =>
          withHeaders(
            answers,
            mapping.answers.map((each) => ({ ...each, answer: each })),
          ),
      })),
    )
  }

  async function forget(id: string): Promise<void> {
    await ask((engine) => engine.forgetMapping(id))
  }

  return { mappings, load, answer, samples, remember, adopt, forget }
})
