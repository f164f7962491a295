import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '@/intake/readers/decode'
import { encodings, type Encoding } from '@/intake/readers/encoding/encodings'
import { encode } from './encode'

const table =
  '单位名称,年份,行政许可,备注\r\n汉阴县,2023,10778,公开政府信息\r\n洪泽区,2023,7545,依申请公开\r\n' +
  '淇县,2022,15,无\r\n涞水县,2021,8,—\r\n'

const unmarked: readonly Encoding[] = ['UTF-8', 'GB18030']

test.each(unmarked)('%s without a mark is exact and raises no question', (encoding) => {
  expect(decode(encode(table, encoding))).toEqual({ text: table, encoding, findings: [] })
})

test.each(['UTF-8', 'UTF-16LE', 'UTF-16BE'] as const)(
  '%s with its mark loses the mark',
  (encoding) => {
    expect(decode(encode(table, encoding, true))).toEqual({ text: table, encoding, findings: [] })
  },
)

test.each(['UTF-16LE', 'UTF-16BE'] as const)('%s without a mark is found and asked', (encoding) => {
  const { text, encoding: found, findings } = decode(encode(table, encoding))

  expect({ text, found }).toEqual({ text: table, found: encoding })
  expect(findings.map(({ code, severity }) => ({ code, severity }))).toEqual([
    { code: 'encoding-ambiguous', severity: 'warning' },
  ])
})

test('Big5 is found, and asked because simplified text is likelier', () => {
  const text = '地區,年份,收入\r\n甲縣,2022,1\r\n'

  expect(decode(encode(text, 'Big5'), { file: 'a.csv' })).toEqual({
    text,
    encoding: 'Big5',
    findings: [
      {
        code: 'encoding-ambiguous',
        severity: 'warning',
        place: { file: 'a.csv' },
        detail: { chosen: 'Big5', other: 'GB18030' },
      },
    ],
  })
})

test('characters that only GB18030 has are exact', () => {
  const text = '单位,年份\r\n㛃县,2022\r\n〇县,2022\r\n䶮县,2023\r\n𬭊镇,2023\r\n'

  expect(decode(encode(text, 'GB18030'))).toEqual({ text, encoding: 'GB18030', findings: [] })
})

test('元 alone in GBK is valid UTF-8 too: read as 元, and asked', () => {
  const { text, encoding, findings } = decode(encode('code,元\r\n610921,5\r\n', 'GB18030'))

  expect({ text, encoding }).toEqual({ text: 'code,元\r\n610921,5\r\n', encoding: 'GB18030' })
  expect(findings.map(({ code }) => code)).toEqual(['encoding-ambiguous'])
})

test.each([['fee,£65.60'], ['a,25°'], ['b,30 m²'], ['café,5'], ['d,¥5']])(
  'signs and accents where they belong are UTF-8, though GBK has characters for their bytes: %s',
  (line) => {
    const text = `${line}\r\n`
    const { encoding, text: read, findings } = decode(encode(text, 'UTF-8'))

    expect({ encoding, read }).toEqual({ encoding: 'UTF-8', read: text })
    expect(findings.map(({ code }) => code)).toEqual(['encoding-ambiguous'])
  },
)

test.each([['梅,5'], ['3楼,5'], ['楼,5']])(
  'a lone character of GBK that stands where no sign would is GBK: %s',
  (line) => {
    expect(decode(encode(line, 'GB18030'))).toMatchObject({ encoding: 'GB18030', text: line })
  },
)

test('damaged UTF-8 is refused with its line, never shown as GBK', () => {
  const bytes = encode(table, 'UTF-8')
  const broken = bytes.slice()
  broken[encode(table.slice(0, table.indexOf('洪泽')), 'UTF-8').length + 1] = 0x41

  expect(decode(broken, { file: 'a.csv' })).toEqual({
    text: null,
    encoding: null,
    findings: [
      {
        code: 'encoding-damaged',
        severity: 'error',
        place: { file: 'a.csv', row: 3 },
        detail: { encoding: 'UTF-8' },
      },
    ],
  })
})

test.each([
  ['UTF-8', 'GB18030'],
  ['GB18030', 'UTF-8'],
] as const)('%s with a line of %s is refused with the line', (first, second) => {
  const bytes = [...encode(table, first), ...encode('丁县城,2022,1,好\r\n', second)]

  expect(decode(Uint8Array.from(bytes)).findings).toEqual([
    {
      code: 'encoding-mixed',
      severity: 'error',
      place: { file: '', row: 6 },
      detail: { encodings: `${first}, ${second}` },
    },
  ])
})

test('a GB18030 file with a broken character is refused with its line', () => {
  const bytes = [...encode(table, 'GB18030'), 0xba, 0x0d, 0x0a]
  const { text, findings } = decode(Uint8Array.from(bytes))

  expect(text).toBeNull()
  expect(findings.map(({ code, place }) => ({ code, row: place.row }))).toEqual([
    { code: 'encoding-damaged', row: 6 },
  ])
})

