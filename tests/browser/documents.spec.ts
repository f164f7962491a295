import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { plainPdf } from '../documents/plainPdf'
import { expect, test } from './guarded'
import { chooseFiles, textFile, type TestFile } from './pages'

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
