import { IDBFactory } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { reactive } from 'vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { divisionUnits } from '@/domain/divisions'
import { csv, HANYIN, HONGZE } from '../engine/testEngine'
import { InProcessWorkers } from './inProcessWorkers'

// Whole engines with samples and many imports: slow where other tests run beside them.
vi.setConfig({ testTimeout: 30_000 })

const key = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
const file = csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`, `${HONGZE},2023,whole,2021,5,1`])

/** A cell that makes a table large. */
const NOTE = '虚'.repeat(10_000)

let workers: InProcessWorkers
let notes: Map<string, string>

beforeEach(() => {
  workers = new InProcessWorkers(new IDBFactory())
  notes = new Map()
  vi.stubGlobal('Worker', workers.constructorOfWorkers)
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('location', { hash: '#/' })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => notes.get(name) ?? null,
    setItem: (name: string, value: string) => notes.set(name, value),
  })
})

/** The stores of a page that was just loaded. */
async function freshPage() {
  vi.resetModules()
  setActivePinia(createPinia())
  const [status, imports, batches, answers, trace, units, backup] = await Promise.all([
    import('@/stores/status'),
    import('@/stores/imports'),
    import('@/stores/batches'),
    import('@/stores/answers'),
    import('@/stores/trace'),
    import('@/stores/units'),
    import('@/stores/backup'),
  ])
  const page = {
    status: status.useStatusStore(),
    imports: imports.useImportStore(),
    batches: batches.useBatchStore(),
    answers: answers.useAnswerStore(),
    trace: trace.useTraceStore(),
    units: units.useUnitStore(),
    backup: backup.useBackupStore(),
  }
  await page.status.load()
  return page
}

test('from the chosen file to the number and back to its place, over a reload', async () => {
  const { imports, status } = await freshPage()
  const kinds: string[] = []
  imports.$subscribe(() => kinds.push(imports.state.kind), { flush: 'sync' })
  await imports.readFiles([file])
  expect(imports.state).toMatchObject({ kind: 'review', draft: { totals: { added: 4 } } })
  await imports.commit()
  expect(imports.state).toMatchObject({ kind: 'done', batch: { id: 1, reports: 2 } })
  expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
    'reading',
    'review',
    'committing',
    'done',
  ])
  expect(status.status?.reports).toBe(2)

  const { status: later, trace, answers } = await freshPage()
  expect(later.status?.reports).toBe(2)
  await trace.open(reactive({ ...key }), 'requests.new.total')
  expect(trace.state).toMatchObject({
    kind: 'open',
    trace: { value: { value: 30 }, cells: [{ place: { file: 'a.csv', row: 2, column: 6 } }] },
  })
  trace.close()
  expect(trace.state).toEqual({ kind: 'closed' })
  expect((await answers.loadCoverage()).years).toEqual([2023])
})

test('an answer is asked once as long as the data stay as they are', async () => {
  const { imports, answers, batches } = await freshPage()
  await imports.readFiles([file])
  await imports.commit()
  const question = reactive({
    items: ['requests.new.total'],
    units: ['cn:610921'],
    years: [2023, 2023] as const,
    scope: 'whole' as const,
  })

  const first = await answers.ask(question)
  expect(await answers.ask({ ...question })).toBe(first)
  expect([...first.values]).toEqual([30])
  const version = answers.dataVersion
  await batches.setActive(1, false)
  expect(answers.dataVersion).not.toBe(version)
  expect(Number.isNaN((await answers.ask(question)).values[0])).toBe(true)
})

test('cancelling a reading leaves nothing', async () => {
  const { imports, status } = await freshPage()
  const cancelled = new Promise<void>((resolve) => {
    imports.$subscribe(
      () => {
        if (imports.state.kind === 'reading' && imports.state.progress !== null)
          void imports.cancel().then(resolve)
      },
      { flush: 'sync' },
    )
  })
  await imports.readFiles([file])
  await cancelled

  expect(workers.started).toEqual(['engine.worker.ts', 'intake.worker.ts'])
  expect(imports.state).toEqual({ kind: 'idle' })
  await imports.load()
  expect(imports.state).toEqual({ kind: 'idle' })
  expect(status.status?.batches).toBe(0)
})

test('where there is a core for it, a large file is read by two workers', async () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 })
  const { imports } = await freshPage()
  const counties = divisionUnits().filter(({ kind, until }) => kind === 'county' && !until)
  const rows = counties.slice(0, 300).map(({ code, name }) => `${code},${name},2023,1,${NOTE}`)
  const text = ['unit_code,unit_name,year,requests.new.total,备注', ...rows, ''].join('\n')
  const large = new File([text], 'large.csv')
  expect(large.size).toBeGreaterThan(2 ** 23)
  await imports.readFiles([large])

  expect(workers.started).toEqual(['engine.worker.ts', 'intake.worker.ts', 'intake.worker.ts'])
  expect(imports.state).toMatchObject({
    kind: 'review',
    draft: { totals: { added: 300 }, files: [{ reports: 300, rows: 300, openUnits: [] }] },
  })
})

test('of two imports started at once only the later is read', async () => {
  const { imports } = await freshPage()
  const other = csv('b.csv', [`${HANYIN},2022,whole,2021,7,0`])
  await Promise.all([imports.readFiles([file]), imports.readFiles([other])])

  expect(imports.state).toMatchObject({ kind: 'review', draft: { files: [{ name: 'b.csv' }] } })
})

test('cancelling before the worker has started cancels too', async () => {
  const { imports } = await freshPage()
  const reading = imports.readFiles([file])
  await imports.cancel()
  await reading

  expect(imports.state).toEqual({ kind: 'idle' })
  expect(workers.started).toEqual(['engine.worker.ts'])
})

test('a wiped store is met with words, not with a blank welcome', async () => {
  const { imports, status } = await freshPage()
  await imports.readFiles([file])
  await imports.commit()
  expect(status.status?.health.kind).toBe('ok')
  workers.indexedDB = new IDBFactory()

  const { status: later } = await freshPage()
  expect(later.status?.health).toEqual({ kind: 'lost', expectedReports: 2, foundReports: 0 })
  await later.acceptLoss()
  expect(later.status?.health).toEqual({ kind: 'ok' })
  const { status: again } = await freshPage()
  expect(again.status?.health).toEqual({ kind: 'ok' })
})

test('what goes wrong in a commit is said, and the draft is still there', async () => {
  const { imports, batches } = await freshPage()
  await batches.loadSample('real')
  await imports.readFiles([file])
  await imports.commit()
  expect(imports.state).toMatchObject({ kind: 'failed', error: { code: 'sample-loaded' } })
  await batches.removeSamples()
  await imports.commit()
  expect(imports.state).toMatchObject({ kind: 'done', batch: { reports: 2 } })
})

test('a worker that dies is said, and the next question starts a new one', async () => {
  const { status, units } = await freshPage()
  const hanging = units.search('汉阴', 5)
  workers.crash()
  await expect(hanging).rejects.toMatchObject({ code: 'worker-ended', detail: 'crashed' })

  await status.load()
  expect((await units.search('汉阴', 5)).map(({ name }) => name)).toEqual(['汉阴县'])
})

test('a note of a state is not replaced by an earlier one, and a strange one is none', async () => {
  const { noteSentinel, readSentinel } = await import('@/stores/sentinelNote')
  noteSentinel({ sequence: 3, batches: 1, reports: 2 })
  noteSentinel({ sequence: 2, batches: 9, reports: 9 })
  expect(readSentinel()).toEqual({ sequence: 3, batches: 1, reports: 2 })
  for (const strange of ['', '{', 'null', '[]', '{"sequence":-1,"batches":0,"reports":0}', '"x"']) {
    notes.set('xianjian.sentinel', strange)
    expect(readSentinel()).toBeNull()
  }
})

test('where a browser has no storage manager, nothing is promised and nothing breaks', async () => {
  const { askToPersist } = await import('@/stores/persistence')
  expect(await askToPersist({})).toBe(false)
  expect(await askToPersist({ storage: { persist: () => Promise.reject(new Error('no')) } })).toBe(
    false,
  )
  expect(await askToPersist({ storage: { persist: () => Promise.resolve(true) } })).toBe(true)
})
