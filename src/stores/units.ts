import { defineStore } from 'pinia'
import type { UnitId } from '@/domain/unit'
import type { NewUnit, UnitView } from '@/engine/unitProtocol'
import { ask, plain } from './engineClient'

/** Units of the shipped list and the user's own; holds nothing. */
export const useUnitStore = defineStore('units', () => {
  function search(text: string, limit: number): Promise<UnitView[]> {
    return ask((engine) => engine.searchUnits(text, limit))
  }

  function byIds(ids: readonly UnitId[]): Promise<UnitView[]> {
    return ask((engine) => engine.unitsByIds(plain(ids)))
  }

  function children(id: UnitId): Promise<UnitView[]> {
    return ask((engine) => engine.childUnits(id))
  }

  /** A unit of the user's own: 开发区, 部门, 乡镇. */
  function add(unit: NewUnit): Promise<UnitView> {
    return ask((engine) => engine.addUnit(plain(unit)))
  }

  return { search, byIds, children, add }
})
