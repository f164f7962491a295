import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './guarded'
import { chooseFiles, commitReview, importFiles, open, readView, textFile } from './pages'

const RECEIVED = 'requests.new.total'
const in2023 = '/view/outcomes?units=all&mode=year&year=2023&subject=volume'

/** 汉阴县 2023 with a number of applications, and nothing carried in. */
function county(name: string, received: string) {
  return textFile(
    name,
    `unit_code,unit_name,year,scope,edition,${RECEIVED},requests.carriedIn.total\n` +
      `610921,汉阴县,2023,whole,2021,${received},\n`,
  )
}

async function received(page: Page): Promise<string> {
  const [first = ''] = Object.values((await readView(page, in2023))['汉阴县'] ?? {})
  return first.replace(/（.*）$/, '')
}

/** Opens the way of 汉阴县's first figure to its source. */
async function trace(page: Page): Promise<Locator> {
  await readView(page, in2023)
  await page
    .getByRole('row', { name: /汉阴县/ })
    .getByRole('button')
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await drawer.getByText('更正这个数…').click()
  return drawer
}

async function correct(page: Page, to: string, reason: string): Promise<Locator> {
  const drawer = await trace(page)
  await drawer.getByLabel('更正后的数').fill(to)
  await drawer.getByLabel(/^理由/).fill(reason)
  await drawer.getByRole('button', { name: '记为一次更正' }).click()
  await expect(drawer).toContainText('手工更正于')
  return drawer
}

test('a number is corrected where it is traced, with a reason, and the ledger keeps it', async ({
  page,
}) => {
  await importFiles(page, [county('a.csv', '30')])
  const drawer = await trace(page)
  const submit = drawer.getByRole('button', { name: '记为一次更正' })

  await drawer.getByLabel('更正后的数').fill('12a')
  await expect(drawer).toContainText('这不是一个数')
  await drawer.getByLabel('更正后的数').fill('33')
  await expect(drawer).toContainText('读作 33 件')
  await expect(submit).toBeDisabled()
  await drawer.getByLabel(/^理由/).fill('=县局来电')
  await drawer.getByLabel(/^操作人/).fill('王某')
  await drawer.getByLabel(/^操作人/).blur()
  await submit.click()
  await expect(drawer).toContainText('原值')
  await expect(drawer).toContainText('=县局来电')
  await expect(drawer.locator('mark')).toHaveText('30')
  expect(await received(page)).toContain('33')

  await open(page, '/corrections')
  const line = page.getByRole('row', { name: /汉阴县/ })
  await expect(line).toContainText('王某')
  await expect(line).toContainText('a.csv')
  await expect(line).toContainText('生效')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const saved = await saving
  const text = await readFile(await saved.path(), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text).toContain(`${RECEIVED},30,33,'=县局来电,a.csv`)
})

test('a correction outlives the same file, and another value is a conflict to decide', async ({
  page,
}) => {
  await importFiles(page, [county('a.csv', '30')])
  await correct(page, '33', '原表笔误')
  await chooseFiles(page, [county('a.csv', '30')])
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toContainText(
    '新增 0 格，改写 0 格',
  )
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
  await expect(page.getByText('把文件或文件夹拖到页面任何位置')).toBeVisible()

  await overwriteWith(page, county('b.csv', '31'))
  expect(await received(page)).toContain('31')
  await open(page, '/corrections')
  await expect(page.getByRole('navigation')).toContainText('1 处冲突')
  await page.getByRole('button', { name: '仍用更正 33' }).click()
  await expect(page.getByRole('heading', { name: /更正冲突/ })).toHaveCount(0)
  expect(await received(page)).toContain('33')

  await overwriteWith(page, county('c.csv', '35'))
  await open(page, '/corrections')
  await page.getByRole('button', { name: '采用导入 35' }).click()
  await expect(page.getByRole('navigation')).not.toContainText('处冲突')
  expect(await received(page)).toContain('35')
})

test('the blanks of a report become 0 in one recorded step, and come back with it', async ({
  page,
}) => {
  await importFiles(page, [county('a.csv', '30')])
  const drawer = await trace(page)
  await drawer.getByLabel(/^理由/).fill('县局确认空格即 0')
  await drawer.getByRole('button', { name: '本报告空格按 0（1 格）' }).click()
  await expect(drawer.getByRole('status')).toHaveText('已把 1 格空格更正为 0，记为批次 2。')
  await expect(drawer.getByRole('button', { name: /空格按 0/ })).toHaveCount(0)

  await open(page, '/corrections')
  const line = page.getByRole('row', { name: /汉阴县/ })
  await expect(line.getByRole('cell', { name: '空', exact: true })).toBeVisible()
  await expect(line.getByRole('cell', { name: '0', exact: true })).toBeVisible()
  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  const dialog = page.getByRole('dialog', { name: '撤销批次 2？' })
  await expect(dialog).toContainText('1 格回到它之前的值')
  await dialog.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  await open(page, '/corrections')
  await expect(line).toContainText('已撤销')
})

async function overwriteWith(page: Page, file: ReturnType<typeof county>): Promise<void> {
  await chooseFiles(page, [file])
  const review = page.getByRole('region', { name: '审阅', exact: true })
  await review.getByLabel(/不同的格用文件的值/).click()
  await commitReview(page)
}
