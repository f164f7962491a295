import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import {
  commitReview,
  dropFiles,
  importFiles,
  open,
  readView,
  realCity,
  realCounties,
  type Table,
} from './pages'

const in2023 = 'units=all&mode=year&year=2023'

/** What the published reports of 2023 say, by unit. */
const published = {
  disclosure: {
    汉阴县: ['6', '0', '16'],
    洪泽区: ['0', '5', '5'],
    金湖县: ['3', '6', '14'],
    宿迁市: ['109', '489', '597'],
  },
  outcomes: {
    汉阴县: ['空', '14', '5', '6', '不可计算', '不可计算', '不可计算'],
    洪泽区: ['21', '0', '4', '3', '13', '1', '0'],
    金湖县: ['143', '62', '4', '5', '48', '5', '19'],
    宿迁市: ['3,486', '1,191', '328', '142', '1,078', '406', '341'],
  },
  enforcement: {
    汉阴县: ['18,468', '696', '2'],
    洪泽区: ['550', '4,119', '195'],
    金湖县: ['54,408', '2,086', '1,272'],
    宿迁市: ['1,808,595', '2,822,652', '20,163'],
  },
  fees: {
    汉阴县: ['1,077.892534'],
    洪泽区: ['7,730.28'],
    金湖县: ['14,722.49'],
    宿迁市: ['59,237.2449'],
  },
} as const

test('dropped files draw all four views with the published figures, until they are undone', async ({
  page,
}) => {
  await page.goto('/')
  await dropFiles(page, [realCounties, realCity])
  const review = page.getByRole('region', { name: '审阅', exact: true })
  await expect(review).toContainText('2 个文件，5 份年报')
  await expect(review.getByRole('row', { name: /counties\.gb18030\.csv/ })).toContainText('宽表')
  await commitReview(page)

  await seeAllViews(page)
  await page.reload()
  await seeAllViews(page)

  await open(page, '/batches')
  await page.getByRole('button', { name: /^撤销/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  for (const view of Object.keys(published)) {
    await open(page, `/view/${view}?${in2023}`)
    await expect(page.getByText('1,077.892534')).toHaveCount(0)
    await expect(page.getByRole('rowheader', { name: /汉阴县/ })).toHaveCount(0)
  }
})

test('importing the same files again adds nothing and makes no batch', async ({ page }) => {
  await importFiles(page, [realCounties, realCity])
  await page.goto('/')
  await dropFiles(page, [realCounties, realCity])
  const review = page.getByRole('region', { name: '审阅', exact: true })

  await expect(review).toContainText('新增 0 格，改写 0 格')
})

test.describe('汉阴县 2023, whose table 三 is lost after （三）8', () => {
  test.beforeEach(async ({ page }) => {
    await importFiles(page, [realCounties])
  })

  test('shows its fee to the last digit', async ({ page }) => {
    const table = await readView(page, `/view/fees?${in2023}`)

    expect(figures(table, '汉阴县')).toEqual(['1,077.892534'])
  })

  test('has no rate of disclosure, nor any other rate over the unknown total', async ({ page }) => {
    const table = await readView(page, `/view/outcomes?${in2023}&subject=rates`)
    const hanyin = Object.entries(table['汉阴县'] ?? {})

    expect(hanyin.find(([heading]) => heading.includes('公开率'))?.[1]).toBe('不可计算')
    expect(hanyin.map(([, text]) => text).filter((text) => text !== '不可计算')).toEqual([])
    expect(table['金湖县']).not.toEqual(table['汉阴县'])
  })

  test('shows 0 for none of the lost figures', async ({ page }) => {
    for (const subject of ['unavailable', 'rejected', 'other']) {
      const table = await readView(page, `/view/outcomes?${in2023}&subject=${subject}`)
      const texts = Object.values(table['汉阴县'] ?? {})

      expect(texts.length).toBeGreaterThan(2)
      expect(texts.filter((text) => !['空', '不可计算', '未列'].includes(text))).toEqual([])
    }
    const volume = await readView(page, `/view/outcomes?${in2023}&subject=volume`)
    expect(figures(volume, '汉阴县')).toEqual(['30', '0', '空', '空'])
  })
})

test('洪泽区 2023 has one row of other outcomes: its parts are absent and nothing is counted twice', async ({
  page,
}) => {
  await importFiles(page, [realCounties])
  const parts = await readView(page, `/view/outcomes?${in2023}&subject=other`)
  const groups = await readView(page, `/view/outcomes?${in2023}`)
  const [all, ...rows] = Object.values(parts['洪泽区'] ?? {})

  expect(all).toBe('0')
  expect(rows).toEqual(['未列', '未列', '未列', '0'])
  const [total, ...outcomes] = figures(groups, '洪泽区').map(Number)
  expect(outcomes.reduce((sum, outcome) => sum + outcome, 0)).toBe(total)
})

async function seeAllViews(page: Page): Promise<void> {
  for (const [view, expected] of Object.entries(published)) {
    const table = await readView(page, `/view/${view}?${in2023}`)
    const seen = Object.keys(expected).map((unit) => [unit, figures(table, unit)])

    expect(Object.fromEntries(seen)).toEqual(expected)
    await expect(page.getByRole('img').first()).toBeVisible()
    await expect(page.locator('main canvas').first()).toBeVisible()
  }
}

/** The figures of the 2021 form in a unit's row, without shares and changes. */
function figures(table: Table, unit: string): string[] {
  return Object.entries(table[unit] ?? {})
    .filter(([heading]) => !heading.includes('同比'))
    .map(([, text]) => withoutShare(text))
}

function withoutShare(text: string): string {
  return text.replace(/（.*）$/, '')
}
