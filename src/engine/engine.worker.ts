import { openStore } from '@/storage/openStore'
import { openAhead } from './openAhead'
import { holdMessages } from './heldMessages'

// The browser opens the database while the rest of the engine is fetched and compiled.
const opener = openAhead(openStore)
const release = holdMessages(globalThis)
import('./browserEngine').then(
  ({ startEngine }) => {
    startEngine(opener)
    release()
  },
  (thrown: unknown) => {
    // Told to the page as the end of its worker.
    reportError(thrown)
  },
)
