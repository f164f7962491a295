import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonValue } from '@/intake/readers/json/jsonValue'
import { memberOf } from '@/intake/readers/json/jsonValue'
import { readJson } from '@/intake/readers/json/readJson'
import { limits } from '@/intake/readers/limits'

function read(text: string): { rows: readonly unknown[]; found: readonly string[] } {
  const { grids, findings } = readJson(text, 'a.json')
  const found = findings.map(({ code, severity, place, raw }) =>
    [code, severity, `${place.row ?? ''}:${place.column ?? ''}`, raw ?? ''].join(' ').trim(),
  )
  return { rows: grids.map(({ rows }) => rows), found }
}

test('an array of flat objects is a table too; its header is the union of the keys', () => {
  expect(read('[{"县":"甲","值":1.50},{"县":"乙","年":2023,"好":true},{"县":null}]')).toEqual({
    rows: [
      [
        ['县', '值', '年', '好'],
        ['甲', '1.50', '', ''],
        ['乙', '', '2023', 'true'],
        ['', '', '', ''],
      ],
    ],
    found: [],
  })
})

test('arrays within an object are tables with their path as a name', () => {
  const { grids } = readJson('{"data":{"rows":[{"a":1}],"more":[{"b":2}]}}', 'a.json')

  expect(grids).toEqual([
    { name: 'data.rows', rows: [['a'], ['1']] },
    { name: 'data.more', rows: [['b'], ['2']] },
  ])
})

test('objects that hold objects are no table; the tree has them with their places', () => {
  const { grids, json } = readJson(
    '[\n  {"unit": {"code": "610921"},\n   "year": 2023}\n]',
    'a.json',
  )
  const report = json?.root.kind === 'array' ? json.root.items[0] : undefined

  expect(grids).toEqual([])
  expect(report).toEqual({
    kind: 'object',
    line: 2,
    column: 3,
    members: [
      {
        key: 'unit',
        line: 2,
        column: 4,
        value: {
          kind: 'object',
          line: 2,
          column: 12,
          members: [
            {
              key: 'code',
              line: 2,
              column: 13,
              value: { kind: 'string', value: '610921', line: 2, column: 21 },
            },
          ],
        },
      },
      {
        key: 'year',
        line: 3,
        column: 4,
        value: { kind: 'number', value: 2023, text: '2023', line: 3, column: 12 },
      },
    ],
  })
})

test('one value a line is an array, and a bad line costs only itself', () => {
  expect(read('{"县":"甲"}\n{"县":}\n{"县":"乙"}\n')).toEqual({
    rows: [[['县'], ['甲'], ['乙']]],
    found: ['json-invalid error 2:6 }\n{"县":"乙"}'],
  })
})

test.each([
  ['a trailing comma in an array', '[{"县":"甲"},]', 'json-invalid error 1:12 ]'],
  ['a trailing comma in an object', '{"a":1,\n}', 'json-invalid error 2:1 }'],
  ['NaN', '[{"值":NaN}]', 'json-invalid error 1:7 NaN}]'],
  ['Infinity', '[-Infinity]', 'json-invalid error 1:2 -Infinity]'],
  ['a comment', '// x\n[]', 'json-invalid error 1:1 // x\n[]'],
  ['single quotes', "{'a':1}", "json-invalid error 1:2 'a':1}"],
  ['a leading zero', '[0123]', 'json-invalid error 1:2 0123]'],
  ['a line end within a string', '["a\nb"]', 'json-invalid error 1:4 \nb"]'],
  ['an unknown escape', '["ab\\x"]', 'json-invalid error 1:5 \\x"]'],
  ['a text that stops', '[{"a":', 'json-invalid error 1:7'],
  ['a string that stops', '["a', 'json-invalid error 1:4'],
  ['two values on one line', '1 2', 'json-invalid error 1:3 2'],
])('%s is an error with line and column', (_, text, found) => {
  expect(read(text)).toEqual({ rows: [], found: [found] })
})

test('a key that comes twice is named, and neither value is taken for the other', () => {
  expect(read('[{"县":"甲","值":1,"值":2}]')).toEqual({
    rows: [
      [
        ['县', '值'],
        ['甲', '1 ; 2'],
      ],
    ],
    found: ['json-duplicate-key error 1:17 值'],
  })
})

