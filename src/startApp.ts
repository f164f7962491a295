import { localeContextKey } from 'element-plus'
import zhCn from 'element-plus/es/locale/lang/zh-cn'
import { createPinia } from 'pinia'
import { createApp, shallowRef } from 'vue'
import App from './App.vue'
import { applyTheme, followMachineTheme, notedTheme } from './ui/colourTheme'
import { followPrinting } from './ui/printing'
import './ui/styles'
import { createPageRouter } from './views/router'
import { noteFault } from './views/shell/faults'

/** Milliseconds for which an empty window is no worse than one that says what is waited for. */
const SOON = 200

applyTheme(notedTheme())
followMachineTheme()
followPrinting()

const app = createApp(App)
app.config.errorHandler = noteFault
window.addEventListener('unhandledrejection', (event) => {
  noteFault(event.reason)
})
app.provide(localeContextKey, shallowRef(zhCn))
const router = createPageRouter()
app.use(createPinia()).use(router)
// The first page is mounted as a whole where it is there soon, and not into a page that is already laid out.
void Promise.race([router.isReady(), later(SOON)]).finally(() => {
  app.mount('#app')
})

function later(time: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, time)
  })
}
