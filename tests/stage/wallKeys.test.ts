import { expect, test } from 'vitest'
import { wallAction } from '@/stage/wallKeys'
import { viewNameOf, wallPageBeyond, wallPageOf, wallPages } from '@/wording/viewNames'

const press = (key: string, onWall: boolean, more: object = {}) =>
  wallAction({ key, shift: false, modified: false, typing: false, ...more }, onWall)

test('F goes to the wall, F and Esc leave it', () => {
  expect(press('f', false)).toEqual({ kind: 'enter' })
  expect(press('F', true)).toEqual({ kind: 'leave' })
  expect(press('Escape', true)).toEqual({ kind: 'leave' })
})

test('before the wall, no other key is taken from the page', () => {
  for (const key of ['PageDown', 'ArrowRight', ' ', 'Escape', 't', 'p', '[', ']']) {
    expect(press(key, false)).toBeNull()
  }
})

test('on the wall, page keys and arrows go from view to view', () => {
  for (const key of ['PageDown', 'ArrowRight', 'ArrowDown']) {
    expect(press(key, true)).toEqual({ kind: 'view', steps: 1 })
  }
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp']) {
    expect(press(key, true)).toEqual({ kind: 'view', steps: -1 })
  }
})

test('on the wall, brackets go from year to year and P through all of them', () => {
  expect(press('[', true)).toEqual({ kind: 'year', steps: -1 })
  expect(press(']', true)).toEqual({ kind: 'year', steps: 1 })
  expect(press('p', true)).toEqual({ kind: 'play' })
  expect(press('p', true, { typing: true })).toBeNull()
})

test('the space bar turns the pages of a long list, T shows the table', () => {
  expect(press(' ', true)).toEqual({ kind: 'part', steps: 1 })
  expect(press(' ', true, { shift: true })).toEqual({ kind: 'part', steps: -1 })
  expect(press('t', true)).toEqual({ kind: 'table' })
})

test('keys of the browser and letters being typed are left alone', () => {
  expect(press('f', false, { modified: true })).toBeNull()
  expect(press('f', false, { typing: true })).toBeNull()
  expect(press('Escape', true, { typing: true })).toBeNull()
})

test('the views go round', () => {
  const first = wallPages[0]
  if (first === undefined) throw new Error('no pages')
  const titles = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((steps) => wallPageBeyond(first, steps).title)

  expect(titles).toEqual([
    '总览',
    '主动公开',
    '办理结果',
    '行政执法',
    '收费',
    '变化解释',
    '汇总表',
    '链条',
    '总览',
  ])
  expect(wallPageBeyond(first, -1).title).toBe('链条')
  expect(wallPageBeyond(first, -17).title).toBe('链条')
  expect(wallPageOf('/import')).toBeUndefined()
})

test('only the four views have names', () => {
  expect(viewNameOf('fees')).toBe('fees')
  expect(viewNameOf('constructor')).toBeUndefined()
  expect(viewNameOf(['fees'])).toBeUndefined()
})
