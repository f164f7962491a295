import type { Locator, Page } from '@playwright/test'
import { expect, test } from './guarded'
import { commitReview, dropFiles, importFiles, open, readView, textFile } from './pages'

const HEADER = 'unit_code,unit_name,year,scope,edition,requests.new.total,requests.carriedIn.total'
const in2023 = '/view/outcomes?units=all&mode=year&year=2023&subject=volume'

function table(name: string, rows: readonly string[]) {
  return textFile(name, [HEADER, ...rows].join('\n') + '\n')
}

const faulty = table('更正后.csv', [
  '610921,汉阴县,2023,whole,2021,12a,4',
  '320813,洪泽区,2023,whole,2021,7元,5',
  '320831,金湖县,2023,whole,2021,8元,6',
  '610921,汉阴县,2022,whole,2021,40,3',
])

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: '草稿的各格' })
}

function active(page: Page): Locator {
  return grid(page).getByRole('gridcell', { selected: true })
}

async function received(page: Page, year = '2023'): Promise<Readonly<Record<string, string>>> {
  const table = await readView(page, in2023.replace('2023', year))
  return Object.fromEntries(
    Object.entries(table)
      .filter(([unit]) => unit !== '合计')
      .map(([unit, cells]) => {
        const [first = ''] = Object.values(cells)
        return [unit, first.replace(/（.*）$/, '')]
      }),
  )
}

test('faults are found, fixed in place and all alike, differences chosen, and all of it undone', async ({
  page,
}) => {
  await importFiles(page, [table('先前.csv', ['610921,汉阴县,2022,whole,2021,30,3'])])
  await open(page, '/import')
  await dropFiles(page, [faulty])
  const review = page.getByRole('region', { name: '逐格审阅' })
  await expect(review).toContainText('4 份年报 × 2 个指标')

  await review.getByRole('radio', { name: '只看有问题的 3' }).check()
  await expect(review).toContainText('显示 3 份 × 1 个')
  await review.getByRole('button', { name: '下一处' }).click()
  await expect(active(page)).toHaveText('✕7元')
  await page.keyboard.press('Shift+F8')
  await expect(active(page)).toHaveText('✕12a')
  const cell = review.getByRole('region', { name: '这一格' })
  await expect(cell).toContainText('汉阴县 2023 年')
  await expect(cell).toContainText('第 2 行 第 6 列（F）')
  await expect(cell).toContainText('“12a” 不是数字')

  await grid(page).press('Enter')
  const editor = page.getByRole('form', { name: '改这一格' })
  await editor.getByLabel('改后的数').fill('12')
  await editor.getByRole('button', { name: '改这一格' }).click()
  await expect(editor.getByRole('alert')).toHaveText('请写理由。')
  await editor.getByLabel(/^理由/).fill('与纸质年报核对')
  await page.keyboard.press('Enter')
  await expect(review.getByText('只看有问题的 2')).toBeVisible()

  await review.getByRole('button', { name: '同类一并修改…' }).click()
  const alike = page.getByRole('dialog', { name: '同类一并修改' })
  await alike.getByLabel('写法').selectOption({ label: '“数元”　不是数字　2 格' })
  await expect(alike.getByRole('status')).toContainText('会改 2 格')
  await expect(alike.getByRole('row', { name: /洪泽区/ })).toContainText('7元')
  await alike.getByLabel('理由').fill('单位写进了数里')
  await alike.getByRole('button', { name: '改这 2 格' }).click()
  await expect(review.getByText('只看有问题的 0')).toBeVisible()

  await review.getByRole('radio', { name: '与已有不同 1' }).check()
  await expect(active(page)).toHaveText('≠40')
  await expect(cell).toContainText('变化：已有 30')
  await cell.getByRole('radio', { name: '用文件的值' }).check()
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toContainText('改写 1 格')

  await expect(page).toHaveURL(/#\/import\?cells=differing$/)

  await page.reload()
  await expect(review).toContainText('已改 3 格，写入前可以收回')
  await expect(review.getByRole('radio', { name: '与已有不同 1' })).toBeChecked()
  await commitReview(page)

  expect(await received(page)).toEqual({ 汉阴县: '12 更', 洪泽区: '7 更', 金湖县: '8 更' })
  await page
    .getByRole('row', { name: /汉阴县/ })
    .getByRole('button')
    .first()
    .click()
  const trace = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(trace).toContainText('12a')
  await expect(trace).toContainText('与纸质年报核对')
  await page.keyboard.press('Escape')
  expect(await received(page, '2022')).toMatchObject({ 汉阴县: '40' })

  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('button', { name: '恢复批次 2' })).toBeVisible()
  expect(await received(page, '2022')).toMatchObject({ 汉阴县: '30' })
  await open(page, '/batches')
  await page.getByRole('button', { name: '恢复批次 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByRole('button', { name: '撤销批次 2' })).toBeVisible()
  expect(await received(page)).toEqual({ 汉阴县: '12 更', 洪泽区: '7 更', 金湖县: '8 更' })
})
