import { batchActions } from './batchActions'
import { boundaryActions } from './boundaryActions'
import { checkActions } from './checkActions'
import { correctionActions } from './correctionActions'
import { documentActions } from './documentActions'
import { draftActions } from './draftActions'
import { fileActions } from './fileActions'
import { EngineCore, type StoreOpener } from './engineCore'
import { groupActions } from './groupActions'
import { keepingReplies } from './replyKeeper'
import { measureActions } from './measureActions'
import { mappingActions } from './mappingActions'
import type { DraftSink } from './intakeProtocol'
import type { EngineApi } from './protocol'
import { reviewActions } from './reviewActions'
import { packageActions } from './packageActions'
import { questionActions } from './questionActions'
import { statusActions } from './statusActions'
import { unitActions } from './unitActions'
import { sheetActions } from './sheetActions'
import { searchActions } from './searchActions'
import type { Surroundings } from './surroundings'

/** The engine, and a way for an intake to hand in its files. */
export interface Engine extends EngineApi {
  newSink(): Promise<DraftSink>
  /** Begins to open the store before anyone asks for it. */
  begin(): void
}

/** Puts the engine together; it runs wherever the store and the surroundings do. */
export function createEngine(openStore: StoreOpener, surroundings: Surroundings): Engine {
  const core = new EngineCore(openStore, surroundings)
  const engine: Engine = {
    begin: () => {
      core.begin()
    },
    ...statusActions(core),
    ...unitActions(core),
    ...draftActions(core),
    ...reviewActions(core),
    ...mappingActions(core),
    ...batchActions(core),
    ...correctionActions(core),
    ...questionActions(core),
    ...checkActions(core),
    ...groupActions(core),
    ...boundaryActions(core),
    ...searchActions(core),
    ...measureActions(core),
    ...documentActions(core),
    ...sheetActions(core),
    ...fileActions(core),
    ...packageActions(core),
  }
  return keepingReplies(engine, core)
}
