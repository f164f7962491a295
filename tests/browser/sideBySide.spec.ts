import type { Browser, Page } from '@playwright/test'
import { printForm } from '../documents/formTables'
import { pieces, renderDocument } from '../documents/houseStyles'
import { renderDocx } from '../documents/renderDocx'
import { papers, printInBrowser } from '../documents/renderPdf'
import { zip } from '../intake/readers/zips'
import { realReport } from '../realReports'
import { expect, test } from './guarded'
import { chooseFiles, commitReview, open, textFile, type TestFile } from './pages'

const hongze = printForm(realReport('洪泽区', 2023), '2021')
const HONGZE = '淮安市洪泽区2023年政府信息公开工作年度报告'
const counted = {
  overview: [
    '全年通过政府门户网站公开信息1136条，编制30个领域标准目录，梳理20个主题领域知识问答。',
  ],
  others: [],
}

/** The row 部分公开 of table 三 without one of its cells. */
function withLostCell(): typeof hongze {
  const three = hongze.three.map((row) =>
    row.some(({ text }) => text.startsWith('（二）部分公开')) ? row.toSpliced(-2, 1) : row,
  )
  return { ...hongze, three }
}

async function wordFile(name: string): Promise<TestFile> {
  return { name, content: Buffer.from(await renderDocx(pieces(withLostCell(), HONGZE, counted))) }
}

async function pdfFile(browser: Browser, name: string): Promise<TestFile> {
  const [paper] = papers
  if (paper === undefined) throw new Error('a paper')
  const printed = await printInBrowser(browser, pieces(hongze, HONGZE, counted), paper)
  return { name, content: Buffer.from(printed) }
}

const original = (page: Page) => page.getByRole('region', { name: '原件' })
const form = (page: Page) => page.getByRole('region', { name: '读到的年报' })
const chosen = (page: Page) => page.getByRole('region', { name: '所选的格' })
const figure = (page: Page, name: string | RegExp) => form(page).getByRole('button', { name })

async function compare(page: Page, file: string): Promise<void> {
  await page.getByRole('link', { name: `对照原件 ${file}` }).click()
  await expect(page.getByRole('heading', { name: '对照原件' })).toBeVisible()
}

test('a Word file stands beside its form: cell to place, place to cell', async ({ page }) => {
  await chooseFiles(page, [await wordFile('洪泽区.docx')])
  await compare(page, '洪泽区.docx')
  await expect(original(page).getByText('一、总体情况')).toBeVisible()

  await figure(page, /^本年新收.*总计：21/).click()
  await expect(original(page).locator('[data-chosen]')).toHaveText('21')
  await expect(original(page).locator('[data-chosen]')).toBeInViewport()
  await expect(chosen(page)).toContainText('21 件')
  await expect(page).toHaveURL(/cell=requests\.new\.total/)

  await form(page)
    .getByRole('button', { name: /合计不平/ })
    .first()
    .click()
  await expect(page).toHaveURL(/cell=(?:review|litigation)/)
  await expect(original(page).locator('[data-chosen]')).toBeInViewport()

  await original(page).getByRole('button', { name: '1136条' }).click()
  await expect(chosen(page)).toContainText('政府门户网站主动公开信息')
  await expect(form(page).locator('[data-chosen]')).toContainText('1,136')
  await expect(form(page).locator('[data-chosen]')).toBeInViewport()
})

test('a proposal and a count of the text are taken by a click, and belong to the batch', async ({
  page,
}) => {
  await chooseFiles(page, [await wordFile('洪泽区.docx')])
  await compare(page, '洪泽区.docx')
  const proposals = page.getByRole('region', { name: '建议' })
  await expect(figure(page, /部分公开.*总计：不可读/)).toBeVisible()
  await expect(proposals).toContainText('缺一格，应为 4、0、0、0、0、0、4')

  await proposals.getByRole('button', { name: '采纳建议' }).click()
  await expect(proposals).toHaveCount(0)
  await figure(page, /部分公开.*总计：4，审阅中改过/).click()
  await expect(chosen(page)).toContainText('理由：采纳建议')

  await form(page).getByRole('button', { name: '保留 20个主题领域知识问答' }).click()
  await expect(form(page).getByText('主题领域知识问答(个)')).toBeVisible()
  await page.reload()
  await expect(figure(page, /部分公开.*总计：4，审阅中改过/)).toBeVisible()
  await expect(form(page).getByText('主题领域知识问答(个)')).toBeVisible()

  await page.getByRole('link', { name: '回到审阅' }).click()
  await commitReview(page)
  await open(page, '/view/outcomes?units=all&mode=year&year=2023')
  await expect(page.getByRole('grid')).toContainText('洪泽区')
})

