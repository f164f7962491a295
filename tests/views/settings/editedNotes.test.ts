import { expect, test } from 'vitest'
import { asSettings } from '@/engine/settings'
import { editedNotes } from '@/views/settings/editedNotes'

const note = { year: 2024, unit: null, text: ' 机构改革 ' }

test('a new note has an id of its own, a changed one keeps its id', () => {
  const one = editedNotes([], null, note)
  const two = editedNotes(one, null, { ...note, text: '系统迁移' })
  expect(two.map(({ id, text }) => [id, text])).toEqual([
    ['1', '机构改革'],
    ['2', '系统迁移'],
  ])
  expect(editedNotes(two, '1', { ...note, year: 2023 })[0]).toEqual({
    id: '1',
    year: 2023,
    unit: null,
    text: '机构改革',
  })
})

test('stored settings keep the notes that make sense; older ones have none', () => {
  const [kept] = editedNotes([], null, note)
  expect(asSettings({ notes: [kept, { year: '2024' }, null] }).notes).toEqual([kept])
  expect(asSettings({ theme: 'dark' }).notes).toEqual([])
})
