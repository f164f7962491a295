import { describe, expect, test } from 'vitest'
import { PUBLISHED_ON } from '@/domain/publication'
import type { Report } from '@/domain/report'
import { WEB_ADDRESS } from '@/domain/webAddress'
import { readHtml } from '@/intake/readers/html/readHtml'
import { headAddress, headDays } from '@/intake/recognisers/form/headFacts'
import { findingMessage } from '@/wording/findings'
import { readExcerpt } from '@/intake/sourceExcerpt'
import { printForm } from '../../documents/formTables'
import { renderDocument } from '../../documents/houseStyles'
import { intake } from '../intake'

const RECEIVED = 'requests.new.total'
const page = (head: string, before = '') =>
  `${before}<!doctype html><html><head><title>年报</title>${head}</head><body><p>正文</p></body></html>`

function facts(html: string) {
  const { head } = readHtml(html, 'a.html')
  const address = headAddress(head ?? [])
  const found = [...(address === null ? [] : [address]), ...headDays(head ?? []).slice(0, 1)]
  return Object.fromEntries(
    found.map(({ indicator, cell }) => [
      indicator,
      cell.kind === 'value' ? (cell.text ?? cell.value) : cell.kind,
    ]),
  )
}

const ADDRESS = 'https://www.example.gov.cn/zwgk/a_1.html'

describe('what a page says of itself', () => {
  test.each([
    [`<link rel="canonical" href="${ADDRESS}">`],
    [`<meta name="Url" content=" ${ADDRESS} ">`],
    [`<meta property="og:url" content="${ADDRESS}">`],
    [`<link rel=canonical href="/a.html"><meta name="url" content="${ADDRESS}">`],
    [
      `<link rel="canonical" href="https://www.example.gov.cn/"><meta name=Url content="${ADDRESS}">`,
    ],
  ])('its address: %s', (head) => {
    expect(facts(page(head))).toEqual({ [WEB_ADDRESS]: ADDRESS })
  })

  test('its address as the browser noted it that saved the page', () => {
    const before = `<!-- saved from url=(0040)${ADDRESS} -->\n`

    expect(facts(page('', before))).toEqual({ [WEB_ADDRESS]: ADDRESS })
  })

  test('the day it was published', () => {
    expect(facts(page('<meta name="PubDate" content="2024-03-28 09:30">'))).toEqual({
      [PUBLISHED_ON]: 20240328,
    })
  })

  test.each([
    '<meta name="url" content="javascript:alert(1)">',
    '<meta name="url" content="https://a:b@example.org/c">',
    '<meta name="PubDate" content="三月底">',
    '<link rel="stylesheet" href="https://www.example.gov.cn/a.css">',
  ])('is nothing: %s', (head) => {
    expect(facts(page(head))).toEqual({})
  })
})

const report: Report = {
  unit: { code: '990111', name: '示例县' },
  year: 2023,
  scope: 'whole',
  edition: '2021',
  cells: new Map([[RECEIVED, { kind: 'value', value: 7, approximate: false }]]),
}
const original = renderDocument(
  printForm(report, '2021'),
  'html',
  '汉阴县2023年政府信息公开工作年度报告',
)

describe('of a report', () => {
  const head = `<link rel="canonical" href="${ADDRESS}"><meta name="PubDate" content="2024-04-02">`
  const html = `<html><head>${head}</head><body>${original}</body></html>`

  test('is on record with its place, which can be shown', async () => {
    const { reports, draft } = await intake('a.html', html)
    expect(reports[0]?.cells.get(WEB_ADDRESS)).toMatchObject({ text: ADDRESS })

    expect(reports[0]?.cells.get(PUBLISHED_ON)).toMatchObject({ value: 20240402 })
    const content = new File([html], 'a.html')
    const place = { file: 'a.html', table: '网页头', row: 1, column: 12 }
    const excerpt = await readExcerpt(
      { name: 'a.html', path: 'a.html', content, reading: null },
      place,
    )
    expect(draft.layout).toBe('form')
    expect(excerpt).toMatchObject({ kind: 'lines', lines: [{ marked: ADDRESS }, { marked: '' }] })
  })
})

describe('days of publication', () => {
  const dated = (seen: string, ...said: string[]) =>
    `<html><head>${said.map((day) => `<meta name="PubDate" content="${day}">`).join('')}</head>
    <body><p>发布日期：${seen}</p>${original}</body></html>`

  test('that differ are told with both places, and the one that is seen is taken', async () => {
    const { reports, findings } = await intake('a.html', dated('2024年3月28日', '2024-04-02 09:30'))
    const told = findings.filter(({ code }) => code === 'form-day-conflict')

    expect(reports[0]?.cells.get(PUBLISHED_ON)).toMatchObject({ value: 20240328 })
    expect(told).toMatchObject([
      {
        severity: 'warning',
        place: { file: 'a.html', table: '正文', row: 1 },
        raw: '2024年3月28日',
        indicators: [PUBLISHED_ON],
      },
    ])
    expect(told.map(findingMessage)).toEqual([
      '公开日期有两种说法：正文第 1 行是 2024-03-28，网页头第 1 行是 2024-04-02（“2024-04-02 09:30”）。按前者读取，请核对。',
    ])
  })

  test('that differ within the head are told too', async () => {
    const { findings } = await intake('a.html', dated('', '2024-03-28', '2024-04-02'))

    expect(findings.map(({ code }) => code)).toContain('form-day-conflict')
  })

  test('that agree are nothing to tell', async () => {
    const { findings } = await intake('a.html', dated('2024年3月28日', '2024-03-28', '20240328'))

    expect(findings.map(({ code }) => code)).not.toContain('form-day-conflict')
  })
})
