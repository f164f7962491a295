import { expect, test } from 'vitest'
import {
  MAX_DROPPED_FILES,
  carriesFiles,
  chosenFiles,
  droppedFiles,
  isSystemFile,
} from '@/ui/droppedFiles'

type Transfer = Parameters<typeof droppedFiles>[0]

function file(name: string, path = ''): File {
  return Object.assign(new File(['a'], name), { webkitRelativePath: path })
}

/** Entries as a browser hands them out: a directory in portions, then an empty one. */
function fileEntry(fullPath: string) {
  const name = fullPath.slice(fullPath.lastIndexOf('/') + 1)
  return {
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (take: (file: File) => void) => {
      take(file(name))
    },
  }
}

function folderEntry(fullPath: string, portions: readonly (readonly unknown[])[]) {
  return {
    isFile: false,
    isDirectory: true,
    fullPath,
    createReader: () => {
      const rest = [...portions]
      return {
        readEntries: (take: (entries: readonly unknown[]) => void) => {
          take(rest.shift() ?? [])
        },
      }
    },
  }
}

function transfer(entries: readonly unknown[]): Transfer {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }))
  return Object.assign(Object.create(null), { items, files: [] })
}

test('a dropped folder is walked to its end, and its files keep their paths', async () => {
  const inner = folderEntry('/年报/2023', [[fileEntry('/年报/2023/乙县.csv')]])
  const folder = folderEntry('/年报', [
    [fileEntry('/年报/丙县10.csv'), fileEntry('/年报/丙县9.csv')],
    [inner, fileEntry('/年报/.DS_Store')],
  ])
  const { files, truncated } = await droppedFiles(transfer([fileEntry('/甲县.csv'), folder]))

  expect(files.map(({ name }) => name)).toEqual([
    '甲县.csv',
    '年报/2023/乙县.csv',
    '年报/丙县9.csv',
    '年报/丙县10.csv',
  ])
  expect(truncated).toBe(false)
})

test('more files than one drop may bring are said to be too many', async () => {
  const many = Array.from({ length: MAX_DROPPED_FILES + 5 }, (_, at) => fileEntry(`/f/${at}.csv`))
  const { files, truncated } = await droppedFiles(transfer([folderEntry('/f', [many])]))

  expect(files).toHaveLength(MAX_DROPPED_FILES)
  expect(truncated).toBe(true)
})

test('a chosen folder gives paths, a chosen file its name', () => {
  const { files } = chosenFiles([file('b.csv'), file('a.csv', '年报/a.csv'), file('~$b.xlsx')])

  expect(files.map(({ name }) => name).toSorted()).toEqual(['b.csv', '年报/a.csv'].toSorted())
})

test('leftovers of systems and office programs are known', () => {
  expect(['a/.DS_Store', '~$表.xlsx', 'Thumbs.db', 'desktop.ini'].map(isSystemFile)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(isSystemFile('a.b/表.csv')).toBe(false)
})

test('text that is dragged is no file', () => {
  expect(carriesFiles({ types: ['text/plain'] })).toBe(false)
  expect(carriesFiles({ types: ['Files'] })).toBe(true)
  expect(carriesFiles(null)).toBe(false)
})
