import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import {
  chooseFiles,
  commitReview,
  importFiles,
  open,
  readView,
  textFile,
  type TestFile,
} from './pages'

const header = 'unit_code,unit_name,year,scope,edition,requests.new.total,requests.carriedIn.total'
const first = textFile('first.csv', `${header}\n610921,汉阴县,2023,whole,2021,30,4\n`)
const second = textFile(
  'second.csv',
  `${header}\n610921,汉阴县,2023,whole,2021,31,4\n320813,洪泽区,2023,whole,2021,5,1\n`,
)

async function overwriteWith(page: Page, file: TestFile): Promise<void> {
  await chooseFiles(page, [file])
  await page.getByLabel(/不同的格用文件的值/).click()
  await commitReview(page)
}

/** The number of applications of each of the two counties that is on the table. */
async function received(page: Page): Promise<Readonly<Record<string, string>>> {
  const view = '/view/outcomes?units=all&mode=year&year=2023&subject=volume'
  const table = await readView(page, view)
  const counties = ['汉阴县', '洪泽区'].filter((name) => name in table)
  return Object.fromEntries(
    counties.map((name) => {
      const [first = ''] = Object.values(table[name] ?? {})
      return [name, first.replace(/（.*）$/, '')]
    }),
  )
}

test('what a switch of a batch changes and what stays is told before it is done', async ({
  page,
}) => {
  await importFiles(page, [first])
  await overwriteWith(page, second)
  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  const undo = page.getByRole('dialog', { name: '撤销批次 2？' })

  await expect(undo).toContainText('1 份年报不再有数据')
  await expect(undo).toContainText('1 格回到它之前的值')
  await expect(undo).toContainText('1 格不变：别的批次写的是同一个值')
  await expect(undo).toContainText('洪泽区 2023')
  const line = undo.getByRole('row', { name: /汉阴县/ })
  await expect(line.getByRole('cell', { name: '31', exact: true })).toBeVisible()
  await expect(line.getByRole('cell', { name: '30', exact: true })).toBeVisible()
  await undo.getByRole('button', { name: '取消' }).click()
  expect(await received(page)).toEqual({ 汉阴县: '31', 洪泽区: '5' })

  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  await undo.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  expect(await received(page)).toEqual({ 汉阴县: '30' })

  await open(page, '/batches')
  await page.getByRole('button', { name: '恢复批次 2' }).click()
  const redo = page.getByRole('dialog', { name: '恢复批次 2？' })
  await expect(redo).toContainText('1 份年报重新有数据')
  await redo.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toHaveCount(0)
  expect(await received(page)).toEqual({ 汉阴县: '31', 洪泽区: '5' })
})

test('two batches are compared, also when one of them is switched off', async ({ page }) => {
  await importFiles(page, [first])
  await overwriteWith(page, second)
  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  const compare = page.getByRole('region', { name: '比较两个批次' })
  await compare.getByRole('button', { name: '比较' }).click()

  await expect(compare.getByRole('status')).toHaveText(
    '两个批次都写到的有 2 格：相同 1 格，不同 1 格。另有 0 格只在批次 1 里，2 格只在批次 2 里。',
  )
  await expect(compare.getByRole('row', { name: /汉阴县/ })).toContainText('30')
  await compare.getByLabel('与批次').selectOption({ index: 0 })
  await expect(compare.getByRole('button', { name: '比较' })).toBeDisabled()
})

test('a file comes back from its batch byte for byte', async ({ page }) => {
  await importFiles(page, [second])
  await open(page, '/batches')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'second.csv' }).click()
  const saved = await saving

  expect(saved.suggestedFilename()).toBe('second.csv')
  expect(await readFile(await saved.path())).toEqual(second.content)
})
