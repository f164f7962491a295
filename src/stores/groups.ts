import { defineStore } from 'pinia'
import type { MatrixQuestion } from '@/analysis/answer'
import type { UnitGroup } from '@/domain/unitGroup'
import type {
  GroupDraft,
  PeerAnswer,
  PeerQuestion,
  RollUp,
  UnitSet,
  UnitSetView,
} from '@/engine/groupProtocol'
import { ask, askKept, plain } from './engineClient'

/** Sets of units and the user's own groups; holds nothing: the groups are among the settings. */
export const useGroupStore = defineStore('groups', () => {
  function unitSet(set: UnitSet): Promise<UnitSetView> {
    const asked = plain(set)
    return askKept('unitSet', [asked], (engine) => engine.unitSet(asked))
  }

  function peers(question: PeerQuestion): Promise<PeerAnswer> {
    return ask((engine) => engine.peers(plain(question)))
  }

  function rollUps(question: MatrixQuestion): Promise<RollUp[]> {
    const asked = plain(question)
    return askKept('rollUps', [asked], (engine) => engine.rollUps(asked))
  }

  function save(group: GroupDraft): Promise<UnitGroup> {
    return ask((engine) => engine.saveGroup(plain(group)))
  }

  async function remove(id: string): Promise<void> {
    await ask((engine) => engine.removeGroup(id))
  }

  return { unitSet, peers, rollUps, save, remove }
})
