import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printForm } from '../documents/formTables'
import { pieces, renderDocument } from '../documents/houseStyles'
import { plainPdf } from '../documents/plainPdf'
import { renderDocx } from '../documents/renderDocx'
import { zip } from '../intake/readers/zips'
import { realReport } from '../realReports'
import { expect, test } from './guarded'
import { chooseFiles, textFile, type TestFile } from './pages'

const BLANK = { kind: 'blank' } as const

function document(name: string): TestFile {
  const path = fileURLToPath(new URL(`../../fixtures/documents/${name}`, import.meta.url))
  return { name, content: readFileSync(path) }
}

test('published reports are read in the browser: PDF, Word and what is none', async ({ page }) => {
  await chooseFiles(page, [
    document('old-form.pdf'),
    document('new-form.docx'),
    textFile('budget.html', '<html><body><h1>示例县2023年部门预算</h1></body></html>'),
    { name: 'scan.pdf', content: Buffer.from(plainPdf('q 300 0 0 200 0 0 cm /Im1 Do Q')) },
  ])
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })

  await expect(row('old-form.pdf')).toContainText('PDF，法定表格')
  await expect(row('old-form.pdf')).toContainText('210')
  await expect(row('new-form.docx')).toContainText('Word（docx），法定表格')
  await expect(row('new-form.docx')).toContainText('212')
  await expect(row('budget.html')).toContainText('不是政府信息公开年报，像是预算')
  await expect(row('scan.pdf')).toContainText('扫描件，没有文字')
})

test('a PDF that names a Chinese character map finds it beside the program', async ({ page }) => {
  const content = Buffer.from(plainPdf('BT /F2 12 Tf 20 100 Td <B9E6D5C2> Tj ET'))
  const map = page.context().waitForEvent('request', (request) => request.url().includes('/cmaps/'))
  await chooseFiles(page, [{ name: 'gbk.pdf', content }])

  expect(new URL((await map).url()).pathname).toBe('/cmaps/GBK-EUC-H.bcmap')
  await expect(page.getByText('规章').first()).toBeVisible()
})

test('an empty form is told of by name, also inside an archive among filled ones', async ({
  page,
}) => {
  const report = realReport('洪泽区', 2023)
  const blank = { ...report, cells: new Map([...report.cells].map(([id]) => [id, BLANK])) }
  const title = '淮安市洪泽区2023年政府信息公开工作年度报告'
  const packed = zip({
    '年报.html': renderDocument(printForm(report, '2021'), 'html', title),
    '空表.docx': await renderDocx(pieces(printForm(blank, '2021'), title)),
  })
  await chooseFiles(page, [{ name: '洪泽区.zip', content: Buffer.from(packed) }])

  const unread = page.getByRole('list', { name: '其中没有读入的文件' })
  await expect(unread).toHaveText('空表.docx 空白表样，没有填数')
  await expect(page.getByRole('row').filter({ hasText: '空表.docx' })).toContainText('洪泽区.zip')
  await expect(page.getByText('这是一份空白表样，没有填写数字，没有导入。')).toBeVisible()
})
