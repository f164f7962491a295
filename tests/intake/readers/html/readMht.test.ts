import { expect, test } from 'vitest'
import { readSource } from '@/intake/readers/readSource'
import { encode } from '../encode'

const page =
  '<html><head><meta charset="gb2312"></head><body><p>三、申请情况</p><table><tr><td>规章</td><td>0</td></tr></table></body></html>'

/** A page as a browser saves it: a mail with the page and its picture as parts. */
function mht(): Uint8Array {
  const base64 = Buffer.from(encode(page, 'GB18030')).toString('base64')
  const lines = [
    'From: <Saved by a browser>',
    'Subject: =?utf-8?B?5bm05oql?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----part"',
    '',
    '------part',
    'Content-Type: text/html; charset="gb2312"',
    'Content-Transfer-Encoding: base64',
    'Content-Location: http://www.example.gov.cn/report.html',
    '',
    base64,
    '------part',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: http://www.example.gov.cn/seal.png',
    '',
    'iVBORw0KGgo=',
    '------part--',
    '',
  ]
  return encode(lines.join('\r\n'), 'UTF-8')
}

test('a page saved with its pictures is read like the page alone', async () => {
  const bytes = mht()
  const [document] = await readSource({ name: 'a.mht', path: 'a.mht', bytes })

  expect(document?.kind).toBe('html')
  expect(document?.findings).toEqual([])
  expect(document?.prose).toEqual([{ text: '三、申请情况', line: 1 }])
  expect(document?.grids.map(({ name, rows }) => ({ name, rows }))).toEqual([
    { name: '三、申请情况', rows: [['规章', '0']] },
  ])
})

test('a mail without a page says that there is nothing', async () => {
  const bytes = encode('MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\n', 'UTF-8')
  const [document] = await readSource({ name: 'a.mht', path: 'a.mht', bytes })

  expect(document?.findings.map(({ code }) => code)).toEqual(['file-empty'])
})

test('a workbook that Excel saved as a page is its sheets, by their names', async () => {
  const names = ['2022年', '2023年']
  const frame = `<html><head><xml>${names.map((name) => `<x:Name>${name}</x:Name>`).join('')}</xml></head><frameset rows="*,39"><frame src="a.files/sheet001.htm"></frameset></html>`
  const sheets = ['1', '2'].map(
    (figure) => `<html><body><table><tr><td>规章</td><td>${figure}</td></tr></table></body></html>`,
  )
  const parts = [frame, ...sheets].flatMap((html, at) => [
    '------part',
    `Content-Location: file:///C:/a.files/${at}.htm`,
    'Content-Transfer-Encoding: base64',
    'Content-Type: text/html; charset="gb2312"',
    '',
    Buffer.from(encode(html, 'GB18030')).toString('base64'),
    '',
  ])
  const head = [
    'MIME-Version: 1.0',
    'X-Document-Type: Workbook',
    'Content-Type: multipart/related; boundary="----part"',
    '',
  ]
  const bytes = encode([...head, ...parts, '------part--', ''].join('\r\n'), 'UTF-8')
  const [document] = await readSource({ name: 'a.xls', path: 'a.xls', bytes })

  expect(document?.grids.map(({ name, rows }) => [name, rows])).toEqual([
    ['2022年', [['规章', '1']]],
    ['2023年', [['规章', '2']]],
  ])
})
