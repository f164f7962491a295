import { describe, expect, test } from 'vitest'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { AnswerBook, noAnswers } from '@/intake/fileAnswers'
import { reportIdentity, type ReportIdentity } from '@/intake/recognisers/form/reportIdentity'

const registry = createUnitRegistry([])

function identity(lines: readonly string[], file = '年报.docx'): ReportIdentity {
  const prose = lines.map((text, at) => ({ text, line: at + 1 }))
  return reportIdentity(prose, file, { registry, within: null, file })
}

test('what the head of a page is called counts where the page does not say it', () => {
  const read = (line: string) =>
    reportIdentity(
      [{ text: line, line: 1 }],
      'a.html',
      { registry, within: null, file: 'a.html' },
      '',
      '汉阴县2023年政府信息公开工作年度报告',
    )

  expect(said(read('一、总体情况'))).toEqual(['汉阴县', 2023, 'whole', []])
  expect(said(read('石泉县2022年政府信息公开工作年度报告'))).toEqual(['石泉县', 2022, 'whole', []])
})

function said({ unitName, year, scope, findings }: ReportIdentity): unknown {
  return [unitName, year, scope, findings.map(({ code }) => code)]
}

describe('unit, year and scope', () => {
  test.each([
    ['汉阴县人民政府2023年政府信息公开工作年度报告', '汉阴县人民政府', 2023],
    ['汉阴县 2023 年度政府信息公开工作年度报告', '汉阴县', 2023],
    ['汉阴县人民政府信息公开工作年度报告（2017年度）', '汉阴县人民政府', 2017],
    ['汉阴县政府信息公开工作2023年度报告', '汉阴县', 2023],
    ['关于印发《汉阴县2023年政府信息公开工作年度报告》的通知', '汉阴县', 2023],
    ['2021年汉阴县人民政府政府信息公开工作年度报告', '汉阴县人民政府', 2021],
    ['关于汉阴县人民政府二〇二二年度政府信息公开年度报告', '汉阴县人民政府', 2022],
    ['汉阴县二Ｏ二二年政府信息公开工作年度报告', '汉阴县', 2022],
  ])('stand in the title %s', (title, unit, year) => {
    expect(said(identity([title]))).toEqual([unit, year, 'whole', []])
  })

  test.each([
    ['汉阴县年政府信息公开工作年度报告-汉阴县.pdf', '汉阴县', null],
    ['2023-汉阴县人民政府信息公开工作年度报告.pdf', '汉阴县人民政府', 2023],
    ['汉阴县二〇二三年度政府信息公开年报.docx', '汉阴县', 2023],
    ['汉阴县二O二三年年报.docx', '汉阴县', 2023],
    ['2024-01-15 汉阴县2023年年报.html', '汉阴县', 2023],
    ['汉阴县2022-2023.html', '汉阴县', null],
  ])('stand in the name of the file %s', (file, unit, year) => {
    const read = identity(['政府信息公开工作年度报告'], file)

    expect([read.unitName, read.year]).toEqual([unit, year])
  })

  test('may stand in two lines of title, among links to other years', () => {
    const lines = [
      '首页 > 政府信息公开年报',
      '汉阴县人民政府',
      '2023 年度政府信息公开工作年度报告',
      '2022年政府信息公开工作年度报告',
    ]

    expect(said(identity(lines))).toEqual(['汉阴县人民政府', 2023, 'whole', []])
  })

  test('stand right above the text, below the links to other reports', () => {
    const lines = [
      '汉阴县人民政府2024年政府信息公开工作年度报告',
      '汉阴县人民政府2022年政府信息公开工作年度报告',
      '汉阴县人民政府2023年政府信息公开工作年度报告',
      '一、总体情况',
      '汉阴县人民政府2021年政府信息公开工作年度报告',
    ]

    expect(said(identity(lines))).toEqual(['汉阴县人民政府', 2023, 'whole', []])
  })

  test('an office reports for itself, a department is a unit of its own', () => {
    expect(said(identity(['平川区人民政府办公室2023年政府信息公开工作年度报告']))).toEqual([
      '平川区人民政府办公室',
      2023,
      'office',
      [],
    ])
    expect(said(identity(['天台县民政局2019年政府信息公开工作年度报告']))).toEqual([
      '天台县民政局',
      2019,
      'whole',
      [],
    ])
  })

  test('a title that names both government and office leaves the scope open', () => {
    const read = identity(['绥阳县人民政府（县人民政府办公室）2023年政府信息公开工作年度报告'])

    expect(read.findings.map(({ code }) => code)).toEqual(['form-scope-unclear'])
  })

  test('are inferred from the text or the name of the file, and said to be', () => {
    const read = identity(
      [
        '政府信息公开工作年度报告',
        '本报告由金湖县人民政府办公室编制，统计期限自2023年1月1日至2023年12月31日止。',
      ],
      '金湖.docx',
    )

    expect(read.year).toBe(2023)
    expect(read.findings.map(({ code, detail }) => [code, detail?.['by']])).toEqual([
      ['form-unit-inferred', '正文'],
      ['form-year-inferred', '正文'],
      // Who compiled a report does not say whose figures they are.
      ['form-scope-unclear', ''],
    ])
    expect(read.scope).toBe('whole')
    expect(said(identity(['政府信息公开工作年度报告'], '洪泽区2023.pdf'))).toEqual([
      '洪泽区',
      2023,
      'whole',
      ['form-unit-inferred', 'form-year-inferred'],
    ])
  })

  test('a name that several units share means the one that the text names in full', () => {
    const read = identity([
      '鼓楼区人民政府2023年政府信息公开工作年度报告',
      '如有疑问，请与南京市鼓楼区人民政府办公室联系（电话从略）。',
    ])

    expect(read.unitName).toContain('南京市鼓楼区')
  })

  test('that disagree are told, and the title stands', () => {
    const read = identity(
      ['汉阴县人民政府2023年政府信息公开工作年度报告', '统计期限为2022年1月1日至2022年12月31日。'],
      '洪泽区2023.docx',
    )

    expect([read.unitName, read.year]).toEqual(['汉阴县人民政府', 2023])
    expect(read.findings.map(({ code, detail }) => [code, detail?.['other']])).toEqual([
      ['form-year-conflict', 2022],
      ['form-unit-conflict', '洪泽区'],
    ])
  })

  test('are told with the words of each that says something else', () => {
    const read = identity(
      ['汉阴县人民政府2023年政府信息公开工作年度报告', '统计期限为2022年1月1日至2022年12月31日。'],
      '洪泽区人民政府办公室2021年.docx',
    )

    expect(read.findings.map(({ detail }) => detail)).toEqual([
      {
        ...{ taken: 2023, by: '标题', words: '汉阴县人民政府2023年政府信息公开工作年度报告' },
        ...{ other: 2022, otherBy: '正文', otherWords: '2022年1月1日至2022年12月31日' },
        ...{ third: 2021, thirdBy: '文件名', thirdWords: '洪泽区人民政府办公室2021年.docx' },
      },
      {
        taken: '汉阴县人民政府',
        by: '标题',
        words: '汉阴县人民政府2023年政府信息公开工作年度报告',
        other: '洪泽区人民政府办公室',
        otherBy: '文件名',
        otherWords: '洪泽区人民政府办公室2021年.docx',
      },
      {
        taken: 'whole',
        by: '标题',
        words: '汉阴县人民政府2023年政府信息公开工作年度报告',
        other: 'office',
        otherBy: '文件名',
        otherWords: '洪泽区人民政府办公室2021年.docx',
      },
    ])
  })

  test('are what the user said of them', () => {
    const file = '汉阴县人民政府办公室2022年.docx'
    const prose = [{ text: '汉阴县人民政府2023年政府信息公开工作年度报告', line: 1 }]
    const said = { file, sheet: '', year: 2022, scope: 'office' } as const
    const answers = new AnswerBook({ ...noAnswers, tables: [said] })
    const read = reportIdentity(prose, file, { registry, within: null, file, answers })

    expect([read.unitName, read.year, read.scope]).toEqual(['汉阴县人民政府', 2022, 'office'])
    expect(read.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['form-year-inferred', 'info'],
      ['form-scope-unclear', 'info'],
    ])
  })

  test('that nothing says stay unknown', () => {
    expect(said(identity(['工作小结'], '1.docx'))).toEqual(['', null, 'whole', []])
  })
})
