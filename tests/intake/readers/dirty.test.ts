import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SourceDocument } from '@/intake/document'
import { memberOf } from '@/intake/readers/json/jsonValue'
import { readSource } from '@/intake/readers/readSource'
import { expectations, type Expected } from './dirtyFiles'

const folder = 'fixtures/dirty'
const promises = new Map(
  Object.entries(
    JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Record<string, string>,
  ),
)

test.each(Object.keys(expectations).map((name) => [name, promises.get(name)] as const))(
  '%s: %s',
  async (name) => {
    const documents = await readSource(source(name))

    expect(documents.map(summary)).toEqual([{ found: [], ...expectations[name] }])
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  },
)

test('every dirty file has an expectation', () => {
  const files = readdirSync(folder).filter((name) => /^\d/.test(name))

  expect(Object.keys(expectations).toSorted()).toEqual(files.toSorted())
  expect(Array.from(promises.keys()).toSorted()).toEqual(files.toSorted())
})

test('61_proto.json: every value is kept in the tree', async () => {
  const [document] = await readSource(source('61_proto.json'))
  const root = document?.json?.root
  const report = root?.kind === 'array' ? root.items[0] : undefined
  const inner = report?.kind === 'object' ? memberOf(report, '__proto__') : undefined

  expect(inner?.kind === 'object' && memberOf(inner, 'isAdmin')).toMatchObject({
    kind: 'boolean',
    value: true,
  })
})

function source(name: string) {
  return { name, path: name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }
}

function summary({ kind, encoding, grids, findings }: SourceDocument): Expected {
  const [grid] = grids
  return {
    kind,
    ...(encoding === undefined ? {} : { encoding }),
    ...(grid === undefined ? {} : { rows: grid.rows }),
    found: findings.map(({ code, severity, place }) =>
      [code, severity, place.row, place.column].filter((part) => part !== undefined).join(' '),
    ),
  }
}
