import { expect, test } from './guarded'
import { chooseFiles, commitReview, open, readView, textFile } from './pages'

const head = '单位代码,单位名称,年份,口径,表样,行政许可·处理决定,行政事业性收费·金额'

/** Files that cannot be read as they should, and what the review must say of them, with the place. */
const faults: readonly {
  readonly title: string
  readonly content: Buffer
  readonly says: readonly RegExp[]
}[] = [
  { title: 'an empty file', content: Buffer.alloc(0), says: [/空/] },
  {
    title: 'a binary file',
    content: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)),
    says: [/二进制|不是文本|不能识别|无法识别/],
  },
  {
    title: 'a table without a unit column',
    content: Buffer.from('年份,行政许可·处理决定\n2023,5\n'),
    says: [/单位/],
  },
  {
    title: 'a table without a year column',
    content: Buffer.from('单位名称,行政许可·处理决定\n汉阴县,5\n'),
    says: [/年份|年度/],
  },
  {
    title: 'a year 20x3',
    content: rows('610921,汉阴县,20x3,,2021,5,1'),
    says: [/20x3/, /第 ?2 ?行/],
  },
  {
    title: 'a value 12a',
    content: rows('610921,汉阴县,2023,,2021,12a,1'),
    says: [/12a/, /第 ?2 ?行/],
  },
  {
    title: 'a value 1 2',
    content: rows('610921,汉阴县,2023,,2021,1 2,1'),
    says: [/1 2/, /第 ?2 ?行/],
  },
  {
    title: 'a value with a full-width comma',
    content: rows('610921,汉阴县,2023,,2021,1，234,1'),
    says: [/1，234/, /第 ?2 ?行/],
  },
  {
    title: 'a fee in 元',
    content: rows('610921,汉阴县,2023,,2021,5,1077.89元'),
    says: [/1077\.89元/, /第 ?2 ?行/],
  },
  {
    title: 'a report that stands twice',
    content: rows('610921,汉阴县,2023,,2021,5,1', '610921,汉阴县,2023,,2021,6,2'),
    says: [/第 ?3 ?行/, /已在第 2 行出现/],
  },
]

for (const { title, content, says } of faults) {
  test(`${title} is told clearly, with its place`, async ({ page }) => {
    await chooseFiles(page, [{ name: '坏文件.csv', content }])
    const detail = page.getByRole('region', { name: '坏文件.csv 的细节' })

    await expect(detail).toBeVisible()
    for (const words of says) await expect(detail).toContainText(words)
  })
}

test('what is good in a faulty file is imported, and nothing of the rest', async ({ page }) => {
  const content = rows(
    '610921,汉阴县,2023,,2021,18468,1077.892534',
    '320831,金湖县,20x3,,2021,1,2',
    '320813,洪泽区,2023,,2021,12a,7730.28',
  )
  await chooseFiles(page, [{ name: '坏文件.csv', content }, textFile('空文件.csv', '')])
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toContainText('2 份年报')
  await commitReview(page)

  const licences = await readView(page, '/view/enforcement?units=all&mode=year&year=2023')
  expect(Object.values(licences['汉阴县'] ?? {})[0]).toBe('18,468')
  expect(Object.values(licences['洪泽区'] ?? {})[0]).toBe('不可读')
  expect(licences['金湖县']).toBeUndefined()
  const fees = await readView(page, '/view/fees?units=all&mode=year&year=2023')
  expect(Object.values(fees['洪泽区'] ?? {})[0]).toBe('7,730.28')
})

test('what a file says is shown as text and runs nothing', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)>'
  const content = rows(`,${name},2023,,2021,<script>alert(1)</script>,{{7*7}}`)
  await chooseFiles(page, [{ name: '坏文件.csv', content }])

  await expect(page.getByText(name).first()).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
  await open(page, '/batches')
})

function rows(...lines: readonly string[]): Buffer {
  return Buffer.from(`${[head, ...lines].join('\n')}\n`)
}
