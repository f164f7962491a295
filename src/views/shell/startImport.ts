import { inject, type InjectionKey } from 'vue'

/** Begins an import with files from anywhere on the page; asks first when a review would be lost. */
export type StartImport = (files: readonly File[]) => void

export const startImportKey: InjectionKey<StartImport> = Symbol('startImport')

/** The import of the frame around the page. */
export function useStartImport(): StartImport {
  const start = inject(startImportKey)
  if (start === undefined) throw new Error('startImport is provided by App.vue')
  return start
}
