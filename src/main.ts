import { engineWorker } from './stores/engineWorker'
import { installTrustedTypes } from './ui/trustedTypes'

// What the page waits for longest begins first: everything else loads while the worker starts.
installTrustedTypes()
engineWorker()
void import('./startApp')