test('the trace of a number opens its page in the PDF, the cell marked', async ({
  page,
  browser,
}) => {
  await chooseFiles(page, [await pdfFile(browser, '洪泽区.pdf')])
  await compare(page, '洪泽区.pdf')
  const canvas = original(page).locator('canvas').first()
  await expect(canvas).toBeVisible()
  await expect(original(page).getByText('一、总体情况')).toBeAttached()
  await expect.poll(() => darkPixels(page)).toBeGreaterThan(500)

  await figure(page, /结转下年度继续办理·总计/).click()
  await expect(original(page).locator('[data-chosen]')).toBeInViewport()
  await original(page)
    .getByRole('button', { name: /^本年新收.*总计：21/ })
    .click()
  await expect(form(page).locator('[data-chosen]')).toHaveText('21')

  await page.getByRole('link', { name: '回到审阅' }).click()
  await commitReview(page)
  await open(page, '/view/disclosure?units=all&mode=year&year=2023')
  await page
    .getByRole('row', { name: /洪泽区/ })
    .getByRole('button')
    .nth(1)
    .click()
  await page
    .getByRole('dialog', { name: '这个数哪来的' })
    .getByRole('link', { name: '在原件中看这个数' })
    .first()
    .click()
  await expect(original(page).locator('[data-chosen]')).toBeInViewport()
  await expect(chosen(page)).toContainText('原文 5')
  // Below the reminder of a backup there is room for both panes and the cell.
  await expect(page.getByText('还没有备份过')).toBeVisible()
  await expect(chosen(page)).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
  await expect(page.getByRole('button', { name: '改这一格' })).toHaveCount(0)
})

test('documents of one drop are stepped through by keys, each with its state', async ({ page }) => {
  const text = renderDocument(hongze, 'tabs', '淮安市洪泽区2022年政府信息公开工作年度报告')
  await chooseFiles(page, [
    textFile('a.txt', text),
    await wordFile('b.docx'),
    textFile('c.html', '<html><body><h1>示例县2023年部门预算</h1></body></html>'),
  ])
  await compare(page, 'a.txt')
  const files = page.getByRole('group', { name: '这一批的文件' })
  await expect(files).toContainText('1 / 3')
  await expect(files).toContainText('待核')

  await page.keyboard.press(']')
  await expect(files).toContainText('建议 1')
  await expect(original(page).getByText('一、总体情况')).toBeVisible()
  await page.keyboard.press(']')
  await expect(files).toContainText('不是政府信息公开年报，像是预算')
  await expect(form(page)).toContainText('像是预算')
  await expect(original(page)).toContainText('示例县2023年部门预算')
  await page.keyboard.press('[')
  await expect(files).toContainText('2 / 3')
})

test('reports of an archive are stepped through one by one, a PDF among them drawn', async ({
  page,
  browser,
}) => {
  const text = renderDocument(hongze, 'html', '淮安市洪泽区2022年政府信息公开工作年度报告')
  const { content } = await pdfFile(browser, 'b.pdf')
  const packed = zip({ 'a.html': text, 'b.pdf': content })
  await chooseFiles(page, [{ name: '洪泽区.zip', content: Buffer.from(packed) }])
  await compare(page, '洪泽区.zip')
  const files = page.getByRole('group', { name: '这一批的文件' })
  await expect(files).toContainText('1 / 2')
  await expect(original(page)).toContainText('一、总体情况')
  await page.keyboard.press(']')
  await expect(files.locator('option:checked')).toContainText('洪泽区.zip/b.pdf')
  await expect(original(page).locator('canvas').first()).toBeVisible()
  await expect.poll(() => darkPixels(page)).toBeGreaterThan(500)
  await figure(page, /^本年新收.*总计：21/).click()
  await expect(original(page).locator('[data-chosen]')).toBeInViewport()
})

