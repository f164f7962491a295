import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { applyTheme, followMachineTheme, notedTheme } from './ui/colourTheme'
import './ui/styles'
import { installTrustedTypes } from './ui/trustedTypes'
import { createPageRouter } from './views/router'
import { noteFault } from './views/shell/faults'

installTrustedTypes()
applyTheme(notedTheme())
followMachineTheme()

const app = createApp(App)
app.config.errorHandler = noteFault
window.addEventListener('unhandledrejection', (event) => {
  noteFault(event.reason)
})
app.use(createPinia()).use(createPageRouter()).mount('#app')
