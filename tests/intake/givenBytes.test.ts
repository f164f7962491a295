import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { GivenBytes } from '@/intake/givenBytes'

test('parts are those of the whole, whether it is held or not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 20 }),
      fc.nat(20),
      fc.nat(25),
      async (bytes, from, length) => {
        const content = new Blob([new Uint8Array(bytes)])
        for (const most of [0, 100]) {
          const given = new GivenBytes(content, most)
          expect(given.size).toBe(bytes.length)
          expect([...(await given.part(from, from + length))]).toEqual([
            ...bytes.subarray(from, from + length),
          ])
          expect([...(await given.whole())]).toEqual([...bytes])
          expect([...(await given.first(length))]).toEqual([...bytes.subarray(0, length)])
        }
      },
    ),
  )
})

test('a file that is held is read once, of another one each part by itself', async () => {
  const content = new Blob(['汉阴县'])
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer')
  const held = new GivenBytes(content)
  await Promise.all([held.whole(), held.part(0, 3), held.whole()])
  expect(read).toHaveBeenCalledTimes(1)

  const parts = new GivenBytes(content, 0)
  await parts.part(0, 3)
  await parts.part(3, 9)
  expect(read).toHaveBeenCalledTimes(3)
  read.mockRestore()
})
