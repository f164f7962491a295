import { expose, proxy, transfer, wrap, type Endpoint, type Remote } from 'comlink'
import type { Unit, UnitId } from '@/domain/unit'
import { intakeFiles, readFileAgain, readPart, type IntakeContext } from '@/intake/intakeFile'
import { OriginalDesk } from '@/intake/original/originalDesk'
import { sampleFile } from '@/intake/readers/encoding/sampleFile'
import { readExcerpt } from '@/intake/sourceExcerpt'
import { EngineFailure } from './failure'
import { withBuffersMoved } from './movedBuffers'
import type { DraftSink, IntakeApi, IntakeHelper } from './intakeProtocol'
import { repairActions } from './repairActions'

/** Lets the other side of an endpoint have files read. */
export function serveIntake(endpoint?: Endpoint): void {
  let sink: Remote<DraftSink> | null = null
  let helper: Remote<IntakeHelper> | null = null
  const given: File[] = []
  const connected = () => {
    if (sink === null) throw new EngineFailure('unknown', 'The intake is not connected')
    return sink
  }
  const intake: IntakeApi = {
    ...repairActions(() => ({
      replaceFile: (draft) => connected().replaceFile(withBuffersMoved(draft)),
      insertFile: (draft, content) => connected().insertFile(withBuffersMoved(draft), content),
    })),
    connect: (port) => {
      sink = wrap<DraftSink>(port)
      return Promise.resolve()
    },
    help: (port) => {
      expose(helping, port)
      return Promise.resolve()
    },
    takeHelp: (port) => {
      helper = wrap<IntakeHelper>(port)
      return Promise.resolve()
    },
    give: (files) => {
      given.push(...files)
      return Promise.resolve()
    },
    read: async (ownUnits, within, onProgress) => {
      if (sink === null) throw new EngineFailure('unknown', 'The intake is not connected')
      const { begin, addFile, finish } = sink
      await begin()
      await intakeFiles(
        given.splice(0),
        helper === null ? { ownUnits, within } : helpedBy(helper, ownUnits, within),
        (draft, content, reading) => addFile(withBuffersMoved(draft), content, reading),
        onProgress,
      )
      await finish()
    },
    ...originalActions(),
    readAgain: async (files, ownUnits, within) => {
      const { replaceFile } = connected()
      for (const file of files) {
        const draft = await readFileAgain(file, { ownUnits, within })
        await replaceFile(withBuffersMoved(draft))
      }
    },
    encodingSamples: sampleFile,
    excerpt: readExcerpt,
  }
  expose(intake, endpoint)
}

const helping: IntakeHelper = {
  scanPart: async (file, from, ownUnits, within, onProgress) => {
    const part = await readPart(file, from, { ownUnits, within }, onProgress)
    return part === null ? null : withBuffersMoved(part)
  },
}

function helpedBy(
  { scanPart }: Remote<IntakeHelper>,
  ownUnits: readonly Unit[],
  within: UnitId | null,
): IntakeContext {
  return {
    ownUnits,
    within,
    helperFor: (file) => (from, progress) =>
      scanPart(file, from, ownUnits, within, proxy(progress)),
  }
}

/** A source that is looked at, one at a time. */
function originalActions(): Pick<IntakeApi, 'openOriginal' | 'page'> {
  let desk: OriginalDesk | null = null
  return {
    openOriginal: (source) => {
      desk = new OriginalDesk(source)
      return desk.documents()
    },
    page: async (document, number, scale) => {
      if (desk === null) throw new EngineFailure('unknown', 'No original is open')
      const picture = await desk.page(document, number, scale)
      return transfer(picture, [picture])
    },
  }
}
