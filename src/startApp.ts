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

applyTheme(notedTheme())
followMachineTheme()
followPrinting()

const app = createApp(App)
app.config.errorHandler = noteFault
window.addEventListener('unhandledrejection', (event) => {
  noteFault(event.reason)
})
app.provide(localeContextKey, shallowRef(zhCn))
app.use(createPinia()).use(createPageRouter()).mount('#app')
