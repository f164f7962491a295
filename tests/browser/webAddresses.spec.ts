import { plainHost, port } from './address'
import { expect, test } from './guarded'
import { chooseFiles, commitReview, importFiles, open, textFile } from './pages'

// A foreign host would be a fault of the page: every test fails on a request to one.
const FIRST = 'https://www.example.gov.cn/zwgk/2024/a_1.html'
const OWN = `http://${plainHost}:${String(port)}/?report=2023`

function table(day: string, address: string) {
  return textFile(
    'a.csv',
    `单位代码,单位名称,年份,本年新收·总计,公开日期,网址\n610921,汉阴县,2023,66,${day},${address}\n`,
  )
}

test('the address and the day of a report are shown, corrected, and opened only by a click', async ({
  page,
  context,
}) => {
  await importFiles(page, [table('2024-04-02', FIRST)])
  await open(page, '/unit/cn:610921')
  const record = page.getByRole('region', { name: '年报与勾稽' })
  const row = record.getByRole('row', { name: /2024-04-02/ })
  await expect(row).toContainText('逾期')
  await expect(row).toContainText(FIRST)
  const link = row.getByRole('link', { name: /打开网页/ })
  await expect(link).toHaveAttribute('href', FIRST)
  await expect(link).toHaveAttribute('rel', 'noreferrer noopener')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await row.getByRole('button', { name: /^复制网址/ }).click()
  await expect(row).toContainText('已复制')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(FIRST)

  await row.getByRole('button', { name: '2023 年网址的来源与更正' }).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer.locator('mark')).toHaveText(FIRST)
  await drawer.getByText('更正这个数…').click()
  await drawer.getByLabel('更正后的网址').fill('javascript:alert(1)')
  await expect(drawer).toContainText('这不是网址')
  await drawer.getByLabel('更正后的网址').fill(OWN)
  await drawer.getByLabel(/^理由/).fill('原网址已失效')
  await drawer.getByRole('button', { name: '记为一次更正' }).click()
  await expect(drawer).toContainText('手工更正于')
  await page.keyboard.press('Escape')
  await expect(record.getByRole('row', { name: /2024-04-02/ })).toContainText(OWN)

  // The page that is opened knows neither the window nor the address that it was opened from.
  const opening = context.waitForEvent('page')
  const asked = context.waitForEvent('request', (request) => request.url() === OWN)
  await record.getByRole('link', { name: /打开网页/ }).click()
  const [opened, request] = await Promise.all([opening, asked])
  expect((await request.allHeaders())['referer']).toBeUndefined()
  expect(await opened.evaluate(() => window.opener === null)).toBe(true)
  await opened.close()

  await open(page, '/corrections')
  const line = page.getByRole('row', { name: /汉阴县/ })
  await expect(line).toContainText(FIRST)
  await expect(line).toContainText(OWN)
})

test('the address of its report stands beside a traced number', async ({ page }) => {
  await importFiles(page, [table('2024-03-28', FIRST)])
  await open(page, '/view/outcomes?units=all&mode=year&year=2023&subject=volume')
  await page
    .getByRole('row', { name: /汉阴县/ })
    .getByRole('button')
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })

  await expect(drawer).toContainText('公开日期：2024-03-28')
  await expect(drawer.getByRole('link', { name: /打开网页/ })).toHaveAttribute('href', FIRST)
})

test('what is no address is said where it stands, and is nothing to click', async ({ page }) => {
  await chooseFiles(page, [table('2024-03-28', 'javascript:alert(1)')])
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toContainText(
    '不是网页地址',
  )
  await commitReview(page)
  await open(page, '/unit/cn:610921')
  const row = page.getByRole('row', { name: /2024-03-28/ })

  await expect(row).toContainText('不可读')
  await expect(row.getByRole('link')).toHaveCount(0)
})
