import { renderDocument } from '../documents/houseStyles'
import { printForm } from '../documents/formTables'
import { realReport } from '../realReports'
import { expect, test } from './guarded'
import { chooseFiles, importFiles, loadSample, open, realCounties, textFile } from './pages'

/**
 * 宿迁市 2024 as published: 行政复议 134 in its text, 170 in its table. Only this sentence of the text is
 * given.
 */
const sentence = '全年因政府信息公开引起的行政复议134件。'
function suqian(overview: readonly string[]) {
  const title = '宿迁市2024年政府信息公开工作年度报告'
  const form = printForm(realReport('宿迁市', 2024), '2021')
  const page = renderDocument(form, 'html', title, { overview, others: [] })
  return textFile('宿迁市2024年政府信息公开工作年度报告.html', page)
}

test('a text that its table contradicts is found, traced and disposed of, also after a re-import', async ({
  page,
}) => {
  await importFiles(page, [suqian([sentence])])
  await open(page, '/health?units=all&rule=P-REVIEW')
  const finding = page.getByRole('article', { name: /宿迁市 2024 年 正文行政复议件数/ })
  await expect(finding).toContainText('正文说行政复议 134，表中行政复议总计 170')
  await expect(finding).toContainText('可能的正当原因')
  await finding.getByText('正文原处').click()
  await expect(finding).toContainText(sentence)

  await finding.getByText(/涉及的数/).click()
  await finding.getByRole('button', { name: /行政复议·总计/ }).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('正文行政复议件数（行政复议）')
  await expect(drawer).toContainText('勾稽 2 条，1 条没有通过')
  await drawer.getByRole('button', { name: '关闭' }).click()

  await finding.getByRole('button', { name: /^处置/ }).click()
  const dialog = page.getByRole('dialog', { name: '处置这个问题' })
  await dialog.getByRole('radio', { name: '系口径不同' }).check()
  await dialog.getByLabel('理由（必填）').fill('正文只计立案的')
  await dialog.getByRole('button', { name: '记下处置' }).click()
  await expect(finding).toContainText('正文只计立案的')

  // The same report, its text set another way and saying more.
  await chooseFiles(page, [suqian(['全年工作平稳有序。', sentence])])
  await expect(page.getByText('不会给数据带来任何变化')).toBeVisible()
  await open(page, '/health?units=all&rule=P-REVIEW')
  await expect(finding).toContainText('正文只计立案的')

  await open(page, '/explore?units=all&item=review.total&form=ranking&year=2024')
  const ranked = page.getByRole('grid').getByRole('row', { name: /宿迁市/ })
  await expect(ranked.getByText('≠')).toBeVisible()
})

test('the switch is on 两两对照 and 县区画像, and says what it leaves out', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, '/pair?a=cn:610921@2023&b=cn:320813@2023')
  await page.getByRole('radio', { name: '只看可信' }).check()
  await expect(page).toHaveURL(/checks=trusted/)
  await expect(page.getByRole('status').filter({ hasText: '洪泽区' })).toContainText('不平')
  const four = page.getByRole('table', { name: /四、/ })
  await expect(four.getByRole('row').filter({ hasText: '不平未计' }).first()).toBeVisible()
  await page.getByRole('radio', { name: '全部' }).check()
  await expect(four.getByText('不平未计')).toHaveCount(0)
})

test('the switch is on 县区画像', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/unit/00000000-0000-4000-8000-000000990121')
  await page.getByRole('radio', { name: '只看可信' }).check()
  await expect(page).toHaveURL(/checks=trusted/)
  const notes = page.getByRole('status').filter({ hasText: '只看可信：' })
  await expect(notes.first()).toBeVisible()
  await page.reload()
  await expect(notes.first()).toBeVisible()
})
