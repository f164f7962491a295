import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indicators } from '@/domain/catalogue'
import { expect, test } from './guarded'
import { LONGEST_UNDER_LOAD, tellTasks, watchHeartbeat, watchTasks } from './longTasks'
import { open } from './pages'

const BYTES = 100e6
/** A browser may let the timers of a busy machine wait a second, whatever the page does. */
const LONGEST_SILENCE = 3_000
const divisions = JSON.parse(
  readFileSync(new URL('../../src/domain/divisions.json', import.meta.url), 'utf8'),
) as readonly (readonly [code: string, name: string])[]
const figures = indicators.filter(({ table }) => table !== 'prose' && table !== 'custom')

/** Lists every county for one year after the other, with no number of a real county in it. */
function writeHugeCsv(path: string): number {
  const file = openSync(path, 'w')
  const ids = figures.map(({ id }) => id)
  writeSync(file, `unit_code,unit_name,year,scope,edition,${ids.join(',')}\n`)
  const counties = divisions.filter(([code]) => !code.endsWith('00'))
  let rows = 0
  for (let year = 2001; statSync(path).size < BYTES; year++) {
    const lines = counties.map(
      ([code, name]) => `${code},${name},${year},whole,2021${',不适用'.repeat(ids.length)}\n`,
    )
    writeSync(file, lines.join(''))
    rows += lines.length
  }
  closeSync(file)
  return rows
}

test('a CSV of 100 MB is read, and the page never stands still @long', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjian-'))
  try {
    const path = join(folder, '历年汇总.csv')
    const rows = writeHugeCsv(path)
    await open(page, '/import')
    await watchTasks(page)
    await watchHeartbeat(page)
    await page.getByLabel('选择要导入的文件', { exact: true }).setInputFiles(path)
    const reading = page.getByRole('region', { name: '读取进度' })
    await expect(reading).toContainText('历年汇总.csv')
    const review = page.getByRole('region', { name: '审阅', exact: true })
    await expect(review).toContainText(`1 个文件，${rows.toLocaleString('en-US')} 份年报`, {
      timeout: 150_000,
    })

    expect(await tellTasks(page, 'a CSV of 100 MB')).toBeLessThan(LONGEST_UNDER_LOAD)
    const silence = await page.evaluate(() => window.longestSilence)
    // eslint-disable-next-line no-console -- a measurement for whoever runs the test
    console.log(`a CSV of 100 MB: the page stood still for ${Math.round(silence)} ms at most`)
    expect(silence).toBeLessThan(LONGEST_SILENCE)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what is too large to be read is refused at once, with the reason @long', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjian-'))
  try {
    const path = join(folder, '太大.csv')
    const file = openSync(path, 'w')
    writeSync(file, 'unit_code,unit_name,year\n')
    writeSync(file, '\n', 300e6)
    closeSync(file)
    await open(page, '/import')
    await watchHeartbeat(page)
    await page.getByLabel('选择要导入的文件', { exact: true }).setInputFiles(path)

    const detail = page.getByRole('region', { name: '太大.csv 的细节' })
    await expect(detail).toContainText(/太大|超过|上限/, { timeout: 120_000 })
    expect(await page.evaluate(() => window.longestSilence)).toBeLessThan(LONGEST_SILENCE)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
