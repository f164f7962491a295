import { describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { printForm, type PrintedTable } from '../../../documents/formTables'
import { renderDocument } from '../../../documents/houseStyles'
import { plainPdf } from '../../../documents/plainPdf'
import { renderDocx } from '../../../documents/renderDocx'
import { findingMessage } from '@/wording/findings'
import { intake } from '../../intake'

const enforcementRows = [
  ['单位', '行政许可', '行政处罚', '行政强制', '行政征收', '行政检查', '行政给付', '合计'],
  ['示例县公安局', '12', '345', '6', '0', '78', '0', '441'],
  ['示例县市场监管局', '98', '76', '5', '0', '43', '0', '222'],
]
const budgetRows = [
  ['项目', '本年数', '上年数'],
  ['一般公共预算收入', '1234.5', '1200'],
  ['支出合计', '1234.5', '1200'],
]

function tableOf(rows: readonly (readonly string[])[]): PrintedTable {
  return rows.map((row) => row.map((text) => ({ text, rows: 1, columns: 1 })))
}

async function said(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<unknown> {
  const { draft, findings } = await intake(name, content)
  return [draft.layout, draft.reports, findings.map(({ code, detail }) => [code, detail?.['what']])]
}

describe('a document that is no report on open government information', () => {
  test.each([
    ['示例县民政局2023年部门预算公开说明', '预算'],
    ['示例县2023年度法治政府建设年度报告', '法治政府建设年度报告'],
    ['示例县政府网站工作年度报表（2023年度）', '政府网站工作年度报表'],
  ])('is said to be what it is: %s', async (title, what) => {
    const page = `<html><body><h1>${title}</h1><table><tr><td>收入</td><td>5</td></tr></table></body></html>`

    expect(await said('a.html', page)).toEqual([null, 0, [['form-other-report', what]]])
  })

  test.each([
    ['示例县2023年行政执法统计年报', '行政执法统计年报', enforcementRows],
    ['示例县财政局2023年度部门决算公开', '决算', budgetRows],
    ['示例县2023年国民经济和社会发展统计公报', '国民经济和社会发展公报', budgetRows],
    ['2023年示例县政府工作报告', '政府工作报告', []],
    ['示例县林业局2023年度行政许可实施情况报告', '行政许可实施情况年度报告', enforcementRows],
    ['示例县2023年行政许可实施和监督管理情况年度报告', '行政许可实施情况年度报告', []],
    ['示例县2023年度项目支出绩效自评报告', '绩效评价报告', budgetRows],
    ['示例县人民政府信息公开指南', '信息公开指南', []],
    ['示例县2023年度行政复议工作报告', '行政复议工作报告', enforcementRows],
  ])('in Word or as text too: %s', async (title, what, rows) => {
    const docx = await renderDocx([
      title,
      '一、总体情况',
      ...(rows.length > 0 ? [tableOf(rows)] : []),
    ])
    const text = [title, '', '本年度各项工作平稳推进。', ...rows.map((row) => row.join('\t'))].join(
      '\n',
    )

    expect(await said('a.docx', new Uint8Array(docx))).toEqual([
      null,
      0,
      [['form-other-report', what]],
    ])
    const { draft, findings } = await intake('a.txt', text)
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect([draft.layout, draft.reports]).toEqual([null, 0])
    expect(errors.map(({ code, detail }) => [code, detail?.['what']])).toEqual([
      ['form-other-report', what],
    ])
  })

  test.each([
    ['示例县政府部门名单', '名单或通讯录'],
    ['示例县信息公开工作机构联系方式一览表', '名单或通讯录'],
    ['示例县财政局权责清单', '清单或目录'],
    ['示例县2023年“三公”经费支出情况说明', '“三公”经费说明'],
    ['示例县2023年度县级预算执行情况审计工作报告', '审计报告'],
    ['示例县统计局2023年统计年报', '统计或专业公报'],
    ['示例县2023年政务公开工作要点', '政务公开工作要点'],
    ['示例县2023年行政处罚信息公示表', '行政许可、处罚公示'],
    ['示例县政府采购中标公告', '采购公告'],
    ['关于召开会议的通知', '通知或公告'],
    ['Annual Report on Open Government Information of Example County, 2023', '外文资料'],
  ])('by its title, whatever table it has: %s', async (title, what) => {
    const rows = [
      ['序号', '单位', '电话'],
      ['1', '示例县财政局', '0000-1234567'],
    ]
    const docx = await renderDocx([title, tableOf(rows)])
    const page = `<html><body><h1>${title}</h1><p>No. 1</p></body></html>`

    const expected = [null, 0, [['form-other-report', what]]]
    expect(await said('a.docx', new Uint8Array(docx))).toEqual(expected)
    expect(await said('a.html', page)).toEqual(expected)
  })

  const oldRows = [
    ['统计指标', '单位', '统计数'],
    ['（一）主动公开政府信息数', '条', '1234'],
    ['（一）收到申请数', '件', '33'],
  ]
  test.each([
    ['示例县2016年政府信息公开工作年度报告', oldRows],
    ['示例县2010年政府信息公开工作年度报告', []],
    ['政府信息公开情况统计表', oldRows],
  ])('is said to be in an older form: %s', async (title, rows) => {
    const docx = await renderDocx([title, '一、概述', ...(rows.length > 0 ? [tableOf(rows)] : [])])
    const { draft, findings } = await intake('a.docx', new Uint8Array(docx))

    expect([draft.layout, draft.reports]).toEqual([null, 0])
    expect(findings.map(({ code }) => code)).toEqual(['form-older'])
    expect(findings.map(findingMessage)[0]).toMatch(/2019 年度以前的格式.*没有导入/)
  })

  test('is told by its head: a report may speak of budgets and of other reports', async () => {
    const { reports, units } = generateSample({ counties: 1, years: [2022, 2022] }, 3)
    const [report] = reports
    if (report?.edition !== '2021') throw new Error('a report of the 2021 edition')
    const title = `${report.unit.name}人民政府2022年政府信息公开工作年度报告`
    const text = {
      overview: ['全年公开部门预算12份、决算12份，发布《法治政府建设年度报告》。'],
      others: [],
    }
    const page = renderDocument(printForm(report, '2021'), 'html', title, text)
    const { draft } = await intake('a.html', page, units)

    expect([draft.layout, draft.reports]).toEqual(['form', 1])
    expect(draft.findings.map(({ code }) => code)).not.toContain('form-other-report')
  })

  test('or is said to be none, whatever it is', async () => {
    expect(await said('a.html', '<html><body><p>会议纪要</p></body></html>')).toEqual([
      null,
      0,
      [['form-other-report', undefined]],
    ])
  })

  test('a scan without text is said to be one, and what to do with it', async () => {
    const { draft, findings } = await intake(
      'a.pdf',
      new Uint8Array(plainPdf('q 300 0 0 200 0 0 cm /Im1 Do Q')),
    )

    expect([draft.layout, draft.reports]).toEqual([null, 0])
    expect(findings.map(({ code }) => code)).toEqual(['pdf-scanned'])
    expect(findings.map(findingMessage)[0]).toMatch(/扫描/)
  })

  test('one without its tables is said to lack them', async () => {
    const page =
      '<html><body><h1>示例县2023年政府信息公开工作年度报告</h1><p>附件下载</p></body></html>'

    expect(await said('a.html', page)).toEqual([null, 0, [['form-tables-missing', undefined]]])
  })
})
