import type { Page } from '@playwright/test'
import { barriers } from './audit'
import { expect, test } from './guarded'
import { loadSample, open, textFile } from './pages'

const item = 'item=requests.new.total&year=2025'

async function openMap(page: Page, query: string): Promise<void> {
  await open(page, `/explore?form=map&${item}&${query}`)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeVisible()
}

/** Fictional triangles of these codes and names. */
function boundaries(...areas: readonly (readonly [code: string, name: string])[]) {
  const features = areas.map(([adcode, name], at) => ({
    type: 'Feature',
    properties: { adcode, name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at, 0],
          [at + 1, 0],
          [at, 1],
          [at, 0],
        ],
      ],
    },
  }))
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  return textFile('虚构边界.geojson', text)
}

async function give(page: Page, file: ReturnType<typeof textFile>): Promise<void> {
  await page.getByLabel('选择边界文件', { exact: true }).setInputFiles({
    name: file.name,
    mimeType: 'application/geo+json',
    buffer: file.content,
  })
}

test('a tile map has a square a unit, says its classes, and a click leads to the source', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  await openMap(page, '')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('本年新收·总计（件） · 2025 年')
  await expect(page.getByText('不表示地理位置')).toBeVisible()
  await expect(page.getByText('等数量分级')).toBeVisible()
  await expect(page.getByRole('grid').locator('tbody tr')).toHaveCount(13)
  await page.getByRole('radio', { name: '等间距' }).check()
  await expect(page).toHaveURL(/cut=equal/)
  await expect(page.getByText('等间距分级')).toBeVisible()

  const chart = page.locator('main figure .chart')
  await chart.click({ position: { x: 60, y: 130 } })
  await expect(page.getByRole('dialog')).toContainText('云麓区')
})

test('a boundary file is matched, kept over a reload, refused where it is none, and removed', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  await openMap(page, 'map=boundary')
  await expect(page.getByText('还没有边界文件，先画方格图')).toBeVisible()

  await give(page, textFile('坏.geojson', '{"type": FeatureCollection}'))
  await expect(page.getByRole('alert')).toContainText('坏.geojson：第 1 行第 10 列起不是 JSON')
  await give(page, boundaries(['', '云麓区'], ['', '岚汀区'], ['', '没有的<b>县</b>']))
  const panel = page.getByRole('group', { name: '边界文件' })
  await expect(panel).toContainText('虚构边界.geojson：2 个图形对上单位，1 个没有对上')
  await expect(page.getByText(/没有对上单位、只画轮廓的图形：没有的<b>县<\/b>/)).toBeVisible()
  await expect(page.getByText(/没有图形、只在表中的单位：砚岭县、/)).toBeVisible()

  await openMap(page, 'map=boundary')
  await expect(panel).toContainText('2 个图形对上单位')
  const chart = page.locator('main figure .chart')
  await expect(chart.locator('canvas')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barriers(page)).toEqual([])
  }
  await page.getByText('没有对上单位的图形', { exact: true }).click()
  await expect(panel.getByRole('listitem')).toHaveText('没有的<b>县</b>：没有这个代码或名称的单位')

  await page.getByRole('button', { name: '移除边界' }).click()
  await expect(page.getByText('还没有边界文件，先画方格图')).toBeVisible()
  await openMap(page, 'map=boundary')
  await expect(page.getByText('还没有边界文件，先画方格图')).toBeVisible()
})
