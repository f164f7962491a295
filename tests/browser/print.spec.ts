import type { Page } from '@playwright/test'
import { openPdf } from '@/intake/readers/pdf/openPdf'
import type { PdfText } from '@/intake/readers/pdf/pdfPage'
import { expect, test } from './guarded'
import { loadSample, open } from './pages'

const unit = '00000000-0000-4000-8000-000000990121'

interface Sheet {
  readonly address: string
  /** Sheets at most: what is on a screen is no book. */
  readonly most: number
  readonly says: readonly string[]
}

const sheets: readonly Sheet[] = [
  {
    address: '/summary',
    most: 3,
    says: ['年度报告汇总表（12 个单位）', '四、政府信息公开行政复议、行政诉讼情况', '合计 12/12'],
  },
  {
    address: `/pair?a=${unit}@2020&b=${unit}@2024`,
    most: 4,
    says: ['两两对照', '砚岭县 2024 年', '四、政府信息公开行政复议、行政诉讼情况'],
  },
  { address: '/view/outcomes', most: 3, says: ['办理结果', '12/12', '数据版本'] },
  { address: '/overview', most: 4, says: ['总览', '需要处理', '数据版本'] },
  { address: '/health', most: 4, says: ['数据体检', '砚岭县 2022 年', '数据版本'] },
  { address: `/unit/${unit}`, most: 17, says: ['砚岭县', '相近单位', '12/12'] },
]

test('on paper everything is there and nothing lies over anything else', async ({ page }) => {
  test.slow()
  await loadSample(page, '虚构示例市')
  for (const { address, most, says } of sheets) {
    await test.step(address, async () => {
      await open(page, address)
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      await expect(page.locator('.chart:not(:has(canvas))')).toHaveCount(0)
      const pages = await printedWith(page, says)
      const text = pages.flat().map((run) => run.text)
      expect.soft(pages.length).toBeLessThanOrEqual(most)
      expect.soft(pages.flatMap(overprinted)).toEqual([])
      // What can only be clicked is no use on paper.
      expect.soft(text.filter((run) => /^(处置|关闭|导出|换单位)/u.test(run))).toEqual([])
    })
  }
})

/** The sheets once they say all of this: a page is first printed when it may still be drawing. */
async function printedWith(page: Page, says: readonly string[]) {
  let pages: readonly (readonly PdfText[])[] = []
  await expect(async () => {
    pages = await printed(page)
    const text = spaceless(pages.flat().map((run) => run.text))
    expect(says.filter((words) => !text.includes(spaceless([words])))).toEqual([])
  }).toPass({ timeout: 20_000 })
  return pages
}

function spaceless(texts: readonly string[]): string {
  return texts.join('').replaceAll(' ', '')
}

async function printed(page: Page): Promise<readonly (readonly PdfText[])[]> {
  const pages: (readonly PdfText[])[] = []
  for await (const { texts } of openPdf(new Uint8Array(await page.pdf()))) pages.push(texts)
  return pages
}

/** Two texts in the same place; signs of punctuation stand within the breadth of each other. */
function overprinted(all: readonly PdfText[]): readonly string[] {
  const texts = all.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return texts.flatMap((one, place) =>
    texts.slice(place + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      const height = Math.min(one.bottom - one.top, other.bottom - other.top)
      return across > 0.5 * height && down > 0.5 * height ? [`${one.text} / ${other.text}`] : []
    }),
  )
}
