import type { EngineCore } from './engineCore'
import { exportedReports } from './exportReports'
import type { PackageApi } from './packageProtocol'
import { exportedPackage, packageSummary, prepareRestore, verifiedPackage } from './packages'
import { changeOf } from './storeChange'

/** Reports written to files, and packages of everything out of the store and back into it. */
export function packageActions(core: EngineCore): PackageApi {
  return {
    exportReports: (format) => core.run(({ holdings }) => exportedReports(holdings, format)),
    exportPackage: () =>
      core.run(async ({ holdings }) => {
        const at = core.surroundings.now()
        const file = await exportedPackage(holdings, at)
        await holdings.change(() => ({
          change: changeOf(holdings.snapshot, {}, { lastBackupAt: at }),
        }))
        return file
      }),
    inspectPackage: (file) => core.run(async () => packageSummary(await verifiedPackage(file))),
    importPackage: (file) =>
      core.run(async ({ holdings }) => {
        const content = await verifiedPackage(file)
        const after = core.sentinel?.sequence ?? 0
        await holdings.change(() => prepareRestore(holdings, content, after))
      }),
  }
}
