import { expect, test } from 'vitest'
import { readCsv } from '@/intake/readers/csv/readCsv'

/** Quadratic reading would take many minutes here; the limit is only there to catch it. */
test.each([
  ['opening quotes', '"a,'.repeat(300_000)],
  ['opening quotes and one that closes', `${'"a,'.repeat(300_000)}"b"`],
  ['quotes alone', '"'.repeat(1_000_000)],
  ['a quote a line', '"a\n'.repeat(300_000)],
  ['quoted names followed by text', '"甲"县,1\n'.repeat(150_000)],
  ['pairs before delimiters', '"a"",'.repeat(200_000)],
  ['quotes inside cells', 'a"b,'.repeat(16_000).concat('\n').repeat(15)],
  ['commas', `${','.repeat(10_000)}\n`.repeat(100)],
  ['duplicate headers that collide', Array.from({ length: 8_000 }, (_, i) => `a_${i},a`).join(',')],
])(
  '%s are read or refused in linear time',
  (_, text) => {
    expect(() => readCsv(text, 'a.csv')).not.toThrow()
  },
  10_000,
)
