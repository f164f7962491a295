import { expose, transfer, wrap, type Endpoint, type Remote } from 'comlink'
import { intakeFiles, readFileAgain } from '@/intake/intakeFile'
import { OriginalDesk } from '@/intake/original/originalDesk'
import { readExcerpt } from '@/intake/sourceExcerpt'
import { EngineFailure } from './failure'
import { withBuffersMoved } from './movedBuffers'
import type { DraftSink, IntakeApi } from './protocol'

/** Lets the other side of an endpoint have files read. */
export function serveIntake(endpoint?: Endpoint): void {
  let sink: Remote<DraftSink> | null = null
  let desk: OriginalDesk | null = null
  const intake: IntakeApi = {
    connect: (port) => {
      sink = wrap<DraftSink>(port)
      return Promise.resolve()
    },
    read: async (files, ownUnits, within, onProgress) => {
      if (sink === null) throw new EngineFailure('unknown', 'The intake is not connected')
      const { begin, addFile, finish } = sink
      await begin()
      await intakeFiles(
        files,
        { ownUnits, within },
        (draft, content) => addFile(withBuffersMoved(draft), content),
        onProgress,
      )
      await finish()
    },
    openOriginal: async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      desk = new OriginalDesk({ name: file.name, path: file.name, bytes })
      return desk.documents()
    },
    page: async (number, scale) => {
      if (desk === null) throw new EngineFailure('unknown', 'No original is open')
      const picture = await desk.page(number, scale)
      return transfer(picture, [picture])
    },
    readAgain: async (files, ownUnits, within) => {
      if (sink === null) throw new EngineFailure('unknown', 'The intake is not connected')
      for (const file of files) {
        const draft = await readFileAgain(file, { ownUnits, within })
        await sink.replaceFile(withBuffersMoved(draft))
      }
    },
    excerpt: async (file, place) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return readExcerpt({ name: file.name, path: file.name, bytes }, place)
    },
  }
  expose(intake, endpoint)
}
