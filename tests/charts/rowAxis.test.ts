import { expect, test } from 'vitest'
import { rowAxis } from '@/charts/rowAxis'
import { plainTheme } from './theme'

const row = (name: string) => ({ before: '12. ', name, after: ' 1,284 ≠' })
const names = ['望云岭彝族傣族零零一族县', '望云岭彝族傣族零零二族县', '禾浦县']

test('a name of twelve letters stands in full beside its rank and its number, where there is room', () => {
  expect(rowAxis(names.map(row), plainTheme, 1200).data).toEqual(
    names.map((name) => `12. ${name} 1,284 ≠`),
  )
})

test('where there is less, the name is cut, and never the number', () => {
  expect(rowAxis(names.map(row), plainTheme, 450).data).toEqual([
    '12. 望云岭…一族县 1,284 ≠',
    '12. 望云岭…二族县 1,284 ≠',
    '12. 禾浦县 1,284 ≠',
  ])
})