test('an integer beyond 2^53 keeps its digits and is flagged', () => {
  expect(read('[{"代码":110101000000000001}]')).toEqual({
    rows: [[['代码'], ['110101000000000001']]],
    found: ['json-number-unsafe warning 1:8 110101000000000001'],
  })
})

test('1e400 is no number here', () => {
  expect(read('[{"值":1e400}]')).toEqual({
    rows: [[['值'], ['1e400']]],
    found: ['json-number-unsafe error 1:7 1e400'],
  })
})

test('half a surrogate pair is kept as U+FFFD and flagged', () => {
  expect(read('[{"县":"\\ud800"},{"县":"\\ud842\\udfb7"}]')).toEqual({
    rows: [[['县'], ['\ufffd'], ['𠮷']]],
    found: ['text-lost-character warning 1:7 \\ud800'],
  })
})

test('__proto__ and constructor are keys like any other', () => {
  const { json } = readJson(
    '[{"县":"甲","__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}]',
    'a',
  )
  const first = json?.root.kind === 'array' ? json.root.items[0] : undefined

  expect(first?.kind === 'object' && first.members.map(({ key }) => key)).toEqual([
    '县',
    '__proto__',
    'constructor',
  ])
  expect(first?.kind === 'object' && memberOf(first, '__proto__')?.kind).toBe('object')
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  expect(read('[{"__proto__":1,"constructor":2}]').rows).toEqual([
    [
      ['__proto__', 'constructor'],
      ['1', '2'],
    ],
  ])
})

test('nesting is read down to the cap and refused beyond it', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

  expect(read(nested(limits.jsonDepth)).found).toEqual([])
  expect(read(nested(limits.jsonDepth + 1)).found).toEqual([
    expect.stringContaining(`json-too-deep error 1:${limits.jsonDepth + 1}`),
  ])
})

test('what is no object among objects is named with its index', () => {
  const { grids, findings } = readJson('[{"县":"甲","值":1},{"县":"乙"},["丙",3],null,5]', 'a.json')

  expect(grids[0]?.rows).toEqual([
    ['县', '值'],
    ['甲', '1'],
    ['乙', ''],
  ])
  expect(findings.map(({ code, detail }) => ({ code, detail }))).toEqual([
    { code: 'json-item-skipped', detail: { index: 2, kind: 'array', path: '' } },
    { code: 'json-item-skipped', detail: { index: 3, kind: 'null', path: '' } },
    { code: 'json-item-skipped', detail: { index: 4, kind: 'number', path: '' } },
  ])
})

test('whatever JSON.stringify writes reads back the same', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 3 }),
      fc.constantFrom(0, 2),
      (value, indent) => {
        const { json, findings } = readJson(JSON.stringify(value, null, indent), 'a.json')
        const unsafe = findings.some(({ code }) => code !== 'json-item-skipped')
        if (unsafe) return

        expect(toPlain(json?.root)).toEqual(JSON.parse(JSON.stringify(value)))
      },
    ),
  )
})

test('no text makes the reader throw, and it accepts just what JSON.parse accepts', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('[]{},:"\\ue10.-+tfnrualse 县\n')),
    maxLength: 12,
  })

  fc.assert(
    fc.property(text, (written) => {
      const { json } = readJson(written, 'a.json')
      expect(json !== undefined && !json.isLines).toBe(accepts(written))
    }),
  )
})

test('twenty megabytes are read in seconds', () => {
  const row =
    '{"unit_code":"610921","unit_name":"汉阴县","year":2023,"values":{"a":1,"b":2.5,"c":null}},\n'
  const text = `[${row.repeat(200_000)}${row.slice(0, -2)}]`

  expect(text.length).toBeGreaterThan(17_000_000)
  expect(readJson(text, 'a.json').findings).toEqual([])
}, 60_000)

function accepts(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function toPlain(value: JsonValue | undefined): unknown {
  if (value === undefined) return undefined
  if (value.kind === 'array') return value.items.map(toPlain)
  if (value.kind === 'object') {
    return Object.fromEntries(value.members.map(({ key, value: inner }) => [key, toPlain(inner)]))
  }
  return value.kind === 'null' ? null : value.value
}
