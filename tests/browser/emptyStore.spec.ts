import { barriers } from './audit'
import { expect, test } from './guarded'
import { commitReview, dropFiles, open, realCity, realCounties } from './pages'

const routes = [
  '/overview',
  '/view/fees',
  '/explore?form=flow',
  '/change',
  '/pair',
  '/lookup?q=12',
  '/summary?units=all',
  '/health',
  '/chain',
  '/unit/cn:610921',
]

test('a link into an empty store says so, and shows its page once there are reports', async ({
  page,
}) => {
  for (const route of routes) {
    await open(page, route)
    await expect(page.locator('main')).toContainText('还没有年报')
    await expect(page.locator('main')).not.toContainText(/0 年|0 个/)
    await expect(page.getByRole('link', { name: '导入年报' })).toHaveAttribute('href', '#/import')
  }
  expect(await barriers(page)).toEqual([])

  await dropFiles(page, [realCounties, realCity])
  await commitReview(page)
  await page.goBack()
  await expect(page).toHaveURL(/#\/unit\/cn:610921$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('汉阴县')

  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 1' }).click()
  const undo = page.getByRole('dialog', { name: '撤销批次 1？' })
  await undo.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  await open(page, '/summary?units=all')
  await expect(page.locator('main')).toContainText('没有生效的年报')
  await page.getByRole('link', { name: '看批次' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('批次')
})
