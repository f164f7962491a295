import { expect, test } from 'vitest'
import { wallAction } from '@/stage/wallKeys'
import { viewBeyond, viewNameOf } from '@/wording/viewNames'

const press = (key: string, onWall: boolean, more: object = {}) =>
  wallAction({ key, shift: false, modified: false, typing: false, ...more }, onWall)

test('F goes to the wall, F and Esc leave it', () => {
  expect(press('f', false)).toEqual({ kind: 'enter' })
  expect(press('F', true)).toEqual({ kind: 'leave' })
  expect(press('Escape', true)).toEqual({ kind: 'leave' })
})

test('before the wall, no other key is taken from the page', () => {
  for (const key of ['PageDown', 'ArrowRight', ' ', 'Escape', 't']) {
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
  expect(viewBeyond('disclosure', 1)).toBe('outcomes')
  expect(viewBeyond('fees', 1)).toBe('disclosure')
  expect(viewBeyond('disclosure', -1)).toBe('fees')
  expect(viewBeyond('outcomes', -9)).toBe('disclosure')
})

test('only the four views have names', () => {
  expect(viewNameOf('fees')).toBe('fees')
  expect(viewNameOf('constructor')).toBeUndefined()
  expect(viewNameOf(['fees'])).toBeUndefined()
})
