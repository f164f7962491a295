import { describe, expect, test } from 'vitest'
import { intake } from '../../intake'

async function said(name: string, content: string): Promise<unknown> {
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

  test('or is said to be none, whatever it is', async () => {
    expect(await said('a.html', '<html><body><p>会议通知</p></body></html>')).toEqual([
      null,
      0,
      [['form-other-report', undefined]],
    ])
  })

  test('one without its tables is said to lack them', async () => {
    const page =
      '<html><body><h1>示例县2023年政府信息公开工作年度报告</h1><p>附件下载</p></body></html>'

    expect(await said('a.html', page)).toEqual([null, 0, [['form-tables-missing', undefined]]])
  })
})