test('the user may force an encoding; what does not fit is shown and counted as damage', () => {
  const { text, encoding, findings } = decode(encode('甲县', 'UTF-8').slice(0, 5), {
    encoding: 'UTF-8',
  })

  expect({ text, encoding }).toEqual({ text: '甲\ufffd', encoding: 'UTF-8' })
  expect(findings.map(({ code }) => code)).toEqual(['encoding-damaged', 'text-lost-character'])
})

test('a binary file is refused in one sentence', () => {
  const noise = Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 32)
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])

  expect(decode(noise).findings.map(({ code }) => code)).toEqual(['file-binary'])
  expect(decode(png).findings.map(({ code }) => code)).toEqual(['file-binary'])
})

test('an empty file says so', () => {
  expect(decode(new Uint8Array()).findings.map(({ code }) => code)).toEqual(['file-empty'])
})

test('UTF-8 read as GBK upstream is named with what it probably was', () => {
  const before = '单位名称,公开政府信息'
  const text = new TextDecoder('gb18030').decode(encode(before, 'UTF-8'))
  const [finding] = decode(encode(text, 'UTF-8')).findings

  expect(finding).toMatchObject({ code: 'text-mojibake', severity: 'error', place: { row: 1 } })
})

test('GBK read as Latin-1 upstream is named with what it was', () => {
  const text = Array.from(encode('单位名称', 'GB18030'), (byte) => String.fromCharCode(byte)).join(
    '',
  )

  expect(decode(encode(text, 'UTF-8')).findings).toEqual([
    {
      code: 'text-mojibake',
      severity: 'error',
      place: { file: '', row: 1 },
      raw: text,
      detail: { repaired: '单位名称' },
    },
  ])
})

test('real place names never look like mojibake, lost or hidden characters', () => {
  const names = [
    '淇县',
    '涞水县',
    '涞源县',
    '渑池县',
    '泾阳县',
    '鄱阳县',
    '睢县',
    '浚县',
    '濮阳市',
    '亳州市',
  ]

  for (const name of names) {
    for (const encoding of unmarked) {
      expect(decode(encode(`单位,年份\r\n${name},2023\r\n`, encoding)).findings).toEqual([])
    }
  }
})

test('text in any encoding reads back exactly', () => {
  const han = fc.constantFrom(
    ...Array.from('县市区镇乡街道办事处政府信息公开申请行政许可处罚强制收费万元东南西北'),
  )
  const cell = fc.string({
    unit: fc.oneof(han, fc.constantFrom(...Array.from('0123456789.-/ '))),
    maxLength: 12,
  })
  const row = fc.array(cell, { minLength: 2, maxLength: 5 }).map((cells) => cells.join(','))

  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...encodings),
      (rows, encoding) => {
        const simplified = `${['公开信息,年份,收入', ...rows].join('\r\n')}\r\n`
        const text = encoding === 'Big5' ? toTraditional(simplified) : simplified
        expect(decode(encode(text, encoding, encoding.startsWith('UTF')))).toMatchObject({
          text,
          encoding,
        })
      },
    ),
  )
})

/** Bytes above ASCII carry redundancy, so damage to them must never pass in silence. */
test('UTF-8 with a byte cut, dropped or changed inside a character is refused or flagged', () => {
  const bytes = encode(table, 'UTF-8')
  const inside = [...bytes.keys()].filter((index) => (bytes[index] ?? 0) >= 0x80)
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('drop' as const), at: fc.constantFrom(...inside) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.constantFrom(...inside) }),
    fc.record({
      kind: fc.constant('flip' as const),
      at: fc.constantFrom(...inside),
      bit: fc.integer({ min: 6, max: 7 }),
    }),
  )

  fc.assert(
    fc.property(damage, (one) => {
      const damaged = damagedBytes(bytes, one)
      const decoded = decode(damaged)
      if (decoded.text === null) return
      if (decoded.findings.some(({ code }) => code === 'encoding-ambiguous')) return
      // Still valid UTF-8 (a cut between two characters): then it must be read as just that.
      expect(decoded.encoding).toBe('UTF-8')
      expect(encode(decoded.text, 'UTF-8')).toEqual(damaged)
    }),
  )
})

function toTraditional(text: string): string {
  const pairs = new Map(
    Array.from('县縣区區镇鎮乡鄉办辦处處开開请請许許罚罰强強费費万萬东東').entries(),
  )
  const map = new Map<string, string>()
  for (let index = 0; index < pairs.size; index += 2) {
    map.set(pairs.get(index) ?? '', pairs.get(index + 1) ?? '')
  }
  return Array.from(text)
    .map((character) => map.get(character) ?? character)
    .join('')
}

function damagedBytes(
  bytes: Uint8Array,
  damage: { kind: 'drop' | 'cut' | 'flip'; at: number; bit?: number },
): Uint8Array {
  if (damage.kind === 'cut') return bytes.slice(0, damage.at)
  if (damage.kind === 'drop') return bytes.filter((_, index) => index !== damage.at)
  return bytes.map((byte, index) => (index === damage.at ? byte ^ (1 << (damage.bit ?? 7)) : byte))
}
