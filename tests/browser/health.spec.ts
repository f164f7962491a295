import { readFileSync } from 'node:fs'
import { expect, test } from './guarded'
import { importFiles, loadSample, open, realCounties } from './pages'

test('a failing sum is found on the matrix, advised on, traced, and disposed of', async ({
  page,
}) => {
  await importFiles(page, [realCounties])
  await open(page, '/health?units=all')
  const row = page.getByRole('grid').getByRole('row', { name: /洪泽区/ })
  await row.getByRole('button', { name: '不平 2' }).click()

  await expect(page).toHaveURL(/unit=cn%3A320813|unit=cn:320813/)
  const finding = page.getByRole('article', { name: /洪泽区 2023 年 表四合计（行政复议/ })
  await expect(finding).toContainText('结果维持 10＋结果纠正 1')
  await expect(finding).toContainText('差 +11')
  await expect(finding).toContainText('可能应为 11')

  await finding.getByText(/涉及的数/).click()
  await finding.getByRole('button', { name: /行政复议·总计/ }).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('counties.gb18030.csv')
  await drawer.getByRole('button', { name: '关闭' }).click()

  await finding.getByRole('button', { name: /^处置/ }).click()
  const dialog = page.getByRole('dialog', { name: '处置这个问题' })
  await dialog.getByRole('radio', { name: '退回县局' }).check()
  await dialog.getByLabel('理由（必填）').fill('已电话告知区政府办')
  await dialog.getByRole('button', { name: '记下处置' }).click()
  await expect(finding).toContainText('已电话告知区政府办')
  await expect(row).toContainText('处置 1')

  await page.reload()
  await expect(finding).toContainText('退回县局')
  await page.getByRole('combobox', { name: /^处置/ }).selectOption('no')
  await expect(finding).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /洪泽区 2023 年：1 个问题/ })).toBeVisible()
})

test('the sheet for a county is saved with its failing sums', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, '/health?units=all')
  const row = page.getByRole('grid').getByRole('row', { name: /洪泽区/ })
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: '下载' }).last().click(),
  ])

  expect(saved.suggestedFilename()).toMatch(/^退回核对表-洪泽区-.*\.csv$/)
  const text = readFileSync(await saved.path(), 'utf8')
  expect(text).toContain('T4-SUM:review')
  expect(text).not.toContain('汉阴县')
})

test('blanks that leave a sum 不可判 are taken as 0 with a reason, and taken back', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/health?units=all&rule=T3-SUM7&kinds=undecidable')
  const finding = page.getByRole('article', {
    name: '曲莲县 2021 年 表三办理结果合计（总计）',
    exact: true,
  })
  await expect(finding).toContainText('不可判')
  await finding.getByRole('button', { name: /^本报告空格按 0/ }).click()
  const dialog = page.getByRole('dialog', { name: '本报告空格按 0' })
  await expect(dialog).toContainText('曲莲县 2021 年的三张表里有 7 格空格')
  const save = dialog.getByRole('button', { name: '空格按 0 更正' })
  await expect(save).toBeDisabled()
  await dialog.getByLabel(/^理由/).fill('县局来电：空格即没有')
  await save.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('article')).toHaveCount(0)

  await open(page, '/batches')
  await page
    .getByRole('button', { name: /^撤销批次/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  await open(page, '/health?units=all&rule=T3-SUM7&kinds=undecidable')
  await expect(finding).toContainText('不可判')
})

test('the matrix is walked with the keys', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, '/health?units=all&sort=code')
  await page.getByRole('grid').getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: /金湖县 2023 年/ })).toBeFocused()
})
