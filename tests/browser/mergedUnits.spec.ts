import type { Page } from '@playwright/test'
import type { Unit } from '@/domain/unit'
import { expect, test } from './guarded'
import { addCounties, importFiles, open, textFile } from './pages'

/** 甲县 went into 乙区 in 2023, which kept its code; 丁县 was founded in 2023; 丙县 stayed as it was. */
const SAID = '2023 年起含原甲县（虚构函〔2023〕1号）'
const counties = ['甲县', '乙区', '丙县', '丁县']
const more: readonly Partial<Unit>[] = [
  { until: 2022 },
  { extents: [{ year: 2023, kind: 'whole', other: '甲县', document: '虚构函〔2023〕1号' }] },
  {},
  { since: 2023 },
]
const reports = [
  '单位,年份,表样,本年新收·总计,行政许可·处理决定',
  '甲县,2022,2021,90,900',
  '乙区,2022,2021,60,600',
  '乙区,2023,2021,170,1700',
  '丙县,2022,2021,40,400',
  '丙县,2023,2021,50,500',
  '丁县,2023,2021,30,300',
  '',
].join('\n')

test.beforeEach(async ({ page }) => {
  await addCounties(page, counties, more)
  await importFiles(page, [textFile('年报.csv', reports)])
})

async function settled(page: Page) {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

test('two years of a merged unit side by side say that it is not the same', async ({ page }) => {
  await open(page, '/pair?a=own-1@2022&b=own-1@2023')
  await expect(page.getByText(`区划不同：其间${SAID}`)).toBeVisible()
  const licences = page.getByRole('row', { name: /行政许可/ })
  await expect(licences).toContainText('1,700')
  await expect(licences).toContainText('区划调整，不比')

  await open(page, '/pair?a=own-1@2023&b=own-2@2023')
  await expect(page.getByRole('table', { name: /表|、/ }).first()).toBeVisible()
  await expect(page.getByText('区划不同')).toHaveCount(0)

  await open(page, '/pair?a=own-0@2022&b=own-0@2023')
  await expect(page.getByText(/没有年报：甲县 2023 年/)).toBeVisible()
})

test('its profile says so, draws the break and makes no change of it', async ({ page }) => {
  await open(page, '/unit/own-1')
  await settled(page)
  await expect(page.getByText(`区划调整：${SAID}`)).toBeVisible()
  const said = page.getByRole('region', { name: '结论' })
  await expect(said).toContainText(`2022、2023 年间有区划调整（乙区 ${SAID}），不作同比`)
  await expect(said).not.toContainText('%')

  await open(page, '/unit/own-2')
  await settled(page)
  await expect(page.getByRole('region', { name: '结论' })).toContainText('增至 50 件')
  await expect(page.getByText('区划调整：')).toHaveCount(0)
})

test('comparisons over the years mark it, and none of them counts its change', async ({ page }) => {
  await open(page, '/explore?units=all&form=trend&item=requests.new.total')
  await settled(page)
  await expect(page.getByText(`时间标记：`).first()).toContainText(`乙区 ${SAID}`)
  await expect(page.getByRole('row', { name: /^甲县/ })).toContainText('无此单位')

  await open(page, '/explore?units=all&form=ranking&item=requests.new.total&mode=change&year=2023')
  await settled(page)
  await expect(page.getByText('其间有区划调整、不排名：乙区').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /^乙区/ })).toContainText('区划调整')

  await open(page, '/explore?units=all&form=trend&item=requests.new.total&mode=index&base=2022')
  await settled(page)
  await expect(page.getByRole('row', { name: /^乙区/ })).toContainText('区划调整')

  await open(page, '/view/enforcement?units=all')
  await settled(page)
  await expect(page.getByText(`乙区 ${SAID}`).first()).toBeVisible()
})

test('the overview and the explanation of a change keep it apart', async ({ page }) => {
  await open(page, '/overview?units=all&year=2023&base=2022')
  await settled(page)
  await page
    .getByRole('row', { name: /^本年新收·总计/ })
    .getByRole('button')
    .nth(1)
    .click()
  await expect(page.getByText(/2022 年、2023 年都有数的 1 个单位合计：40 → 50/)).toBeVisible()
  await expect(
    page.getByText('不在比较内，因为其间并入了别的区县或划出了新区：乙区。'),
  ).toBeVisible()

  await open(page, '/change?units=all&year=2023&base=2022')
  await settled(page)
  const said = page.getByRole('region', { name: '结论' })
  await expect(said).toContainText('两年可比的 1 个单位合计 2022 年 40 → 2023 年 50')
  await expect(said).toContainText(`乙区 ${SAID}`)
  await expect(page.getByRole('row', { name: /^乙区/ })).toContainText('区划调整，不比')
})
