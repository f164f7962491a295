import { expect, test } from 'vitest'
import { encodings } from '@/intake/readers/encoding/encodings'
import { encodingSamples } from '@/intake/readers/encoding/encodingSamples'
import { encode } from './encode'

const text = 'code,year\nA,1\n990101,2023,示例市,行政\n990102,2023,白芷市,1\n990103,2023,大同市,2\n'

test.each(encodings)('a file in %s reads right under its own name and under no other', (own) => {
  const samples = encodingSamples(encode(text, own))

  expect(samples.map(({ encoding }) => encoding)).toEqual([...encodings])
  const right = samples.filter(({ lines }) => lines[0] === '990101,2023,示例市,行政')
  expect(right).toEqual([
    { encoding: own, lines: ['990101,2023,示例市,行政', '990102,2023,白芷市,1'] },
  ])
})

test('bytes that end within a character are no fault', () => {
  const bytes = encode('单位,年份\n示例县', 'UTF-8').subarray(0, -1)

  expect(encodingSamples(bytes)[0]).toEqual({ encoding: 'UTF-8', lines: ['单位,年份', '示例'] })
})

test('of a long line what tells is shown, of ASCII alone the first lines', () => {
  const [long] = encodingSamples(encode(`${'0,'.repeat(99)}县${'1,'.repeat(99)}\n`, 'UTF-8'))
  expect(long?.lines).toEqual([`…县${'1,'.repeat(29)}1…`])
  expect(encodingSamples(encode('a,b\n\n1,2\n', 'UTF-8'))[1]?.lines).toEqual(['a,b', '1,2'])
})
