import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { commitReview, open, readView } from './pages'

const range = '单位名称\t年份\t收费金额\r\n汉阴县\t2023\t1077.892534\r\n金湖县\t2023\t14722.49\r\n'
const asHtml = `<html><body><!--StartFragment--><table>${range
  .trim()
  .split('\r\n')
  .map((line) => `<tr>${line.replace(/[^\t]+/g, '<td>$&</td>')}</tr>`)
  .join('')}</table><!--EndFragment--></body></html>`

/** Pastes as Ctrl+V does after copying in Excel or WPS, which put text and markup on the clipboard. */
async function paste(page: Page, selector: string, text: string, html: string): Promise<void> {
  await page.locator(selector).evaluate(
    (target, given) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', given.text)
      if (given.html !== '') clipboardData.setData('text/html', given.html)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      target.dispatchEvent(event)
    },
    { text, html },
  )
}

for (const [from, html] of [
  ['Excel, with its markup', asHtml],
  ['WPS, as plain text', ''],
] as const) {
  test(`a range copied in ${from}, is reviewed and imported like a file`, async ({ page }) => {
    await open(page, '/import')
    await paste(page, 'body', range, html)
    const review = page.getByRole('region', { name: '审阅', exact: true })
    await expect(review).toContainText('1 个文件，2 份年报')
    await expect(review).toContainText('新增 2 格，改写 0 格')
    await commitReview(page)
    const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')

    expect(Object.values(table['汉阴县'] ?? {})[0]).toBe('1,077.892534')
    await page.getByRole('button', { name: '1,077.892534' }).click()
    const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
    await expect(drawer).toContainText(/粘贴 \d{8}-\d{4}/)
    await expect(drawer.locator('mark')).toHaveText('1077.892534')
  })
}

test('what is pasted into a field of another page starts no import', async ({ page }) => {
  await open(page, '/settings')
  await page.getByRole('textbox', { name: /^操作人/ }).focus()
  await paste(page, 'input:focus', range, '')
  await open(page, '/import')
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toHaveCount(0)
  await expect(page.getByText('把文件或文件夹拖到页面任何位置')).toBeVisible()
})

test('text that is no table is told so, and changes nothing', async ({ page }) => {
  await open(page, '/import')
  await paste(page, 'body', '今天天气很好', '')
  const review = page.getByRole('region', { name: '审阅', exact: true })

  await expect(review).toContainText('0 份年报')
  await expect(review.getByRole('button', { name: '写入为一个批次' })).toBeDisabled()
})
