import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inFreshBrowser, newProfile } from './pages.mjs'

const BESIDE = 10

/**
 * A drop of documents of mixed kinds, up to the review of all, and ten of them beside their forms.
 * @returns Milliseconds from choosing the files to the review, and of the longest tasks of the main
 *   thread (0: none took 50 ms); the peak memory in MB.
 */
export async function dropDocuments(browser, address, documents) {
  const folder = mkdtempSync(join(tmpdir(), 'xianjian-documents-'))
  const own = newProfile()
  try {
    const paths = documents.map(({ name, content }) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    })
    return await inFreshBrowser({ browser, profile: own.path }, (page) =>
      measure(page, address, paths),
    )
  } finally {
    own.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(page, address, paths) {
  await page.goto(`${address}#/import`)
  await page.getByLabel('选择要导入的文件', { exact: true }).waitFor()
  // The workers start ahead of the first file.
  await page.waitForTimeout(2_000)
  await page.evaluate(() => (window.bench.longest = 0))
  await page.getByLabel('选择要导入的文件', { exact: true }).setInputFiles(paths)
  const read = await page.evaluate(async () => {
    const isThere = () => document.querySelector('section[aria-label="审阅"]') !== null
    return (await window.bench.until(isThere)) - window.bench.chosenAt
  })
  const reading = await longestOf(page)

  // A search by role goes through the whole page on its main thread, for longer than 50 ms.
  await page.evaluate(() => document.querySelector('a[href*="#/original"]').click())
  for (let at = 0; at < BESIDE; at++) {
    await page.evaluate(async () => {
      const isThere = () =>
        document.querySelector('section[aria-label="原件"]')?.textContent.includes('总体情况')
      await window.bench.until(isThere)
    })
    await page.waitForTimeout(700)
    await page.keyboard.press(']')
  }
  return { read, reading, beside: await longestOf(page) }
}

/** The longest task since the last time, once what is being drawn is drawn. */
async function longestOf(page) {
  await page.waitForTimeout(1_000)
  return page.evaluate(() => {
    const { longest } = window.bench
    window.bench.longest = 0
    return longest
  })
}