test('every counted phrase can be kept as it was told, and its trace opens the sentence', async ({
  page,
}) => {
  const told = {
    overview: [
      '栏目年点击量约120万余人次，同比下降12.5%。投入工作经费约3.5万元，群众满意度达98.6%。',
    ],
    others: [],
  }
  await chooseFiles(page, [textFile('a.html', renderDocument(hongze, 'html', HONGZE, told))])
  await compare(page, 'a.html')
  const kept = [
    ['约120万余人次', '栏目年点击量(人次)', '约 1,200,000 人次'],
    ['同比下降12.5%', '栏目年点击量同比(%)', '-12.5 %'],
    ['投入工作经费约3.5万元', '投入工作经费(元)', '约 35,000 元'],
    ['群众满意度98.6%', '群众满意度(%)', '98.6 %'],
  ] as const
  for (const [phrase, name] of kept) {
    await form(page)
      .getByRole('button', { name: `保留 ${phrase}` })
      .click()
    await expect(figure(page, new RegExp(`^${name.replace(/[()（）%]/g, '.')}`))).toBeVisible()
  }
  await figure(page, /^栏目年点击量同比/).click()
  await expect(chosen(page)).toContainText('-12.5')
  await expect(chosen(page)).toContainText('同比下降12.5%')
  await page.getByRole('link', { name: '回到审阅' }).click()
  await commitReview(page)

  await open(page, '/lookup?q=-12.5&units=all')
  await page
    .getByRole('row', { name: /栏目年点击量同比/ })
    .getByRole('button')
    .first()
    .click()
  await page
    .getByRole('dialog', { name: '这个数哪来的' })
    .getByRole('link', { name: '在原件中看这个数' })
    .first()
    .click()
  await expect(original(page).locator('[data-chosen]')).toBeInViewport()
  await expect(original(page).locator('[data-chosen]')).toContainText('12.5')
})

/** Dark pixels of the first page as it is drawn. */
function darkPixels(page: Page): Promise<number> {
  return original(page)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const copy = document.createElement('canvas')
      copy.width = canvas.width
      copy.height = canvas.height
      const context = copy.getContext('2d')
      if (context === null || canvas.width === 0) return 0
      context.drawImage(canvas, 0, 0)
      const { data } = context.getImageData(0, 0, copy.width, copy.height)
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark++
      return dark
    })
}

test('year and scope are asked beside the original with what each says, and the answer shows at once', async ({
  page,
}) => {
  const period = { overview: ['本报告统计期限为2022年1月1日至2022年12月31日。'], others: [] }
  const text = renderDocument(hongze, 'tabs', HONGZE, period)
  const name = '洪泽区人民政府办公室2023.txt'
  await chooseFiles(page, [textFile(name, text.replace('洪泽区2023', '洪泽区人民政府2023'))])
  await compare(page, name)
  const questions = page.getByRole('region', { name: '这份文件的问题' })
  await expect(questions).toContainText('年份有 2 种说法，现在按“2023”读')
  await expect(questions).toContainText('2022——正文：“2022年1月1日至2022年12月31日”')
  await expect(questions).toContainText('2023——标题、文件名：“淮安市洪泽区人民政府2023年')

  await questions.getByRole('button', { name: '2022（正文）' }).click()
  await expect(page.getByText('洪泽区，2022 年，2021 表样')).toBeVisible()
  await expect(questions).toContainText('办公室本级——文件名')
  await questions.getByRole('button', { name: '办公室本级', exact: true }).click()
  await expect(page.getByText('洪泽区，2022 年，办公室本级，2021 表样')).toBeVisible()
  await expect(figure(page, /^本年新收.*总计：21/)).toBeVisible()

  // An answer is not the last word: it is folded away, to be changed.
  await questions.getByText('推断和回答过的 2 处，可以改').click()
  await questions.getByRole('button', { name: '全县汇总', exact: true }).click()
  await expect(page.getByText('洪泽区，2022 年，2021 表样')).toBeVisible()
})
