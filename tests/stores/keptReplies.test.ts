import { IDBFactory } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StoreStatus } from '@/engine/statusProtocol'
import { csv, HANYIN, importInto, openTab } from '../engine/testEngine'
import { InProcessWorkers } from './inProcessWorkers'

vi.setConfig({ testTimeout: 30_000 })

/** A worker that starts and is never heard of again. */
class SilentWorker extends EventTarget {
  postMessage(): void {
    this.dispatchEvent(new Event('posted'))
  }
}

const question = {
  items: ['requests.new.total'],
  units: null,
  years: null,
  scope: 'whole',
  checks: 'all',
} as const
let factory: IDBFactory
let workers: InProcessWorkers
let kept: Map<string, unknown>
let seenLast: string | null

beforeEach(async () => {
  factory = new IDBFactory()
  workers = new InProcessWorkers(factory)
  kept = new Map()
  seenLast = null
  vi.stubGlobal('Worker', workers.constructorOfWorkers)
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('location', { hash: '#/view/fees' })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => (name === 'xianjian.address' ? seenLast : null),
    setItem: () => undefined,
  })
  vi.doMock('@/stores/keptReplies', () => ({
    keptReply: (call: string, args: readonly unknown[]) =>
      Promise.resolve(kept.get(JSON.stringify([call, ...args]))),
    endKept: () => {
      kept.clear()
    },
  }))
  const { engine } = openTab(factory)
  const opened = await engine.open(null)
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`])])
  const status: StoreStatus = { ...(await engine.status()), usage: opened.usage }
  kept.set('["open"]', status)
  kept.set('["coverage"]', await engine.coverage())
  kept.set(JSON.stringify(['ask', question]), await engine.ask(question))
})

afterEach(() => {
  vi.doUnmock('@/stores/keptReplies')
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function freshPage() {
  vi.resetModules()
  setActivePinia(createPinia())
  const [status, answers] = await Promise.all([
    import('@/stores/status'),
    import('@/stores/answers'),
  ])
  return { status: status.useStatusStore(), answers: answers.useAnswerStore() }
}

test('of the page seen last what was kept is shown, and the engine begins when it is painted', async () => {
  seenLast = '#/view/fees'
  const { status, answers } = await freshPage()
  const { noteFirstPaint } = await import('@/stores/firstPaint')

  await status.load()
  expect([...(await answers.ask(question)).values]).toEqual([30])
  expect(workers.started).toEqual([])

  noteFirstPaint()
  await expect.poll(() => kept.size).toBe(0)
  expect(workers.started).toEqual(['engine.worker.ts'])
})

test('of the page seen last what was not kept begins the engine at once', async () => {
  seenLast = '#/view/fees'
  kept.delete(JSON.stringify(['ask', question]))
  const { status, answers } = await freshPage()

  await status.load()
  expect(workers.started).toEqual([])
  expect([...(await answers.ask(question)).values]).toEqual([30])
})

test('the page seen last waits for the engine where nothing was kept, and begins it where no paint is told', async () => {
  seenLast = '#/view/fees'
  kept.delete('["open"]')
  const first = await freshPage()
  await first.status.load()
  expect(first.status.status).toMatchObject({ reports: 1, dataVersion: '1.1' })

  kept.set('["open"]', first.status.status)
  const second = await freshPage()
  await second.status.load()
  expect(workers.started).toHaveLength(1)
  await expect.poll(() => workers.started.length, { timeout: 5_000 }).toBe(2)
})

test('what was kept is there while the engine is still silent', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const { status, answers } = await freshPage()

  await status.load()
  expect(status.status).toMatchObject({ reports: 1, dataVersion: '1.1' })
  expect((await answers.loadCoverage()).years).toEqual([2023])
  expect([...(await answers.ask(question)).values]).toEqual([30])
})

test('what was not kept waits for the engine', async () => {
  kept.delete(JSON.stringify(['ask', question]))
  const { status, answers } = await freshPage()

  await status.load()
  expect([...(await answers.ask(question)).values]).toEqual([30])
})

test('the opened store takes the place of what was kept, and all is asked anew where it is another', async () => {
  const { engine } = openTab(factory)
  await engine.open(null)
  await importInto(engine, [csv('b.csv', [`${HANYIN},2024,whole,2021,44,0`])])
  const { status, answers } = await freshPage()
  await status.load()
  await answers.loadCoverage()
  expect(status.status?.dataVersion).toBe('1.1')
  expect([...(await answers.ask(question)).values]).toEqual([30])

  await expect.poll(() => status.status?.dataVersion).toBe('2.2')
  expect(answers.dataVersion).toBe('2.2')
  await expect.poll(() => answers.coverage?.years).toEqual([2023, 2024])
  expect([...(await answers.ask(question)).values]).toEqual([30, 44])
})

test('where the store is as it was, nothing is asked again', async () => {
  const { status, answers } = await freshPage()
  await status.load()
  const { status: told } = status
  const answer = await answers.ask(question)

  await expect.poll(() => kept.size).toBe(0)
  await expect.poll(() => status.status === told).toBe(false)
  expect(status.status?.roster).toBe(told?.roster)
  expect(status.status?.settings).toBe(told?.settings)
  expect(await answers.ask(question)).toBe(answer)
})

test('what was kept does not stand for a store that cannot be opened', async () => {
  const { status } = await freshPage()
  const loaded = status.load()
  workers.crash()
  await loaded

  await expect.poll(() => status.error?.code).toBe('worker-ended')
  expect(status.status).toBeNull()
})
