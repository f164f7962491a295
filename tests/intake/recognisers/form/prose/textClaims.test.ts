import { describe, expect, test } from 'vitest'
import { claimIds, judgeClaim, type TextClaim } from '@/domain/checks/textClaim'
import type { Cell } from '@/domain/report'
import { claimFindings } from '@/intake/recognisers/form/prose/proseFindings'
import { textClaims } from '@/intake/recognisers/form/prose/textClaims'
import { findingMessage } from '@/wording/findings'

type Written = Readonly<Record<string, number | 'blank' | 'notApplicable'>>

function claimsOf(lines: readonly string[], year: number | null = 2024): TextClaim[] {
  return textClaims(
    lines.map((text, at) => ({ text, line: at + 1 })),
    year,
  )
}

function cellsOf(written: Written) {
  return (id: string): Cell => {
    const cell = written[id]
    if (cell === undefined) return { kind: 'absent' }
    return typeof cell === 'number'
      ? { kind: 'value', value: cell, approximate: false }
      : { kind: cell }
  }
}

function judge(lines: readonly string[], written: Written = {}, year: number | null = 2024) {
  return claimsOf(lines, year).flatMap((claim) => {
    const result = judgeClaim(claim, cellsOf(written))
    return result === null ? [] : [{ ...claim, ...result }]
  })
}

/** `P-REVIEW failed` of every judgement on a text under 一、总体情况. */
function outcomes(text: string, written: Written, heading = '一、总体情况'): string[] {
  return judge([heading, text], written).map(({ rule, outcome }) => `${rule} ${outcome}`)
}

const n = 'requests.new'
const carried = 'requests.carriedIn'
const done = 'requests.processed'
const granted = 'requests.granted.total'
const partial = 'requests.partial.total'
const review = 'review.total'
const direct = 'litigation.direct.total'
const after = 'litigation.afterReview.total'
const fee = 'prose.informationFee.amount'

