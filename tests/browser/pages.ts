import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Unit } from '@/domain/unit'

export interface TestFile {
  readonly name: string
  readonly content: Buffer
}

/** Of 2023: 汉阴县, 洪泽区, 金湖县, in GB18030 with Chinese headers. */
export const realCounties: TestFile = fixture('real/counties.gb18030.csv')
/** Of 2023 and 2024: 宿迁市, in UTF-8. */
export const realCity: TestFile = fixture('real/suqian.json')

/** A small CSV of one's own. */
export function textFile(name: string, text: string): TestFile {
  return { name, content: Buffer.from(text) }
}

/**
 * Drops files on the window, as from a folder on the desktop. `ready` is told before that, when the
 * files are there: to make them is no work of the page's.
 */
export async function dropFiles(
  page: Page,
  files: readonly TestFile[],
  ready: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible()
  const contents = files.map(({ name, content }) => ({ name, text: content.toString('base64') }))
  const transfer = await page.evaluateHandle((given) => {
    const dropped = new DataTransfer()
    for (const { name, text } of given) {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      dropped.items.add(new File([bytes], name))
    }
    return dropped
  }, contents)
  await ready()
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

/** Chooses files on the import page; the review, or what came instead, is left to the test. */
export async function chooseFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  await open(page, '/import')
  await page.getByLabel('选择要导入的文件', { exact: true }).setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: content,
    })),
  )
}

/** Imports files through the page, from choosing them to the batch. */
export async function importFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  await chooseFiles(page, files)
  await commitReview(page)
}

/** Confirms the review that is on screen. */
export async function commitReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: '写入为一个批次' }).click()
  await expect(page.getByText(/^已写入批次 \d+$/)).toBeVisible()
}

/** Opens an address of the application anew, as a link that someone sent. */
export async function open(page: Page, route: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/#${route}`)
  await expect(page.locator('main h1')).toBeVisible()
}

/** A row's cells by column heading, a table's rows by their heading. */
export type Table = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Opens a view and reads its table, once its answer is there; one heading over each column. */
export async function readView(page: Page, route: string): Promise<Table> {
  await open(page, route)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeVisible()
  const rows = await page.getByRole('grid').evaluate((grid) => {
    const lines = [...grid.querySelectorAll('tr:not([aria-hidden])')]
    const [head, ...body] = lines.map((line) =>
      [...line.children].map((cell) => ({
        // What stands beside a name, such as a code, is not part of it.
        text: [...cell.childNodes]
          .filter((node) => !(node instanceof HTMLElement && node.matches('.aside')))
          .map((node) => node.textContent)
          .join('')
          .trim(),
      })),
    )
    return body.map(([name, ...cells]) => ({
      name: name?.text ?? '',
      cells: cells.map(({ text }, place) => [head?.[place + 1]?.text ?? '', text] as const),
    }))
  })
  return Object.fromEntries(rows.map(({ name, cells }) => [name, Object.fromEntries(cells)]))
}

/** Loads a sample from the welcome page. */
export async function loadSample(page: Page, name: '五份真实年报' | '虚构示例市'): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('region', { name: '提示' })).toContainText('示例数据')
}

/** Fictional counties, as if they had been added by hand; `more`: what else is known of each, by position. */
export async function addCounties(
  page: Page,
  counties: readonly string[] = ['甲县', '乙县'],
  more: readonly Partial<Unit>[] = [],
): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const given = counties.map((name, at) => ({ ...more[at], name }))
  await page.evaluate(async (known) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('xianjian')
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error(request.error?.message))
      }
    })
    const transaction = database.transaction('units', 'readwrite')
    for (const [at, facts] of known.entries()) {
      const id = `own-${at}`
      const code = String(990101 + at)
      const unit = {
        id,
        code,
        kind: 'county',
        parent: null,
        formerCodes: [],
        formerNames: [],
        ...facts,
      }
      transaction.objectStore('units').put({ id, unit, sample: false })
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    database.close()
  }, given)
  await page.reload()
}

function fixture(path: string): TestFile {
  const url = new URL(`../../fixtures/${path}`, import.meta.url)
  return { name: basename(path), content: readFileSync(fileURLToPath(url)) }
}
