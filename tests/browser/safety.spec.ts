import { plainAddress } from './address'
import { expect, test } from './guarded'
import { chooseFiles, importFiles, open, readView, realCity, realCounties, textFile } from './pages'

test('a reading that is cancelled leaves nothing', async ({ page }) => {
  await importFiles(page, [realCity])
  const lines = Array.from(
    { length: 300_000 },
    (_, index) =>
      `610921,"汉阴县",${String(2008 + (index % 16))},whole,2021,"custom.项${String(index)}",${String(index)}`,
  )
  const large = ['unit_code,unit_name,year,scope,edition,indicator,value', ...lines].join('\n')
  await chooseFiles(page, [textFile('很大的长表.csv', large)])
  await page.getByRole('button', { name: '取消读取' }).click()

  await expect(page.getByRole('button', { name: '选择文件…' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toHaveCount(0)
  const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')
  expect(Object.keys(table).filter((name) => name !== '合计')).toEqual(['宿迁市'])
})

test('a draft under review survives a reload, and can be thrown away', async ({ page }) => {
  await chooseFiles(page, [realCounties])
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toBeVisible()
  // The draft is written down behind the review that is already on screen.
  await page.waitForTimeout(1_500)
  await page.reload()
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toContainText('3 份年报')
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()

  await expect(page.getByRole('region', { name: '审阅', exact: true })).toHaveCount(0)
  await open(page, '/batches')
  await expect(page.getByText('还没有批次')).toBeVisible()
})

test('data that the browser lost are missed in words, not met with a blank page', async ({
  page,
}) => {
  await importFiles(page, [realCounties, realCity])
  await page.goto('about:blank')
  // What a browser does when it runs short of space: the data go, the small notes stay.
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(test.info().project.use.baseURL ?? '').origin,
    storageTypes: 'indexeddb',
  })
  await page.goto('/')

  await expect(page.getByRole('heading', { name: '浏览器丢失了数据' })).toBeVisible()
  await expect(page.locator('main')).toContainText('5 份年报，现在一份也没有')
  await page.getByRole('button', { name: '从头开始…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '从头开始' }).click()
  await expect(page.getByRole('heading', { name: '浏览器丢失了数据' })).toHaveCount(0)
})

test('a package brings everything back', async ({ page }) => {
  await importFiles(page, [realCounties, realCity])
  await open(page, '/batches')
  const saving = page.waitForEvent('download')
  await page
    .getByRole('button', { name: /导出数据包/ })
    .first()
    .click()
  const saved = await (await saving).path()
  await page.getByRole('button', { name: /^撤销/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()

  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '从数据包恢复…' }).click()
  await (await choosing).setFiles(saved)
  const offer = page.getByRole('dialog')
  await expect(offer).toContainText('1 个批次、5 份年报、2 个来源文件')
  await offer.getByRole('button', { name: '代替并恢复' }).click()
  await expect(offer).toBeHidden()
  const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')
  expect(Object.values(table['汉阴县'] ?? {})[0]).toBe('1,077.892534')
})

test('it works under plain http on another name than localhost', async ({ page }) => {
  await page.goto(plainAddress)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.goto(`${plainAddress}#/import`)
  await page.getByLabel('选择要导入的文件', { exact: true }).setInputFiles({
    name: realCounties.name,
    mimeType: 'text/csv',
    buffer: realCounties.content,
  })
  await page.getByRole('button', { name: '写入为一个批次' }).click()
  await expect(page.getByText(/^已写入批次 \d+$/)).toBeVisible()
  await page.goto(`${plainAddress}#/view/fees?units=all&mode=year&year=2023`)
  await page.reload()

  await expect(page.getByRole('button', { name: '1,077.892534' })).toBeVisible()
})
