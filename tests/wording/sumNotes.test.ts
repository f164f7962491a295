import { expect, test } from 'vitest'
import { sumNoteTexts } from '@/wording/sumNotes'

test('sums that lack the same units share a line, the most lacking first', () => {
  const notes = [
    { headings: ['新收'], n: 3, of: 3, missing: [], untrusted: [] },
    { headings: ['结转'], n: 2, of: 3, missing: ['甲县'], untrusted: [] },
    { headings: ['办结'], n: 2, of: 3, missing: ['甲县'], untrusted: [] },
    { headings: ['收费'], n: 1, of: 3, missing: ['甲县', '乙县'], untrusted: [] },
  ]

  expect(sumNoteTexts(notes, true)).toEqual([
    '“收费”合计 1/3，缺：甲县、乙县',
    '“结转”“办结”合计 2/3，缺：甲县',
    '“新收”合计 3/3',
  ])
})

test('sums that all lack the same need no names of columns', () => {
  const notes = ['a', 'b'].map((heading) => ({
    headings: [heading],
    n: 1,
    of: 2,
    missing: ['甲县'],
    untrusted: [],
  }))

  expect(sumNoteTexts(notes, false)).toEqual(['各列合计 1/2，缺：甲县'])
})

test('a short text names the first of many columns and units', () => {
  const missing = Array.from({ length: 20 }, (_, place) => `${place}县`)
  const headings = ['a', 'b', 'c', 'd', 'e', 'f']
  const notes = [
    { headings, n: 1, of: 21, missing, untrusted: [] },
    { headings: ['g'], n: 0, of: 21, missing: [...missing, '甲县'], untrusted: [] },
  ]

  const [none, some] = sumNoteTexts(notes, false)

  expect(none).toBe('“g”无一单位有数（0/21）')
  expect(some).toMatch(/^“a”“b”“c”“d” 等 6 列合计 1\/21，缺：.* 等 20 个$/)
})
