import { expect, test as base, type BrowserContext } from '@playwright/test'
import { plainHost } from './address'

const ownHosts = new Set(['localhost', plainHost])

/**
 * A test that fails on any breach of the content security policy, error in the console, uncaught error,
 * dialog of a script or request to a foreign address, in any page or worker, whatever else it finds.
 */
export const test = base.extend<{ guard: undefined }>({
  guard: [
    async ({ context }, use) => {
      const faults = watch(context)
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // eslint-disable-next-line no-console -- the console is how the page tells the test
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
        })
      })
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

function watch(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`))
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const inside = protocol === 'blob:' || protocol === 'data:' || ownHosts.has(hostname)
    if (!inside) faults.push(`request: ${request.url()}`)
  })
  return faults
}
