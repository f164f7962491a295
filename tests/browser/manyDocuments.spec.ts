import type { Page } from '@playwright/test'
import { mixedDocuments } from '../documents/mixedDocuments'
import { expect, test } from './guarded'
import { tellTasks, watchTasks } from './longTasks'
import { dropFiles, open } from './pages'

const FILES = 100

test('a hundred documents of mixed kinds are one review, gone through by keys', async ({
  page,
}) => {
  const files = await mixedDocuments(FILES)
  await open(page, '/import')
  await watchProgress(page)
  // Making the files in the page is no work of the application's.
  await dropFiles(page, files, () => watchTasks(page))
  const dropped = Date.now()
  const review = page.getByRole('region', { name: '审阅', exact: true })
  await expect(review).toContainText(`${FILES} 个文件，${FILES} 份年报`, { timeout: 90_000 })
  // eslint-disable-next-line no-console -- a measurement for whoever runs the test
  console.log(`${FILES} documents: under review ${Date.now() - dropped} ms after the drop`)
  const told = await page.evaluate(() => window.progressTold)
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBeGreaterThan(0.9 * FILES)
  await tellTasks(page, `${FILES} documents: while reading`)

  await page.getByRole('link', { name: '对照原件 001.html' }).click()
  const switched = page.getByRole('group', { name: '这一批的文件' })
  const original = page.getByRole('region', { name: '原件' })
  for (const [at, { name }] of files.slice(0, 10).entries()) {
    await expect(switched).toContainText(`${at + 1} / ${FILES}`)
    await expect(switched.getByRole('combobox')).toHaveValue(/./)
    await expect(switched.locator('option:checked')).toContainText(name)
    await expect(original).toContainText('一、总体情况')
    await page.keyboard.press(']')
  }
  await tellTasks(page, 'ten documents beside their forms')
})

/** Notes every file that the progress tells of, in the order it does. */
async function watchProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.progressTold = []
    new MutationObserver(() => {
      const text = document.querySelector('[aria-label="读取进度"]')?.textContent ?? ''
      const file = Number(/第 (\d+) \/ 100 个文件/.exec(text)?.[1] ?? 0)
      if (file > 0 && window.progressTold.at(-1) !== file) window.progressTold.push(file)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

declare global {
  interface Window {
    progressTold: number[]
  }
}

test('reading documents shows how far it is, and can be cancelled', async ({ page }) => {
  await open(page, '/import')
  await dropFiles(page, await mixedDocuments(FILES))
  const reading = page.getByRole('region', { name: '读取进度' })
  await expect(reading).toContainText(String(FILES))
  await reading.getByRole('button', { name: '取消读取' }).click()

  await expect(page.getByText('把文件或文件夹拖到页面任何位置')).toBeVisible()
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('把文件或文件夹拖到页面任何位置')).toBeVisible()
  await expect(page.getByText('待审阅')).toHaveCount(0)

  // What is dropped next is read as if nothing had been before.
  await dropFiles(page, await mixedDocuments(2))
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toContainText('2 个文件')
})
