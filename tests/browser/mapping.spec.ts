import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { zip } from '../intake/readers/zips'
import { expect, test } from './guarded'
import {
  addCounties,
  chooseFiles,
  commitReview,
  importFiles,
  dropFiles,
  open,
  readView,
  textFile,
} from './pages'

const header = '区划代码,县区,年份,来信总数,行政事业性收费'
const first = textFile('first.csv', `${header}\n610921,汉阴县,2023,30,1077.89\n`)
const second = textFile('second.csv', `${header}\n320813,洪泽区,2023,5,2402\n`)

/** Says in the review that a header stands for an indicator, found by words of its name. */
async function mapHeader(page: Page, header: string, typed: string, option: string) {
  await page.getByRole('button', { name: `改“${header}”的对应` }).click()
  await page.getByRole('combobox', { name: `为“${header}”找指标` }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}

async function received(page: Page): Promise<Readonly<Record<string, string>>> {
  const view = '/view/outcomes?units=all&mode=year&year=2023&subject=volume'
  const table = await readView(page, view)
  return Object.fromEntries(
    Object.entries(table)
      .filter(([name]) => ['汉阴县', '洪泽区'].includes(name))
      .map(([name, cells]) => [name, (Object.values(cells)[0] ?? '').replace(/（.*）$/, '')]),
  )
}

test('an unknown column is mapped by hand, and the mapping is offered for the next file', async ({
  page,
}) => {
  await chooseFiles(page, [first])
  await mapHeader(page, '来信总数', '新收 总计', '本年新收政府信息公开申请数量·总计')
  await page.getByRole('button', { name: '按改了的 1 处对应重新读取' }).click()
  await expect(page.getByRole('row', { name: /来信总数.*本次指定，100%/ })).toBeVisible()
  await commitReview(page)

  await chooseFiles(page, [second])
  const offers = page.getByRole('region', { name: '以前的对应可以沿用' })
  await expect(offers).toContainText('first.csv')
  await expect(offers).toContainText('来信总数')
  await expect(page.getByRole('row', { name: /来信总数.*没有对应/ })).toBeVisible()
  await offers.getByRole('button', { name: '沿用' }).click()
  await expect(page.getByRole('row', { name: /来信总数.*以前确认过，100%/ })).toBeVisible()
  await expect(offers).toHaveCount(0)
  await commitReview(page)
  expect(await received(page)).toEqual({ 汉阴县: '30', 洪泽区: '5' })
})

test('a file that no encoding fits is read in the one that the user chooses by its look', async ({
  page,
}) => {
  const gbk = '610921,2023,18468,\xba\xba\xd2\xf5\xcf\xd8'
  const bytes = Buffer.concat([
    Buffer.from('unit_code,year,licensing.decisions,unit_name\n'),
    Buffer.from(`${gbk}\n`, 'latin1'),
    Buffer.from('备注：本表由各部门报送\n'),
  ])
  await chooseFiles(page, [{ name: 'mixed.csv', content: bytes }])
  await expect(page.getByText('同一文件混有两种编码')).toBeVisible()
  const look = page.getByRole('row', { name: /^GB18030/ })
  await expect(look).toContainText('汉阴县')
  await expect(page.getByRole('row', { name: /^UTF-8/ })).toContainText('备注：本表由各部门报送')

  await look.getByRole('button', { name: '按 GB18030 重新读取' }).click()
  await expect(page.getByText('编码：GB18030（本次指定）')).toBeVisible()
  await commitReview(page)
  const table = await readView(page, '/view/enforcement?units=all&mode=year&year=2023')
  expect(Object.keys(table)).toContain('汉阴县')
})

test('a file inside an archive is read in the encoding that the user chooses for it', async ({
  page,
}) => {
  const head = 'unit_code,year,licensing.decisions,unit_name\n'
  const content = zip({
    'a.csv': `${head}320813,2023,5,洪泽区\n`,
    'b.csv': Buffer.concat([
      Buffer.from(`${head}610921,2023,18468,\xba\xba\xd2\xf5\xcf\xd8\n`, 'latin1'),
      Buffer.from('备注：本表由各部门报送\n'),
    ]),
  })
  await chooseFiles(page, [{ name: 'all.zip', content: Buffer.from(content) }])
  await expect(page.getByText('压缩包里 2 个文本文件的编码')).toBeVisible()
  const file = page.getByRole('combobox', { name: '文件' })
  await expect(file.locator('option:checked')).toHaveText('b.csv：没有读出')
  const look = page.getByRole('row', { name: /^GB18030/ })
  await expect(look).toContainText('汉阴县')

  await look.getByRole('button', { name: '按 GB18030 重新读取' }).click()
  await expect(file.locator('option', { hasText: 'b.csv：GB18030（本次指定）' })).toBeAttached()
  await commitReview(page)
  const table = await readView(page, '/view/enforcement?units=all&mode=year&year=2023')
  expect(Object.keys(table)).toEqual(expect.arrayContaining(['汉阴县', '洪泽区']))
})

test('a column becomes an indicator of one’s own with its unit of measure, and can be taken back', async ({
  page,
}) => {
  await chooseFiles(page, [first])
  await page.getByRole('button', { name: '改“来信总数”的对应' }).click()
  await page.getByRole('button', { name: '作为自定义指标…' }).click()
  await page.getByLabel('计量单位').fill('件')
  await page.getByRole('button', { name: '读作自定义指标' }).click()
  await page.getByRole('button', { name: '按改了的 1 处对应重新读取' }).click()
  await expect(page.getByRole('row', { name: /来信总数.*来信总数\(件\).*本次指定/ })).toBeVisible()

  await page.getByRole('button', { name: '改“来信总数”的对应' }).click()
  await page.getByRole('button', { name: '恢复自动识别' }).click()
  await page.getByRole('button', { name: '按改了的 1 处对应重新读取' }).click()
  await expect(page.getByRole('row', { name: /来信总数.*没有对应/ })).toBeVisible()
})

test('a fee in 元 and a rate as a share of one are asked about, with both readings', async ({
  page,
}) => {
  const text = '县区,年份,行政事业性收费,custom.增速（%）\n'
  const rows = '汉阴县,2023,10778900,0.85\n洪泽区,2023,2402,5.2%\n金湖县,2023,1500,6\n'
  await chooseFiles(page, [textFile('scale.csv', text + rows)])
  const questions = page.getByRole('region', { name: '需要你回答 2 个问题' })
  await expect(
    questions.getByRole('row', { name: /汉阴县.*10,778,900 万元.*1,077.89 万元/ }),
  ).toBeVisible()
  await expect(questions.getByRole('row', { name: /汉阴县.*0.85%.*85%/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '写入为一个批次' })).toBeDisabled()

  await questions.getByRole('button', { name: '只有这 1 个是元' }).click()
  const question = page.getByRole('region', { name: '需要你回答 1 个问题' })
  await question.getByRole('button', { name: '只有这 1 个是小数' }).click()
  await expect(question).toHaveCount(0)
  await commitReview(page)
  await open(page, '/view/fees?units=all&mode=year&year=2023')
  await expect(page.locator('main')).toContainText('1,077.89')
  await expect(page.locator('main')).not.toContainText('10,778,900')
})

test('whether a column of populations is in 人 or 万人 is asked, and answered by a click', async ({
  page,
}) => {
  await addCounties(page)
  const rows = '甲县,2023,25.31\n乙县,2023,30.2\n'
  await chooseFiles(page, [textFile('人口.csv', `单位,年份,常住人口\n${rows}`)])
  const questions = page.getByRole('region', { name: '需要你回答 1 个问题' })
  await expect(questions).toContainText('可能写的是万人')
  await expect(questions.getByRole('row', { name: /甲县.*25.31 人.*253,100 人/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '写入为一个批次' })).toBeDisabled()

  await questions.getByRole('button', { name: '整列都是万人' }).click()
  await expect(page.getByRole('region', { name: /需要你回答/ })).toHaveCount(0)
  await commitReview(page)
  const table = '单位,年份,表样,本年新收·总计\n甲县,2023,2021,30\n乙县,2023,2021,40\n'
  await importFiles(page, [textFile('年报.csv', table)])
  await open(page, '/explore?units=all&form=ranking&year=2023&item=auxiliary.常住人口')
  await expect(page.locator('main')).toContainText('253,100')
})

test('a table without a year is asked about, and read once the year is said', async ({ page }) => {
  const text = '地区,本年新收·总计\n汉阴县,30\n洪泽区,5\n'
  await chooseFiles(page, [textFile('台账.csv', text)])
  const questions = page.getByRole('region', { name: '需要你回答 1 个问题' })
  await expect(questions).toContainText('台账.csv没有写年份')
  await questions.getByLabel('年份').fill('2023')
  await questions.getByRole('button', { name: '就是这一年' }).click()
  await expect(questions).toHaveCount(0)
  await commitReview(page)
  expect(await received(page)).toEqual({ 汉阴县: '30', 洪泽区: '5' })
})

test('a header of 上年 and 本年 is asked for its year, and a name over them is mapped once', async ({
  page,
}) => {
  const text = '地区,来信总数,,行政许可,\n,上年,本年,上年,本年\n汉阴县,20,30,1,2\n洪泽区,4,5,6,7\n'
  await chooseFiles(page, [textFile('台账.csv', text)])
  const questions = page.getByRole('region', { name: '需要你回答 1 个问题' })
  await expect(questions).toContainText('台账.csv没有写年份')
  await questions.getByLabel('年份').fill('2023')
  await questions.getByRole('button', { name: '就是这一年' }).click()
  await expect(questions).toHaveCount(0)
  await mapHeader(page, '来信总数', '新收 总计', '本年新收政府信息公开申请数量·总计')
  await page.getByRole('button', { name: '按改了的 1 处对应重新读取' }).click()
  await expect(page.getByRole('row', { name: /来信总数.*本次指定，100%/ })).toBeVisible()
  await commitReview(page)
  expect(await received(page)).toEqual({ 汉阴县: '30', 洪泽区: '5' })
})

test('offending rows are downloaded, repaired and put back; the findings stay with the batch', async ({
  page,
}) => {
  const head = '区划代码,县区,年份,本年新收·总计'
  await chooseFiles(page, [
    textFile('报送.csv', `${head}\n610921,汉阴县,2023,3o\n320813,洪泽区,2023,5\n`),
  ])
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载问题行 CSV' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('报送_问题行.csv')
  const out = await readFile(await download.path(), 'utf8')
  expect(out).toContain('定位键（请勿改动）')
  expect(out).not.toContain('洪泽区')

  await dropFiles(page, [textFile('报送_问题行.csv', out.replace(',3o,', ',30,'))])
  await expect(page.getByRole('status').filter({ hasText: '已由' })).toHaveText(
    '报送.csv 的 1 行已由 报送_问题行.csv 取代。',
  )
  await commitReview(page)
  expect(await received(page)).toEqual({ 汉阴县: '30', 洪泽区: '5' })
})

test('what was read for a batch is shown with it: results, findings by kind and place, the bytes', async ({
  page,
}) => {
  const bad = textFile('bad.csv', `${header}\n610921,汉阴县,20x3,1,2\n`)
  await chooseFiles(page, [first, bad])
  await commitReview(page)
  await open(page, '/batches')
  await page.getByRole('button', { name: '批次 1 的文件与问题' }).click()
  const panel = page.getByRole('region', { name: '批次 1 的文件与问题' })
  await expect(panel.getByRole('row', { name: /first.csv.*已写入/ })).toBeVisible()
  await expect(panel.getByRole('row', { name: /bad.csv.*未读入.*20x3/ })).toBeVisible()
  await panel.getByRole('combobox', { name: '问题' }).selectOption({ label: '错误 1' })
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await expect(panel.getByRole('listitem')).toContainText('第 2 行 第 3 列（C）')
  await expect(page).toHaveURL(/batch=1&severity=error/)
  await page.reload()
  await expect(panel.getByRole('listitem')).toHaveCount(1)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'first.csv' }).click()
  expect(await readFile(await (await waiting).path())).toEqual(first.content)
})

test('a remembered mapping is listed with the batches and can be forgotten', async ({ page }) => {
  await chooseFiles(page, [first])
  await mapHeader(page, '来信总数', '新收 总计', '本年新收政府信息公开申请数量·总计')
  await page.getByRole('button', { name: '按改了的 1 处对应重新读取' }).click()
  await expect(page.getByRole('row', { name: /来信总数.*本次指定/ })).toBeVisible()
  await commitReview(page)
  await open(page, '/batches')
  await page.getByRole('button', { name: '忘掉 first.csv 的对应' }).click()
  await expect(page.getByRole('region', { name: '记住的表头对应' })).toHaveCount(0)
  await chooseFiles(page, [second])
  await expect(page.getByRole('button', { name: '改“来信总数”的对应' })).toBeVisible()
  await expect(page.getByRole('region', { name: '以前的对应可以沿用' })).toHaveCount(0)
})
