import { readFile } from 'node:fs/promises'
import { read, utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { chooseFiles, commitReview, open, readView, type TestFile } from './pages'

const FIXED_COLUMNS = 5
const units = [
  ['610921', '汉阴县'],
  ['320813', '洪泽区'],
] as const

async function template(page: Page, name: string): Promise<Buffer> {
  await open(page, '/import')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  return readFile(await (await saving).path())
}

/** A report a unit, the number of each figure its column and a hundred a row. */
function rowsFor(columns: number, edition: string): (string | number)[][] {
  return units.map(([code, name], row) => [
    ...[code, name, 2023, '', edition],
    ...Array.from({ length: columns - FIXED_COLUMNS - 2 }, (_, at) => 100 * (row + 1) + at),
    ...['2024-03-28', `https://www.example.gov.cn/${String(row)}.html`],
  ])
}

/** No question, no finding above a note, and the fees of both units as they were typed. */
async function expectPlainImport(page: Page, file: TestFile, figures: number): Promise<void> {
  await chooseFiles(page, [file])
  const review = page.getByRole('region', { name: '审阅', exact: true })
  await expect(review).toContainText('1 个文件，2 份年报')
  await expect(review).toContainText(`新增 ${String(2 * figures)} 格，改写 0 格`)
  await expect(review.getByText(/待确认单位/)).toHaveCount(0)
  await expect(review.getByText(/^[错疑] \d/)).toHaveCount(0)
  await commitReview(page)
}

test('a CSV template, filled in, imports without a question', async ({ page }) => {
  const empty = (await template(page, '2021 表样 CSV')).toString()
  const ids = (empty.split('\r\n')[0] ?? '').split(',')
  const rows = rowsFor(ids.length, '2021')
  const filled = empty + rows.map((row) => `${row.join(',')}\r\n`).join('')

  await expectPlainImport(
    page,
    { name: '填好.csv', content: Buffer.from(filled) },
    ids.length - FIXED_COLUMNS,
  )
  const fees = ids.indexOf('fees.amount')
  const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')
  expect(Object.values(table['汉阴县'] ?? {})[0]).toBe(String(rows[0]?.[fees]))
  expect(Object.values(table['洪泽区'] ?? {})[0]).toBe(String(rows[1]?.[fees]))
})

for (const edition of ['2021', '2019'] as const) {
  test(`the workbook of ${edition} tells how to fill it in, and imports filled`, async ({
    page,
  }) => {
    const workbook = read(await template(page, `${edition} 表样 Excel`))
    expect(workbook.SheetNames).toEqual(['填报', '填报说明', '数据字典'])
    const [name = ''] = workbook.SheetNames
    const sheet = workbook.Sheets[name]
    if (sheet === undefined) throw new Error('The template has no sheet to fill in')
    const columns = utils.decode_range(sheet['!ref'] ?? '').e.c + 1
    utils.sheet_add_aoa(sheet, rowsFor(columns, edition), { origin: -1 })
    const content = Buffer.from(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)

    await expectPlainImport(page, { name: '填好.xlsx', content }, columns - FIXED_COLUMNS)
  })
}
