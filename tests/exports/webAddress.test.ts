import { describe, expect, test } from 'vitest'
import { WEB_ADDRESS } from '@/domain/webAddress'
import { intake } from '../intake/intake'

const ADDRESS = 'https://www.hanyin.gov.cn/Content-2679211.html'

async function read(name: string, text: string) {
  const { reports, findings } = await intake(name, text)
  return {
    cell: reports[0]?.cells.get(WEB_ADDRESS),
    raw: reports[0]?.raw?.get(WEB_ADDRESS),
    codes: findings.map(({ code }) => code),
  }
}

function wide(header: string, address: string) {
  return `单位代码,单位名称,年份,本年新收·总计,${header}\n610921,汉阴县,2023,66,${address}\n`
}

describe('the address of a report', () => {
  test.each(['网址', '年报链接', 'url', 'webAddress', 'custom.网址'])(
    'is read from a column %s',
    async (header) => {
      expect((await read('a.csv', wide(header, ADDRESS))).cell).toMatchObject({ text: ADDRESS })
    },
  )

  test('is read from a row of a long table, and from JSON', async () => {
    const long = `单位代码,单位名称,年份,指标,数值\n610921,汉阴县,2023,本年新收·总计,66\n610921,汉阴县,2023,网址,${ADDRESS}\n`
    const json = `{"reports":[{"unit":{"code":"610921","name":"汉阴县"},"year":2023,"values":{"requests.new.total":66},"webAddress":"${ADDRESS}"}]}`

    expect((await read('a.csv', long)).cell).toMatchObject({ text: ADDRESS })
    expect((await read('a.json', json)).cell).toMatchObject({ text: ADDRESS })
  })

  test.each(['12345', 'javascript:alert(1)', 'www.hanyin.gov.cn'])(
    '%s is none: it is said, and kept as it is',
    async (text) => {
      const { cell, raw, codes } = await read('a.csv', wide('网址', text))

      expect(cell).toEqual({ kind: 'unreadable' })
      expect(raw).toBe(text)
      expect(codes).toContain('cell-no-address')
    },
  )

  test('of digits in JSON is none, and neither is a day that no calendar has', async () => {
    const json = `{"reports":[{"unit":{"code":"610921","name":"汉阴县"},"year":2023,"values":{"requests.new.total":66},"webAddress":12345,"publishedOn":20241399}]}`
    const { reports } = await intake('a.json', json)

    expect([...(reports[0]?.cells.values() ?? [])].map(({ kind }) => kind)).toEqual([
      'value',
      'unreadable',
      'unreadable',
    ])
  })
})

test('a day of digits that no calendar has is none in a table either', async () => {
  const { reports } = await intake('a.csv', wide('公开日期', '20241399'))

  expect([...(reports[0]?.cells.values() ?? [])].at(-1)).toEqual({ kind: 'unreadable' })
})
