import perspective from '@finos/perspective'
import serverAddress from '@finos/perspective/dist/wasm/perspective-server.wasm?url'
import viewer from '@finos/perspective-viewer'
import clientAddress from '@finos/perspective-viewer/dist/wasm/perspective-viewer.wasm?url'
import '@finos/perspective-viewer-datagrid'

/** The viewer with a pivot by year; starting the engine is not counted in its favour. */
window.peer = {
  async open() {
    await Promise.all([
      perspective.init_server(fetch(serverAddress)),
      viewer.init_client(fetch(clientAddress)),
    ])
    window.worker = await perspective.worker()
  },
  async show(file, item) {
    const element = document.querySelector('perspective-viewer')
    const table = await window.worker.table(await file.text())
    await element.load(table)
    await element.restore({ plugin: 'Datagrid', group_by: ['year'], columns: [item] })
    await element.flush()
  },
}