describe.each<[string, string, Written, string[]]>([
  // 淮安市 2024: 3050 dealt with; 26 + 20 = 46 lawsuits.
  ['答复', '全年收到申请3119件，办结3050件。', { [`${done}.total`]: 3050 }, ['P-ANSWERED passed']],
  ['答复', '全年收到申请3119件，办结3051件。', { [`${done}.total`]: 3050 }, ['P-ANSWERED failed']],
  [
    '答复',
    '全年收到申请3119件，办结3050件。',
    { [`${done}.total`]: 'blank' },
    ['P-ANSWERED undecidable'],
  ],
  ['答复', '办结12345热线留言3050件，申请均已答复。', { [`${done}.total`]: 1 }, []],
  ['诉讼', '因信息公开引起行政诉讼46件。', { [direct]: 26, [after]: 20 }, ['P-LIT passed']],
  // 宿迁市 2024: 57 told, 77 in the table; 134 told, 170 in the table.
  ['诉讼', '因信息公开引起行政诉讼57件。', { [direct]: 25, [after]: 52 }, ['P-LIT failed']],
  [
    '诉讼',
    '因信息公开引起行政诉讼57件。',
    { [direct]: 25, [after]: 'blank' },
    ['P-LIT undecidable'],
  ],
  ['诉讼', '因信息公开复议后起诉20件。', { [direct]: 26, [after]: 20 }, ['P-LIT passed']],
  ['复议', '因信息公开引起行政复议170件。', { [review]: 170 }, ['P-REVIEW passed']],
  ['复议', '因信息公开引起行政复议134件。', { [review]: 170 }, ['P-REVIEW failed']],
  ['复议', '因信息公开引起行政复议134件。', { [review]: 'blank' }, ['P-REVIEW undecidable']],
  ['复议', '县政府办理行政复议案件55件。', { [review]: 3 }, []],
  // 宿迁市 2023: 3493 + 114 = 3607.
  [
    '自然人',
    '收到申请3607件，其中自然人3493件。',
    { [`${n}.naturalPerson`]: 3493 },
    ['P-NATURAL passed'],
  ],
  [
    '自然人',
    '收到申请3607件，其中自然人3490件。',
    { [`${n}.naturalPerson`]: 3493 },
    ['P-NATURAL failed'],
  ],
  [
    '自然人',
    '收到申请3607件，其中自然人3493件。',
    { [`${n}.naturalPerson`]: 'blank' },
    ['P-NATURAL undecidable'],
  ],
  [
    '结果',
    '申请中予以公开12件、部分公开3件。',
    { [granted]: 12, [partial]: 3 },
    ['P-OUT passed', 'P-OUT passed'],
  ],
  [
    '结果',
    '申请中12件予以公开，3件部分公开。',
    { [granted]: 12, [partial]: 4 },
    ['P-OUT passed', 'P-OUT failed'],
  ],
  ['结果', '申请中予以公开12件。', { [granted]: 'blank' }, ['P-OUT undecidable']],
  // 上海市 2019: the two together, told as if they were one cell.
  ['结果', '申请中予以公开及部分公开258件。', { [granted]: 258, [partial]: 40 }, ['P-OUT failed']],
  [
    '结果',
    '结转下年度继续办理的申请103件。',
    { 'requests.carriedOut.total': 103 },
    ['P-OUT passed'],
  ],
  ['结果', '申请中3件结转下年度。', { 'requests.carriedOut.total': 3 }, ['P-OUT passed']],
  ['结果', '申请中3件顺延到下年度答复。', { 'requests.carriedOut.total': 3 }, ['P-OUT passed']],
  ['结果', '申请转下一年度办理3件。', { 'requests.carriedOut.total': 3 }, ['P-OUT passed']],
  ['结果', '申请中3件顺延至2024年答复。', { 'requests.carriedOut.total': 4 }, ['P-OUT failed']],
  [
    '占比',
    '申请中予以公开12件，占40%。',
    { [granted]: 12, [`${done}.total`]: 30 },
    ['P-OUT passed', 'P-PCT passed'],
  ],
  [
    '占比',
    '申请中予以公开12件，占33.9%。',
    { [granted]: 12, [`${done}.total`]: 30 },
    ['P-OUT passed', 'P-PCT failed'],
  ],
  [
    '占比',
    '申请中予以公开12件，占40%。',
    { [granted]: 12, [`${done}.total`]: 'blank' },
    ['P-OUT passed', 'P-PCT undecidable'],
  ],
  // 子长市 2022.
  ['表二', '全年制发规范性文件2件。', { 'normativeDocuments.issued': 2 }, ['P-T2 passed']],
  ['表二', '全年制发规范性文件3件。', { 'normativeDocuments.issued': 2 }, ['P-T2 failed']],
  ['表二', '全年办理行政处罚30件。', { 'penalties.decisions': 'blank' }, ['P-T2 undecidable']],
  ['表二', '双公示平台公示行政许可30件。', { 'licensing.decisions': 2 }, []],
  ['没有', '全年未发生因信息公开引起的行政复议。', { [review]: 0 }, ['P-NEG passed']],
  ['没有', '全年未发生因信息公开引起的行政复议。', { [review]: 2 }, ['P-NEG failed']],
  ['没有', '全年未发生因信息公开引起的行政复议。', { [review]: 'blank' }, ['P-NEG undecidable']],
  [
    '没有',
    '全年没有行政复议、行政诉讼。',
    { [review]: 0, [direct]: 1, [after]: 0 },
    ['P-NEG passed', 'P-NEG failed'],
  ],
  ['没有', '全年没有行政复议被纠错的情形。', { [review]: 2 }, []],
  ['没有', '未经行政复议直接起诉的案件由法院审理。', { [review]: 2 }, []],
  ['没有', '本年度未收取信息处理费。', { [fee]: 0 }, ['P-NEG passed']],
  ['没有', '本年度未收取信息处理费。', { [fee]: 420 }, ['P-NEG failed']],
  ['没有', '收取42件，未收取其他信息处理费。', { [fee]: 420 }, []],
  // 上海市 2019: 均获维持, with 3 pending.
  ['维持', '行政复议均获维持。', { 'review.corrected': 0, 'review.pending': 3 }, ['P-WON failed']],
  ['维持', '行政复议均获维持。', { 'review.corrected': 0, 'review.pending': 0 }, ['P-WON passed']],
  [
    '维持',
    '行政复议均获维持。',
    { 'review.corrected': 0, 'review.pending': 'blank' },
    ['P-WON undecidable'],
  ],
  // 吴起县, 子长市 2022, 兴仁市.
  ['分项', '共公开信息3437条，其中网站1914条、新媒体2000条。', {}, ['P-PARTS failed']],
  ['分项', '共公开信息3865条。其中网站1914条、新媒体1900条。', {}, ['P-PARTS passed']],
  ['分项', '共公开信息300条，分别为网站100条、新媒体190条。', {}, ['P-PARTS failed']],
  ['分项', '共公开信息300条，较上年增加20条，其中网站100条。', {}, []],
])('%s: %s', (_, text, written, wanted) => {
  test(`with ${JSON.stringify(written)} is ${wanted.join(', ') || 'not judged'}`, () => {
    expect(outcomes(text, written)).toEqual(wanted)
  })
})

