import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { importFiles, loadSample, open, realCity, realCounties } from './pages'

/** Opens an exploration and waits for its answer. */
async function explore(page: Page, query: string): Promise<void> {
  await open(page, `/explore?${query}`)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeVisible()
}

/** The cells of a row of the table, without what stands beside its name. */
async function cellsOf(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('grid').locator('tbody tr', { hasText: name }).first()
  const cells = await row.locator('td').allInnerTexts()
  return cells.map((text) => text.trim())
}

test('each form says in its table what published reports say', async ({ page }) => {
  await importFiles(page, [realCounties])
  await importFiles(page, [realCity])

  await explore(page, 'units=all&form=ranking&year=2023&lines=weightedMean')
  expect(await cellsOf(page, '金湖县')).toEqual([
    '1',
    '46.15%（66/143）',
    '38.19%–54.32%',
    '第 1–2 名，随机波动内不可区分',
  ])
  expect((await cellsOf(page, '宿迁市')).slice(0, 2)).toEqual(['2', '43.57%（1,519/3,486）'])
  expect((await cellsOf(page, '洪泽区')).slice(0, 2)).toEqual([
    '分母小于 30，不排名',
    '19.05%（4/21）',
  ])
  expect((await cellsOf(page, '汉阴县')).slice(0, 2)).toEqual(['无数，不排名', '不可计算'])
  await expect(page.getByText('分母小于 30、不排名：洪泽区')).toBeVisible()

  await explore(page, 'units=cn:321300&item=fees.amount&mode=index')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    '行政事业性收费·金额（2023 年 = 100）',
  )
  expect((await cellsOf(page, '宿迁市'))[0]).toBe('100')

  await explore(page, 'units=all&form=heat&item=penalties.decisions&years=2023')
  expect(await cellsOf(page, '金湖县')).toEqual(['2,086'])
  expect(await cellsOf(page, '合计')).toEqual(['2,829,553'])

  await explore(page, 'units=all&form=bump&item=penalties.decisions&years=2023')
  expect((await cellsOf(page, '宿迁市'))[0]).toBe('1')

  await explore(page, 'units=all&form=strip&item=penalties.decisions&years=2023')
  expect(await cellsOf(page, '中位数')).toEqual(['3,102.5（n=4）'])

  const pair = 'item=penalties.decisions&item=licensing.decisions'
  await explore(page, `units=all&form=scatter&year=2023&${pair}`)
  expect(await cellsOf(page, '汉阴县')).toEqual(['696', '18,468'])
  await expect(page.getByText('只有 4 个单位两项都有可比的数')).toBeVisible()

  await explore(page, `units=all&form=matrix&year=2023&${pair}`)
  expect(await cellsOf(page, '洪泽区')).toEqual(['4,119', '550'])

  await explore(page, 'units=all&form=composition&year=2023')
  expect((await cellsOf(page, '金湖县')).slice(0, 2)).toEqual(['143', '62（43.36%）'])

  await explore(page, 'units=cn:320831&form=flow&year=2023')
  expect((await cellsOf(page, '合计')).at(-1)).toBe('143')
  expect((await cellsOf(page, '予以公开')).at(-1)).toBe('62（43.4%）')
})

test('a figure is found by its name, explained, and kept in the address', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await explore(page, '')
  await page.getByRole('button', { name: /^指标/ }).click()
  const picker = page.getByRole('dialog', { name: '选择指标' })
  await picker.getByRole('searchbox', { name: '查找指标' }).fill('纠错率 占总计')
  await expect(picker.getByRole('checkbox')).toHaveCount(2)
  await picker.getByRole('checkbox', { name: '复议纠错率（占总计）' }).check()
  await picker.getByRole('button', { name: '定义' }).first().click()
  await expect(picker).toContainText('结果纠正 ÷ 总计')
  await page.keyboard.press('Escape')
  await expect(picker).toBeHidden()

  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    '公开率',
    '复议纠错率（占总计）',
  ])
  await expect(page).toHaveURL(/item=rate\.disclosed&item=rate\.reviewCorrectedOfAll/)
  await page.reload()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2)

  await page.getByRole('radio', { name: '排名' }).check({ force: true })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('指标透视 · 排名')
  await expect(page.getByRole('grid')).toContainText('排名 · 公开率、复议纠错率（占总计）')
})

test('a point of a chart and a cell of its table lead to the source', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await explore(page, 'form=heat&item=requests.new.total')
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await page.getByRole('img', { name: /本年新收/ }).click()
  await expect(drawer).toContainText('批次')
  await drawer.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('grid').getByRole('button').nth(12).click()
  await expect(drawer).toContainText('批次')
})

test('on the wall the keys go from form to form', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await explore(page, 'item=rate.disclosed&item=requests.new.total')
  await page.keyboard.press('f')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  for (const title of [
    '小多图',
    '排名',
    '名次变化',
    '热力图',
    '地图',
    '县×指标',
    '分布',
    '散点',
    '构成',
  ]) {
    await page.keyboard.press('PageDown')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`指标透视 · ${title}`)
    await expect(page.locator('main canvas').first()).toBeVisible()
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return [scrollWidth - clientWidth, scrollHeight - clientHeight]
    })
    expect([title, excess]).toEqual([title, [0, 0]])
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})
