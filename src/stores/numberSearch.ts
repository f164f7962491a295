import { defineStore } from 'pinia'
import type { NumberQuestion } from '@/analysis/numberSearch'
import type { FoundNumbers } from '@/engine/searchProtocol'
import { ask, plain } from './engineClient'

/** Looks numbers up in all that is on record; holds nothing. */
export const useNumberSearchStore = defineStore('numberSearch', () => {
  function find(question: NumberQuestion): Promise<FoundNumbers> {
    return ask((engine) => engine.searchNumber(plain(question)))
  }

  return { find }
})
