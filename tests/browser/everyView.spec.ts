import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readSource } from '@/intake/readers/readSource'
import { expect, test } from './guarded'
import { importFiles, open, realCity, realCounties } from './pages'

interface View {
  readonly name: string
  /** With more than one choice that is not the one it begins with. */
  readonly address: string
  /** The title of its files. */
  readonly title: string
  /** A line that tells a choice in its files. */
  readonly fact: string
}

const views: readonly View[] = [
  {
    name: '总览',
    address: '/overview?units=all&checks=trusted&year=2023&base=2024',
    title: '总览',
    fact: '年份,2023',
  },
  {
    name: '主动公开',
    address: '/view/disclosure?units=all&mode=year&year=2023&sort=code&checks=trusted',
    title: '主动公开',
    fact: '年份,2023',
  },
  {
    name: '办理结果',
    address: '/view/outcomes?units=all&mode=year&year=2023&shape=count',
    title: '办理结果',
    fact: '年份,2023',
  },
  {
    name: '指标透视',
    address: '/explore?form=ranking&item=penalties.decisions&units=all&year=2023&lines=median',
    title: '指标透视 · 排名',
    fact: '图形,排名',
  },
  {
    name: '变化解释',
    address: '/change?units=all&item=licensing.decisions&year=2024&base=2023',
    title: '变化解释',
    fact: '年份,2023–2024',
  },
  {
    name: '县区画像',
    address: '/unit/cn:610921?peers=3',
    title: '县区画像',
    fact: '单位,汉阴县',
  },
  {
    name: '两两对照',
    address: '/pair?a=cn:610921@2023&b=cn:320813@2023&only=different',
    title: '两两对照',
    fact: '左边,汉阴县 2023 年',
  },
  {
    name: '汇总表',
    address: '/summary?units=all&year=2023&checks=trusted',
    title: '汇总表',
    fact: '年份,2023',
  },
  {
    name: '数据体检',
    address: '/health?units=all&sort=code&disposed=no',
    title: '数据体检',
    fact: '口径,全县汇总',
  },
  {
    name: '链条',
    address: '/chain?units=all&sort=code',
    title: '链条',
    fact: '口径,全县汇总',
  },
  {
    name: '反查',
    address: '/lookup?q=14&units=all',
    title: '反查',
    fact: '听到的数,14',
  },
]

for (const view of views) {
  test(`${view.name}: the address holds what is shown, files and paper say what they are of`, async ({
    page,
  }) => {
    test.slow()
    await importFiles(page, [realCounties, realCity])
    await open(page, view.address)
    await settled(page)

    await test.step('address', () => roundTrip(page))
    await test.step('files', () => files(page, view))
    await test.step('paper', () => paper(page))
  })
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

/** Another choice and back again leads to the same address: nothing of it was lost on the way. */
async function roundTrip(page: Page): Promise<void> {
  const before = queryOf(page)
  const scope = page.getByRole('combobox', { name: '口径' }).first()
  await scope.selectOption('office')
  await expect.poll(() => page.url()).toContain('office')
  await scope.selectOption('whole')
  await expect.poll(() => queryOf(page)).toEqual(before)
  await settled(page)
}

function queryOf(page: Page): readonly string[] {
  const query = new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '')
  return [...query].map(([name, text]) => `${name}=${text}`).toSorted()
}

async function files(page: Page, { title, fact }: View): Promise<void> {
  const csv = (await exported(page, 'CSV')).toString('utf8')
  expect(csv).toContain(`\r\n标题,${title}`)
  expect(csv).toContain(`\r\n${fact}`)
  expect(csv).toMatch(/\r\n数据版本,\S+\r\n/)

  const drawing = (await exported(page, 'SVG 矢量图')).toString('utf8')
  const texts = drawing.replaceAll(/<[^>]*>/g, '')
  expect(drawing).toContain('<title>')
  expect(texts).toContain('数据版本：')
  expect(texts.length).toBeGreaterThan(150)

  const png = await exported(page, 'PNG 图片')
  // Width and height stand in the header of a PNG.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000)
  expect(png.readUInt32BE(20)).toBeGreaterThan(200)

  const excel = new Uint8Array(await exported(page, 'Excel'))
  const [book] = await readSource({ name: 'a', path: 'a.xlsx', bytes: excel })
  const cells = book?.grids.flatMap(({ rows }) => rows.flat()) ?? []
  expect(cells.length).toBeGreaterThan(20)
  expect(cells).toContain('数据版本')
}

async function exported(page: Page, name: string): Promise<Buffer> {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click(),
  ])
  return readFileSync(await saved.path())
}

/** On paper stands what the page shows and what it is of, and nothing that can only be clicked. */
async function paper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeHidden()
  await expect(page.getByRole('combobox', { name: '口径' })).toHaveCount(0)
  await expect(page.getByText(/数据版本：/).first()).toBeVisible()
  await expect(page.locator('main table').first()).toBeVisible()
  const hidden = await page
    .locator('.table-box:visible')
    .evaluateAll((boxes) => boxes.map((box) => box.scrollHeight - box.clientHeight))
  expect(Math.max(0, ...hidden)).toBe(0)
}
