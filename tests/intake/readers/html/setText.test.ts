import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { readHtml } from '@/intake/readers/html/readHtml'
import { findingMessage } from '@/wording/findings'
import { printForm } from '../../../documents/formTables'
import { renderDocument } from '../../../documents/houseStyles'
import { intake } from '../../intake'

const { reports, units } = generateSample({ counties: 1, years: [2022, 2022] }, 5)
const [report] = reports as [Report]
const title = `${report.unit.name}2022年政府信息公开工作年度报告`
const form = printForm(report, '2021')
const tabbed = renderDocument(form, 'tabs', title)
const tables = [...report.cells].filter(([id]) => !/^(?:prose|report)\./.test(id))

async function expectRead(name: string, content: string): Promise<void> {
  const { reports: found, findings } = await intake(name, content, units)
  const [read] = found
  expect(
    tables.filter(([id, cell]) => JSON.stringify(read?.cells.get(id)) !== JSON.stringify(cell)),
  ).toEqual([])
  expect(findings).toEqual([])
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

test('a report set as typed is read as a text is', async () => {
  await expectRead('a.html', `<html><body><pre>${escaped(tabbed)}</pre></body></html>`)
  const lines = tabbed.split('\n').map((line) => `<span>${escaped(line)}</span><br>`)
  await expectRead('a.html', `<html><body><h2>年报</h2><pre>${lines.join('')}</pre></body></html>`)
})

test('a report in lines of a page, with commas or single spaces, is read as a text is', async () => {
  for (const style of ['commas', 'tabs'] as const) {
    const text = renderDocument(form, style, title).replaceAll('\t', ' ').replace(/ +/g, ' ')
    const lines = text.split('\n').map((line) => `<p>${escaped(line)}</p>`)
    await expectRead('a.html', `<html><body>${lines.join('')}</body></html>`)
  }
})

test('a table set as typed stands between the tables of its page', () => {
  const { grids, prose, proseBefore } = readHtml(
    `<table><tr><td>规章</td><td>0</td></tr></table>一<pre>甲\t1\t2\n乙\t1\t2\n丙\t1\t2\n丁\t1\t2\n戊\t1\t2</pre>二`,
    'a',
  )
  expect(grids.map(({ rows }) => rows[0])).toEqual([
    ['规章', '0'],
    ['甲', '1', '2'],
  ])
  expect(grids[1]?.rowNumbers).toEqual(Uint32Array.from([2, 3, 4, 5, 6]))
  expect(proseBefore).toEqual([0, 6])
  expect(prose.at(-1)).toEqual({ text: '二', line: 7 })
})

test('a report that a mail quotes is read', async () => {
  const quoted = tabbed.split('\n').map((line) => `> ${line}`)
  await expectRead('a.txt', quoted.join('\r\n'))
  const head = 'From: a@example.com\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n'
  await expectRead('a.eml', `${head}您好：\n${quoted.join('\n')}`)
})

test('a report in a frame is read where the page has it', async () => {
  const page = renderDocument(form, 'html', title)
  await expectRead(
    'a.html',
    `<html><body><iframe srcdoc="${escaped(page)}"></iframe></body></html>`,
  )
})

test('a page that shows another file in a frame says which file to give', async () => {
  const { findings } = await intake(
    'a.html',
    `<html><body><h1>${title}</h1><iframe src="./%E5%B9%B4%E6%8A%A5_files/saved_resource.html"></iframe></body></html>`,
    units,
  )
  const said = findings.find(({ code }) => code === 'page-in-frame')
  expect(said === undefined ? '' : findingMessage(said)).toContain(
    '“年报_files/saved_resource.html”',
  )

  const set = readHtml('<frameset><frame src="top.htm"><frame src="main.htm"></frameset>', 'a')
  expect(set.findings.map(({ detail }) => detail?.['frames'])).toEqual(['“top.htm”、“main.htm”'])
})
