import { expect, test } from 'vitest'
import { readHtml } from '@/intake/readers/html/readHtml'

test('merged cells keep their columns, with the text at their upper left', () => {
  const { grids } = readHtml(
    `<table><tr><td rowspan="2">三</td><td colspan=2>（一）予以公开</td><td>14</td></tr>
     <tr><td>1.</td><td>属于</td><td>0</td></tr></table>`,
    'a.html',
  )

  expect(grids).toEqual([
    {
      name: '表格 1',
      rows: [
        ['三', '（一）予以公开', '', '14'],
        ['', '1.', '属于', '0'],
      ],
      merges: [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 2 },
      ],
    },
  ])
})

test('a label split by spans of a word processor is one text, a line break in a cell is a space', () => {
  const { grids } = readHtml(
    '<table><tr><td><p><span>商业</span><o:p></o:p><br><span>企</span><span>业</span></p></td></tr></table>',
    'a.html',
  )

  expect(grids[0]?.rows).toEqual([['商业 企业']])
})

test('a table that lays out the page gives its inner tables and its text', () => {
  const { grids, prose } = readHtml(
    `<title>不见</title><table><tr><td><h1>某县年报</h1><p>一、总体情况</p>
     <table><tr><td>规章</td><td>0</td></tr></table><script>alert(1)</script>结束</td></tr></table>`,
    'a.html',
  )

  expect(grids.map(({ name, rows }) => ({ name, rows }))).toEqual([
    { name: '一、总体情况', rows: [['规章', '0']] },
  ])
  expect(prose).toEqual([
    { text: '某县年报', line: 1 },
    { text: '一、总体情况', line: 2 },
    { text: '结束', line: 3 },
  ])
})

test('a row that lacks a cell is shorter, one with an empty cell is not', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const { grids } = readHtml(
    `<table>${row('甲', '1', '2')}${row('乙', '3')}${row('丙', '4', '')}</table>`,
    'a',
  )

  expect(grids[0]?.rows).toEqual([
    ['甲', '1', '2'],
    ['乙', '3'],
    ['丙', '4', ''],
  ])
})

test('absurd spans end at the border of the table', () => {
  const { grids } = readHtml(
    '<table><tr><td colspan="999999999" rowspan="-3">甲</td></tr><tr><td rowspan="0">乙</td></tr></table>',
    'a.html',
  )

  expect(grids[0]?.rows.map((row) => row[0])).toEqual(['甲', '乙'])
})

test('tables are called by the line before them, or by number where that is not theirs alone', () => {
  const table = '<table><tr><td>甲</td><td>1</td></tr></table>'
  const { grids } = readHtml(`${table}<p>二、主动公开</p>${table}<p>附</p>${table}${table}`, 'a')

  expect(grids.map(({ name }) => name)).toEqual(['表格 1', '二、主动公开', '表格 3', '表格 4'])
})

test('a page without tables that sets figures in blocks is one grid of its lines', () => {
  const cells = Array.from({ length: 15 }, (_, at) => `<div class="td">${at}</div>`)
  const { grids, prose } = readHtml(`<p>四、行政复议</p><div>${cells.join('')}</div>`, 'a.html')

  expect(grids.map(({ rows }) => rows.length)).toEqual([16])
  expect(prose.map(({ text }) => text)).toEqual(grids[0]?.rows.map(([text]) => text))
  expect(readHtml('<p>共 3 件</p><p>12</p>', 'a.html').grids).toEqual([])
})

test('no name of a table has what parts a file of an archive from its table', () => {
  const { grids } = readHtml('<p>收到 / 处理</p><table><tr><td>1</td></tr></table>', 'a.html')

  expect(grids.map(({ name }) => name)).toEqual(['收到／处理'])
})

test.each([
  ['13<sup>1</sup>', '13（角标：1）'],
  ['<s>99</s>13', '13（划去：99）'],
  ['<del>99</del>', '划去：99'],
  ['<span style="display: none">99</span>13', '13'],
  ['<span style="mso-hide:all">99</span>13', '13'],
])('what stands beside a figure is no part of it: %s', (cell, text) => {
  const { grids } = readHtml(`<table><tr><td>规章</td><td>${cell}</td></tr></table>`, 'a.html')

  expect(grids[0]?.rows).toEqual([['规章', text]])
})

test('the marks of notes in a sentence are no part of its numbers', () => {
  const { prose } = readHtml('<p>公开信息13<sup>[1]</sup>条，<s>99</s>5件。</p>', 'a.html')

  expect(prose.map(({ text }) => text)).toEqual(['公开信息13条，5件。'])
})

test.each([
  ['x:num="1077.892534"', '1,077.89', '1077.892534'],
  ['sdval="1077.892534" sdnum="1033;0;0.00"', '1077.89', '1077.892534'],
  ['x:num="6.5"', '7', '6.5'],
  ['x:num', '2023', '2023'],
  ['x:num="0.58"', '58%', '58%'],
  ['x:num="1077.892534"', '1078.89', '1078.89'],
  ['x:num="12.5"', '约13', '约13'],
])('a cell with %s that shows %s holds %s', (kept, shown, text) => {
  const { grids } = readHtml(`<table><tr><td ${kept}>${shown}</td></tr></table>`, 'a.xls')

  expect(grids[0]?.rows).toEqual([[text]])
})

