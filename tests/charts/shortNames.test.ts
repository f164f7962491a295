import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '@/charts/legend'
import { shortName, shortNames } from '@/charts/shortNames'

const ofFamily = (letters: string) => `望云岭彝族傣族${letters}族县`
const cutTo = (most: number, ...names: string[]) => shortNames(names, () => most)

describe('names cut to their room', () => {
  test('are left alone where they fit', () => {
    expect(cutTo(12, ofFamily('零零一'), '禾浦县')).toEqual([ofFamily('零零一'), '禾浦县'])
  })

  test('show how they begin and how they end', () => {
    expect(shortName('望云岭彝族傣族佤族自治县', 8)).toBe('望云岭彝…自治县')
    expect(cutTo(6, '示例市高新技术开发区', '禾浦县')).toEqual(['示例市…发区', '禾浦县'])
  })

  test('show what tells them apart, wherever it stands', () => {
    expect(cutTo(5, ofFamily('零零一'), ofFamily('零零二'))).toEqual(['望…一族县', '望…二族县'])
    expect(cutTo(7, '示例市甲产业开发区管委会', '示例市乙产业开发区管委会')).toEqual([
      '示例市甲…委会',
      '示例市乙…委会',
    ])
  })

  test('share one cut, in rooms of their own', () => {
    const rooms = [8, 6]
    expect(
      shortNames([ofFamily('零零一'), ofFamily('零零二')], (place) => rooms[place] ?? 0),
    ).toEqual(['望云岭彝…一族县', '望云岭彝…县'])
  })

  test('are never wider than their room', () => {
    const name = fc.string({
      unit: fc.constantFrom('甲', '乙', 'A', '1'),
      minLength: 1,
      maxLength: 16,
    })
    fc.assert(
      fc.property(fc.array(name), fc.integer({ min: 2, max: 18 }), (names, most) => {
        for (const cut of shortNames(names, () => most))
          expect(textWidth(cut.replace('…', '一'))).toBeLessThanOrEqual(most + 1e-9)
      }),
    )
  })
})
