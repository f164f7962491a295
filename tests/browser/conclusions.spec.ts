import { expect, test } from './guarded'
import { loadSample, open } from './pages'

test('the overview concludes of the real reports, and a clause opens where its number is from', async ({
  page,
}) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/overview')
  const conclusions = page.getByRole('region', { name: '结论' })
  // 宿迁市 2024 as published; of the three counties only 2023 is there.
  await expect(conclusions).toContainText('2024 年本年新收合计 3,525 件（1/4 个单位有数，缺 ')
  await expect(conclusions).toContainText('只比两年可比的 1/4 个单位')
  await expect(conclusions).toContainText('由 3,511 件增至 3,525 件（+0.40%）')

  await conclusions.getByRole('button', { name: /^2024 年本年新收合计/ }).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('江苏省宿迁市')
  await expect(drawer).toContainText('2024 年')
})

test('what is copied has a footnote for every clause', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/overview')
  const conclusions = page.getByRole('region', { name: '结论' })
  await conclusions.getByRole('button', { name: '复制结论与脚注' }).click()
  await conclusions.getByText('所复制的全文').click()
  const text = await conclusions.getByLabel('结论与脚注全文').inputValue()
  expect(text).toContain('2024 年本年新收合计 3,525 件')
  expect(text).toMatch(
    /\n\[1\] 单位：.*宿迁.*；年份：2024；指标：.*requests\.new\.total.*；来源：.*；数据版本 /u,
  )
})

test('the fictional city: sentences of its comparisons, and a note of one’s own on the trend', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/view/enforcement')
  await expect(page.getByRole('region', { name: '结论' })).toContainText(/年行政许可·处理决定合计/u)

  await open(page, '/settings')
  await page.getByLabel('年份', { exact: true }).fill('2022')
  await page.getByLabel('备注', { exact: true }).fill('机构改革')
  await page.getByRole('button', { name: '添加备注' }).click()
  await expect(page.getByRole('list', { name: '时间轴备注' })).toContainText(
    '2022 年 · 所有单位 · 机构改革',
  )

  await open(page, '/explore?item=licensing.decisions')
  await expect(page.getByText(/^时间标记：.*2022 年 机构改革（备注）/u)).toBeVisible()
  await expect(page.getByRole('grid', { name: /时间标记：.*机构改革/u })).toBeVisible()

  await open(page, '/settings')
  await page.getByRole('button', { name: '删除：机构改革' }).click()
  await expect(page.getByRole('list', { name: '时间轴备注' })).toHaveCount(0)
})

test('the wall says the conclusion of the view shown with n/N and a footnote, or why there is none', async ({
  page,
}) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/view/outcomes?units=all')
  await expect(page.locator('main canvas').first()).toBeVisible()
  await page.keyboard.press('f')
  const conclusion = page.getByRole('region', { name: '结论' })
  await expect(conclusion).toContainText(/（\d\/\d 个单位/u)
  await expect(conclusion).toContainText(/注：.*n\/N 为有数的单位／应有的单位.*数据版本/u)
  await expect(conclusion.getByRole('button', { name: '复制结论与脚注' })).toHaveCount(0)

  for (const title of ['行政执法', '收费']) {
    await page.keyboard.press('PageDown')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(conclusion).toContainText('个单位')
  }
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('变化解释')
  await expect(conclusion.or(page.getByText('因此不作解释'))).toBeVisible()

  await open(page, '/explore?form=ranking&item=licensing.decisions&units=all&years=2010-2012')
  await expect(page.getByRole('region', { name: '结论' })).toContainText('不作结论')
})