test('rows and columns that a page does not show are read, and said to be hidden', () => {
  const none = 'style="color: red; display:none"'
  const { grids, findings } = readHtml(
    `<table><tr><td>a</td><td ${none}>b</td><td ${none}></td></tr>
     <tr ${none}><td>1</td><td ${none}>2</td><td></td></tr><tr ${none}></tr></table>`,
    'a.xls',
  )

  expect(grids[0]?.rows.slice(0, 2)).toEqual([
    ['a', 'b', ''],
    ['1', '2', ''],
  ])
  const place = { file: 'a.xls', table: '表格 1' }
  expect(findings.map(({ code, place: at, detail }) => [code, at, detail])).toEqual([
    ['rows-hidden', place, { rows: 1 }],
    ['columns-hidden', place, { columns: 1, list: '2' }],
  ])
})

test.each([
  ['a field', '<input type="text" value=" 12 ">', '12'],
  ['an empty field', '<input value="">', ''],
  ['a button', '<input type="submit" value="提交">3', '3'],
  ['a large field', '<textarea>12</textarea>', '12'],
  ['a list', '<select><option>0</option><option selected>12</option></select>', '12'],
  [
    'struck out by a style',
    '<span style="text-decoration: line-through">7</span>12',
    '12（划去：7）',
  ],
  ['raised by a style', '12<span style="vertical-align:super">1</span>', '12（角标：1）'],
  [
    'raised as Word writes it',
    '<p><span>13</span><b><span style="position:relative;top:-4.0pt;mso-text-raise:4.0pt">1</span></b></p>',
    '13（角标：1）',
  ],
  ['lowered by a distance', '12<span style="mso-text-raise:-3.0pt">1</span>', '12（角标：1）'],
  [
    'raised as a whole',
    '<p><span style="position:relative;top:-4.0pt;mso-text-raise:4.0pt">13</span></p>',
    '13',
  ],
  [
    'centred by a point',
    '1<span style="position:relative;top:-1.0pt;mso-text-raise:1.0pt">3</span>',
    '13',
  ],
  ['placed, but not shifted', '1<span style="top:5px">3</span>', '13'],
  ['parted by what has no width', '1&#8203;2', '12'],
  ['a digit that is not visible', '<i style="visibility:hidden">9</i>12', '12'],
  ['a digit of no size', '<i style="color:red;font-size:0px">9</i>12', '12'],
  ['a small digit', '<i style="font-size:0.8em">1</i>2', '12'],
  ['a digit without colour', '12<i style="opacity:0">9</i>', '12'],
  ['a digit beside the page', '12<i style="position:absolute;left:-9999px">9</i>', '12'],
  ['a picture', '<img src="12.png">', '图片'],
  ['a picture beside a digit', '1<img src="2.png">', '1（图片）'],
  ['a picture beside words', '规章<img src="mark.png">', '规章'],
  ['what keeps a distance', '<img src="/images/spacer.gif">12<img src="a.gif" width="1">', '12'],
])('a cell with %s', (_, inside, text) => {
  const { grids } = readHtml(`<table><tr><td>甲</td><td>${inside}</td></tr></table>`, 'a.html')

  expect(grids[0]?.rows).toEqual([['甲', text]])
})

test.each([
  ['.h{display:none}', '12'],
  ['td i, i.h { visibility: hidden }', '12'],
  ['/* .h{} */ .a,.h{font-size:0}', '12'],
  ['@media print { .h { display: none } }', '912'],
  ['@media (max-width: 600px) { .h{display:none} .a{color:red} }', '912'],
  ['.h{display:none} .h.on{display:inline}', '912'],
  ['.tab .h{display:none}', '912'],
  ['.h{display:inline}', '912'],
])('what the style sheet %s leaves of a cell', (style, text) => {
  const { grids } = readHtml(
    `<style>${style}</style><table><tr><td>甲</td><td><i class="h on">9</i>12</td></tr></table>`,
    'a.html',
  )

  expect(grids[0]?.rows).toEqual([['甲', text]])
})

test('a part of a page that a class hides may be what a tab shows', () => {
  const { grids } = readHtml(
    '<style>.h{display:none}</style><div class="h"><table><tr><td>甲</td><td>1</td></tr></table></div>',
    'a.html',
  )

  expect(grids[0]?.rows).toEqual([['甲', '1']])
})

test('a table that lays out a page with pictures still does', () => {
  const { grids, prose } = readHtml(
    '<table><tr><td><img src="logo.png"></td><td><p>2022年年报</p><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>',
    'a.html',
  )

  expect(prose.map(({ text }) => text)).toEqual(['2022年年报'])
  expect(grids.map(({ rows }) => rows)).toEqual([[['甲', '1']]])
})

test('text below the line or of the colour of its ground is told beside the figure, not read into it', () => {
  const { grids } = readHtml(
    `<table><tr><td>13<sub>1</sub></td><td>13<span style="color:#FFF">99</span></td>
     <td><span style="color: white">自然人</span></td><td><font style="color:white">5</font></td>
     <td>1<span style="color:#fff;background:navy">2</span></td></tr></table>`,
    'a.html',
  )

  expect(grids[0]?.rows).toEqual([['13（角标：1）', '13（白字：99）', '自然人', '5（白字）', '12']])
})
