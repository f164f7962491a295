import { expect, test } from 'vitest'
import { latestOnly } from '@/views/compare/latest'

/** Jobs that end when they are told to. */
function jobs() {
  const started: string[] = []
  const ends = new Map<
    string,
    { resolve: (value: string) => void; reject: (cause: Error) => void }
  >()
  const run = (input: string) =>
    new Promise<string>((resolve, reject) => {
      started.push(input)
      ends.set(input, { resolve, reject })
    })
  return { run, started, end: (input: string) => ends.get(input) }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

test('of many wishes while one job runs, only the last is done', async () => {
  const { run, started, end } = jobs()
  const done: string[] = []
  const ask = latestOnly(
    run,
    (output) => done.push(output),
    () => done.push('failed'),
  )
  for (const wish of ['a', 'b', 'c', 'd']) ask(wish)
  end('a')?.resolve('A')
  await turn()
  end('d')?.resolve('D')
  await turn()

  expect(started).toEqual(['a', 'd'])
  expect(done).toEqual(['D'])
})

test('a failure is told, unless a newer wish has come', async () => {
  const { run, end } = jobs()
  const done: unknown[] = []
  const ask = latestOnly(
    run,
    (output) => done.push(output),
    (cause) => done.push(cause),
  )
  ask('a')
  ask('b')
  end('a')?.reject(new Error('a'))
  await turn()
  end('b')?.reject(new Error('b'))
  await turn()
  ask('c')
  end('c')?.resolve('C')
  await turn()

  expect(done).toEqual([new Error('b'), 'C'])
})
