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
import { ask, plain } from './engineClient'

/** Sets of units and the user's own groups; holds nothing: the groups are among the settings. */
export const useGroupStore = defineStore('groups', () => {
  function unitSet(set: UnitSet): Promise<UnitSetView> {
    return ask((engine) => engine.unitSet(plain(set)))
  }

  function peers(question: PeerQuestion): Promise<PeerAnswer> {
    return ask((engine) => engine.peers(plain(question)))
  }

  function rollUps(question: MatrixQuestion): Promise<RollUp[]> {
    return ask((engine) => engine.rollUps(plain(question)))
  }

  function save(group: GroupDraft): Promise<UnitGroup> {
    return ask((engine) => engine.saveGroup(plain(group)))
  }

  async function remove(id: string): Promise<void> {
    await ask((engine) => engine.removeGroup(id))
  }

  return { unitSet, peers, rollUps, save, remove }
})
