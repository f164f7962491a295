import { shallowRef } from 'vue'

/** A package that was dropped somewhere and waits to be looked at; null while there is none. */
export const offeredPackage = shallowRef<File | null>(null)
