import { engineWorker } from './stores/engineWorker'
import { beginKept } from './stores/keptReplies'
import { installTrustedTypes } from './ui/trustedTypes'

// What the page waits for longest begins first: everything else loads while the worker starts.
installTrustedTypes()
engineWorker()
beginKept()
void import('./startApp')
