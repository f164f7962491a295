import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './guarded'
import type { Page } from '@playwright/test'
import { LONGEST_UNDER_LOAD, tellTasks, watchRegion, watchTasks } from './longTasks'
import { commitReview, dropFiles, open, textFile, type TestFile } from './pages'

const FILES = 500
const header = 'unit_code,unit_name,year,scope,edition,requests.new.total,fees.amount'

const counties = [
  ...['610921,汉阴县', '610922,石泉县', '320813,洪泽区', '320831,金湖县', '321300,宿迁市'],
  ...['321302,宿城区', '321311,宿豫区', '321322,沭阳县', '321323,泗阳县', '321324,泗洪县'],
]

/** Ten units, 25 years, two scopes: a file each, with no number of a real county in it. */
function oneReportEach(): TestFile[] {
  return Array.from({ length: FILES }, (_, at) => {
    const county = counties[at % counties.length] ?? ''
    const scope = at % (2 * counties.length) < counties.length ? 'whole' : 'office'
    const year = 2000 + Math.floor(at / (2 * counties.length))
    const row = `${county},${String(year)},${scope},2021,/,/`
    return textFile(`上报/${String(at + 1)}.csv`, `${header}\n${row}\n`)
  })
}

/** Every step shown is one of all files, none goes back, and the last is that of the last file. */
async function expectTrueProgress(page: Page): Promise<void> {
  const texts = await page.evaluate(() => window.seenTexts)
  const steps = texts.flatMap((text) => {
    const found = /第 (\d+) \/ (\d+) 个文件，已读 ([\d.]+) (\S+) \/ ([\d.]+) (\S+)/.exec(text)
    return found === null ? [] : [{ at: Number(found[1]), of: Number(found[2]), text: found[0] }]
  })
  expect(steps.length).toBeGreaterThan(5)
  expect(new Set(steps.map(({ of }) => of))).toEqual(new Set([FILES]))
  const places = steps.map(({ at }) => at)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places.at(-1)).toBeGreaterThan(FILES * 0.9)
}

test('five hundred files of one report each are read, counted and imported', async ({ page }) => {
  await open(page, '/import')
  const files = oneReportEach()
  await watchRegion(page, '读取进度')
  await dropFiles(page, files, () => watchTasks(page))
  const review = page.getByRole('region', { name: '审阅', exact: true })
  await expect(review).toContainText(`${FILES} 个文件，${FILES} 份年报`, { timeout: 90_000 })
  expect(await tellTasks(page, `${FILES} files: while reading`)).toBeLessThan(LONGEST_UNDER_LOAD)
  await expectTrueProgress(page)
  await commitReview(page)
  expect(await tellTasks(page, `${FILES} files: while writing`)).toBeLessThan(LONGEST_UNDER_LOAD)

  await open(page, '/batches')
  await expect(page.getByRole('row', { name: /导入/ }).getByText(`共 ${FILES} 个`)).toBeVisible()
})

test('reading that is cancelled leaves nothing, and the page is ready for more', async ({
  page,
}) => {
  await open(page, '/import')
  await dropFiles(page, oneReportEach())
  const reading = page.getByRole('region', { name: '读取进度' })
  await expect(reading).toContainText(String(FILES))
  await reading.getByRole('button', { name: '取消读取' }).click()

  await expect(page.getByText('把文件或文件夹拖到页面任何位置')).toBeVisible()
  await open(page, '/batches')
  await expect(page.getByText('还没有批次')).toBeVisible()
  await open(page, '/import')
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toHaveCount(0)
})

test('a folder is read with the folders in it, without what the system left there', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'xianjian-'))
  try {
    const [first, second] = oneReportEach()
    await mkdir(join(folder, '金湖', '补报'), { recursive: true })
    await writeFile(join(folder, '汉阴.csv'), first?.content ?? '')
    await writeFile(join(folder, '金湖', '补报', '石泉.csv'), second?.content ?? '')
    await writeFile(join(folder, '.DS_Store'), 'not a report')
    await open(page, '/import')
    await page.getByLabel('选择要导入的文件夹').setInputFiles(folder)
    const review = page.getByRole('region', { name: '审阅', exact: true })

    await expect(review).toContainText('2 个文件，2 份年报')
    await expect(review).toContainText('金湖/补报/石泉.csv')
    await expect(review).not.toContainText('DS_Store')
  } finally {
    await rm(folder, { recursive: true })
  }
})
