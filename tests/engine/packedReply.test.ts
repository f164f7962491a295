import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packReply, unpackReply } from '@/engine/packedReply'

const numbers = fc.oneof(
  fc.float64Array({ maxLength: 9 }),
  fc.uint32Array({ maxLength: 9 }),
  fc.uint16Array({ maxLength: 9 }),
  fc.uint8Array({ maxLength: 9 }),
)
const plain = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)
const { reply: replies } = fc.letrec((tie) => ({
  reply: fc.oneof(
    { maxDepth: 4 },
    plain,
    numbers,
    fc.array(tie('reply'), { maxLength: 4 }),
    // As a reply has them after its way through a port: with the prototype of objects.
    fc.dictionary(fc.string(), tie('reply'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

test('a packed reply unpacks to the same', () => {
  fc.assert(
    fc.property(replies, (reply) => {
      const packed = packReply(reply)
      if (packed === null) throw new Error('It was not packed')
      expect(unpackReply(packed)).toStrictEqual(reply)
    }),
  )
})

test('an array that says the same throughout takes no room', () => {
  const reply = {
    none: new Float64Array(1000).fill(Number.NaN),
    zero: new Float64Array(1000).fill(-0),
    marks: new Uint8Array(1000),
    values: Float64Array.of(1, 2),
  }
  const packed = packReply(reply)
  if (packed === null) throw new Error('It was not packed')

  expect(unpackReply(packed)).toStrictEqual(reply)
  expect(packed.content.byteLength).toBeLessThan(500)
})

test('with any byte another, it is none', () => {
  fc.assert(
    fc.property(replies, fc.nat(), fc.integer({ min: 1, max: 255 }), (reply, place, change) => {
      const packed = packReply(reply)
      if (packed === null) throw new Error('It was not packed')
      const bytes = new Uint8Array(packed.content.slice(0))
      const at = place % bytes.length
      bytes[at] = (bytes[at] as number) ^ change
      expect(unpackReply({ ...packed, content: bytes.buffer })).toBeUndefined()
    }),
  )
})

test('a shorter one is none, and neither is one without its text', () => {
  const packed = packReply({ values: new Float64Array(4), name: '虚' })
  if (packed === null) throw new Error('It was not packed')

  expect(unpackReply({ ...packed, content: packed.content.slice(8) })).toBeUndefined()
  expect(unpackReply({ ...packed, content: packed.content.slice(0, 5) })).toBeUndefined()
  expect(unpackReply({ ...packed, text: 10_000 })).toBeUndefined()
})

test.each([
  ['a number that is none', { own: [Number.NaN] }],
  ['an endless number', { most: Infinity }],
  ['minus zero', [-0]],
  ['nothing at all', { since: undefined }],
  ['a map', { names: new Map([['a', 'b']]) }],
  ['a blob', { content: new Blob(['a']) }],
  ['signed numbers', { values: new Int32Array(1) }],
])('%s, which JSON alters, is not packed', (_, reply) => {
  expect(packReply(reply)).toBeNull()
})
