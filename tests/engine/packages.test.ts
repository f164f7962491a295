import { IDBFactory } from 'fake-indexeddb'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import type { Engine } from '@/engine/createEngine'
import { contentsOf } from '../storage/openTestStore'
import { csv, HANYIN, HONGZE, importInto, openEngine } from './testEngine'

// Whole engines with samples and many imports: slow where other tests run beside them.
vi.setConfig({ testTimeout: 30_000 })

/** A store with two batches, one switched off, a unit of its own and settings. */
async function filledEngine() {
  const tab = await openEngine(new IDBFactory())
  const { engine } = tab
  await engine.addUnit({ name: '安康高新区', kind: 'zone', parent: 'cn:610900' })
  await engine.saveSettings({ city: 'cn:610900', operator: '王' })
  await importInto(engine, [
    csv('a.csv', [`${HANYIN},2023,whole,2021,约30,12a`, `,安康高新区,2023,whole,2021,5,1`]),
    csv('b.csv', [`${HONGZE},2023,whole,2021,1077.892534,/`]),
  ])
  await importInto(engine, [csv('c.csv', [`${HANYIN},2024,whole,2021,40,2`])])
  await engine.setBatchActive(2, false)
  return tab
}

test('a package opens in an empty store to the same data, sources and settings', async () => {
  const from = await filledEngine()
  const file = await from.engine.exportPackage()
  const to = await openEngine(new IDBFactory())
  await to.engine.importPackage(file)

  expect(await comparable(to.store)).toEqual(await comparable(from.store))
  expect(await exports(to.engine)).toEqual(await exports(from.engine))
  const { settings, lastBackupAt, health } = await to.engine.status()
  expect(settings).toEqual((await from.engine.status()).settings)
  expect(lastBackupAt).toBe(1_750_000_000_000)
  expect(health.kind).toBe('ok')
  await to.engine.setBatchActive(2, true)
  expect((await to.engine.status()).reports).toBe(4)
})

test('a package says what it holds before anything is touched', async () => {
  const { engine } = await filledEngine()
  const file = await engine.exportPackage()
  const other = await openEngine(new IDBFactory())

  expect(await other.engine.inspectPackage(file)).toEqual({
    createdAt: 1_750_000_000_000,
    batches: 2,
    reports: 4,
    sources: 3,
    ownUnits: 1,
    sample: false,
  })
  expect((await other.engine.status()).batches).toBe(0)
})

test('a package takes the place of what is stored, and is no loss at the next start', async () => {
  const from = await filledEngine()
  const factory = new IDBFactory()
  const to = await openEngine(factory)
  for (const year of [2019, 2020, 2021, 2022])
    await importInto(to.engine, [csv('x.csv', [`${HONGZE},${year},whole,2021,1,1`])])
  const { sentinel } = await to.engine.status()
  await to.engine.importPackage(await from.engine.exportPackage())

  expect(await exports(to.engine)).toEqual(await exports(from.engine))
  const reopened = await openEngine(factory, sentinel)
  expect((await reopened.engine.status()).health).toEqual({ kind: 'ok' })
  expect(await exports(reopened.engine)).toEqual(await exports(from.engine))
})

test('a package cut anywhere is refused and the data stay as they are', async () => {
  const { engine, store } = await filledEngine()
  const file = await engine.exportPackage()
  const before = await contentsOf(store())
  for (let percent = 0; percent < 100; percent += 1) {
    const cut = file.slice(0, Math.floor((file.size * percent) / 100))
    await expect(engine.importPackage(cut)).rejects.toMatchObject({ code: 'package-invalid' })
  }
  await expect(engine.importPackage(file.slice(0, -1))).rejects.toMatchObject({
    code: 'package-invalid',
  })
  expect(await contentsOf(store())).toEqual(before)
})

test('a package with any file changed, missing or added is refused', async () => {
  const { engine, store } = await filledEngine()
  const before = await contentsOf(store())
  const files = unzipSync(new Uint8Array(await (await engine.exportPackage()).arrayBuffer()))
  const after = await contentsOf(store())
  const paths = Object.keys(files)
  expect(paths.length).toBeGreaterThan(6)

  for (const path of paths) {
    const bytes = files[path] ?? new Uint8Array()
    const changed = bytes.slice()
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
    const without = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path))
    await refuse(engine, { ...files, [path]: changed })
    await refuse(engine, without)
  }
  await refuse(engine, { ...files, 'extra.txt': strToU8('?') })
  await refuse(engine, {})
  expect(await contentsOf(store())).toEqual(after)
  expect(before).not.toEqual(after)
})

test('what is no package is refused', async () => {
  const { engine } = await filledEngine()
  await expect(engine.importPackage(new Blob(['no zip']))).rejects.toMatchObject({
    code: 'package-invalid',
  })
  const files = { 'manifest.json': strToU8('{"format":"other"}') }
  await refuse(engine, files)
})

async function refuse(engine: Engine, files: Record<string, Uint8Array>): Promise<void> {
  const file = new Blob([zipSync(files)])
  await expect(engine.importPackage(file)).rejects.toMatchObject({ code: 'package-invalid' })
}

async function exports(engine: Engine): Promise<string[]> {
  return Promise.all(
    (['csv', 'long', 'json'] as const).map(async (format) =>
      (await engine.exportReports(format)).text(),
    ),
  )
}

/** The contents but for what a restore gives anew: the numbers of sets, and the count of changes. */
async function comparable(store: () => Parameters<typeof contentsOf>[0]) {
  const { batches, units, settings } = await store().snapshot()
  const sources = await Promise.all(
    (await store().sourceIds()).map(async (id) => {
      const { name, path, size, content } = (await store().source(id)) ?? {}
      return { id, name, path, size, text: await content?.text() }
    }),
  )
  return { batches: batches.map(({ batch }) => batch), units, settings, sources }
}
