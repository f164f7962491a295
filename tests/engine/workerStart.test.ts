import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { holdMessages } from '@/engine/heldMessages'
import { openAhead } from '@/engine/openAhead'
import { createMemoryStore } from '@/storage/memoryStore'
import { openTab } from './testEngine'

const store = () => createMemoryStore('test')

test('a store opened ahead is handed out once, later ones are opened anew', async () => {
  let opened = 0
  const opener = openAhead(() => {
    opened++
    return Promise.resolve(store())
  })
  expect(opened).toBe(1)
  const first = await opener(() => undefined)
  expect(opened).toBe(1)
  expect(await opener(() => undefined)).not.toBe(first)
  expect(opened).toBe(2)
})

test('a store that could not be opened ahead fails for who asks, who may try again', async () => {
  let attempts = 0
  const opener = openAhead(() =>
    attempts++ === 0 ? Promise.reject(new Error('busy')) : Promise.resolve(store()),
  )
  await expect(opener(() => undefined)).rejects.toThrow('busy')
  await expect(opener(() => undefined)).resolves.toBeDefined()
})

test('a store that was taken over before anyone asked says so when it is handed out', async () => {
  let takeOver: () => void = () => undefined
  const opener = openAhead((onSuperseded) => {
    takeOver = onSuperseded
    return Promise.resolve(store())
  })
  const told: string[] = []
  takeOver()
  await opener(() => told.push('before'))
  takeOver()
  expect(told).toEqual(['before', 'before'])
})

test('messages that come too early are delivered in their order, with their ports', () => {
  const target = new EventTarget()
  const release = holdMessages(target)
  const { port1 } = new MessageChannel()
  target.dispatchEvent(new MessageEvent('message', { data: 1 }))
  target.dispatchEvent(new MessageEvent('message', { data: 2, ports: [port1] }))
  const heard: [unknown, number][] = []
  target.addEventListener('message', (event) => {
    if (event instanceof MessageEvent) heard.push([event.data, event.ports.length])
  })
  release()
  target.dispatchEvent(new MessageEvent('message', { data: 3 }))
  port1.close()
  expect(heard).toEqual([
    [1, 0],
    [2, 1],
    [3, 0],
  ])
})

test('an engine that opened before it was asked still compares with what the page expects', async () => {
  const factory = new IDBFactory()
  const expected = { sequence: 5, batches: 2, reports: 9 }
  const asked = openTab(factory).engine
  const whenAsked = (await asked.open(expected)).health

  const { engine } = openTab(factory)
  engine.begin()
  // Long enough for the store to be open before the page says what it expects.
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect((await engine.open(expected)).health).toEqual(whenAsked)
  expect(whenAsked.kind).not.toBe('ok')
})
