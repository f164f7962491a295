import fc from 'fast-check'
import { indicators } from '@/domain/catalogue'
import { PUBLISHED_ON } from '@/domain/publication'
import type { Cell, Report } from '@/domain/report'
import { addressCell, WEB_ADDRESS } from '@/domain/webAddress'

const units = [
  { code: '610921', name: '汉阴县' },
  { code: '320813', name: '洪泽区' },
  { code: '321300', name: '宿迁市' },
  { code: '', name: '示例市 "高新, 区"' },
  { code: '990001', name: '示例县' },
  { code: '', name: "=cmd|' /C calc'!A0" },
] as const

const ids = [
  ...indicators.map(({ id }) => id),
  'custom.常住人口(万人)',
  'custom.a,b "c"',
  'custom.__proto__',
]

const number = fc.oneof(
  fc.nat(100_000),
  fc.integer({ min: -1000, max: Number.MAX_SAFE_INTEGER }),
  fc.nat(10 ** 12).map((digits) => digits / 10 ** 6),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
)

const pages = fc.constantFrom(
  'https://www.example.gov.cn/zwgk/2024/03/28/政府信息公开年报,一.html?a=1&b=%222%22',
  'http://127.0.0.1:8080/a;b',
  "https://例.中国/'a'",
)

const cell: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('value'), value: number, approximate: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('blank', 'notApplicable', 'unreadable') }),
  },
)

/** What is known of a report itself. */
const facts: fc.Arbitrary<readonly (readonly [string, Cell])[]> = fc
  .tuple(
    fc.option(fc.constantFrom(20240328, 20190401, 20251231)),
    fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), pages)),
  )
  .map(([day, page]) => [
    ...(day === null
      ? []
      : [[PUBLISHED_ON, { kind: 'value', value: day, approximate: false }] as const]),
    ...(page === null ? [] : [[WEB_ADDRESS, addressCell(page)] as const]),
  ])

const unreadable = fc.constantFrom('12a', '1 2', '=1+1', '"', '1,2,3', '+1+1', ' x ', '…')

const report: fc.Arbitrary<Report> = fc
  .record({
    unit: fc.constantFrom(...units),
    year: fc.integer({ min: 2008, max: 2030 }),
    scope: fc.constantFrom('whole', 'office'),
    edition: fc.constantFrom('2019', '2021', 'unknown'),
    figures: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), cell), {
      maxLength: 30,
      selector: ([id]) => id,
    }),
    raw: unreadable,
    facts,
  })
  .map(({ figures, raw, facts: known, ...key }) => {
    const texts = figures
      .filter(([, { kind }]) => kind === 'unreadable')
      .map(([id]) => [id, raw] as const)
    return { ...key, cells: new Map([...figures, ...known]), raw: new Map(texts) }
  })

/** Reports of which no two are of the same unit, year and scope. */
export const arbitraryReports = fc.uniqueArray(report, {
  minLength: 1,
  maxLength: 8,
  selector: ({ unit, year, scope }) => `${unit.name} ${String(year)} ${scope}`,
})
