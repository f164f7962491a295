import { engineWorker } from './stores/engineWorker'
import { beginKept } from './stores/keptReplies'
import { isSeenLast } from './stores/seenLast'
import { installTrustedTypes } from './ui/trustedTypes'

// What the page waits for longest begins first: everything else loads while the worker starts. The page seen
// last is drawn from what was kept of it, and has the processor to itself until it is painted.
installTrustedTypes()
if (!isSeenLast()) engineWorker()
beginKept()
void import('./startApp')