test('a reading that bears a number out is named', () => {
  const written = {
    [`${n}.naturalPerson`]: 3493,
    [`${carried}.naturalPerson`]: 114,
    [`${done}.naturalPerson`]: 3500,
  }
  const [judged] = judge(['一、总体情况', '收到申请3610件，其中自然人3607件。'], written)

  expect(judged).toMatchObject({ outcome: 'passed', matched: ['新收加结转'] })
})

describe('the year and the six parts', () => {
  const year = (text: string, of: number | null = 2023) =>
    judge(['一、总体情况', text], {}, of).map(({ rule, outcome }) => `${rule} ${outcome}`)

  test('a report that begins with another year is an old text', () => {
    expect(year('2023年，我县推进政务公开。')).toEqual(['P-YEAR passed'])
    expect(year('2022年我单位推进政务公开。')).toEqual(['P-YEAR failed'])
    expect(year('2024年，我县将推进政务公开。')).toEqual([])
    expect(year('2022年我单位推进政务公开。', null)).toEqual(['P-YEAR undecidable'])
  })

  test('the period is the whole year', () => {
    expect(year('统计期限为2023年1月1日至2023年12月31日。')).toEqual(['P-YEAR passed'])
    expect(year('统计期限为2023年1月1日至12月21日。')).toEqual(['P-YEAR failed'])
    expect(year('2023年5月1日至5月7日开展宣传周活动。')).toEqual([])
  })

  const parts = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '公开的及时性有待提高。',
    '六、其他需要报告的事项',
  ]
  const sections = (lines: readonly string[]) =>
    judge(lines)
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ label, said }) => [label, said])

  test('all are there, in their order, and the fifth says something', () => {
    expect(sections(parts)).toEqual([])
    expect(sections(parts.filter((line) => !line.startsWith('三')))).toEqual([['缺少的部分', '三']])
    expect(sections(parts.map((line) => line.replace('五、', '三、')))).toEqual([
      ['序号', '三，应为五'],
    ])
    expect(sections(parts.map((line) => (line.startsWith('公开的') ? '无。' : line)))).toEqual([
      ['存在的主要问题及改进情况', '无内容'],
    ])
    expect(judge(['一、总体情况'])).toEqual([])
  })
})

test('a finding names the statement, what it was compared with, the sentence and its place', () => {
  const text = '全年收到信息公开申请引起的行政复议134件。'
  const about = { file: '示例.docx', table: '正文' }
  const claims = claimsOf(['一、总体情况', text])
  const [finding] = claimFindings(claims, cellsOf({ [review]: 170 }), about)
  const [open] = claimFindings(claims, cellsOf({ [review]: 'blank' }), about)
  if (finding === undefined || open === undefined) throw new Error('no finding')

  expect(finding).toMatchObject({
    code: 'prose-differs',
    severity: 'warning',
    raw: text,
    place: { file: '示例.docx', table: '正文', row: 2, column: 18 },
  })
  expect(findingMessage(finding)).toBe(
    `正文行政复议件数与表格不符：正文说行政复议 134，表中行政复议总计 170。可能的正当原因：正文只计立案的或已审结的案件。原文：“${text}”`,
  )
  expect(open).toMatchObject({ code: 'prose-undecided', severity: 'info' })
})

test('what a text says twice alike is one statement, and what it says unlike are two', () => {
  const lines = ['一、总体情况', '因信息公开引起行政复议134件。', '全年信息公开行政复议134件。']
  const unlike = ['一、总体情况', '因信息公开引起行政复议134件。', '全年信息公开行政复议170件。']

  expect(claimsOf(lines).map(({ rule, said }) => [rule, said])).toEqual([['P-REVIEW', '134']])
  expect(claimIds(claimsOf(unlike))).toEqual(['P-REVIEW:行政复议', 'P-REVIEW:行政复议#2'])
})
