import { expect, test } from 'vitest'
import { adviseForReport } from '@/analysis/reportAdvice'
import { checkMarks } from '@/analysis/answer'
import { findingOf, findingsOf, listFindings } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import { generateSample } from '@/data/sample'
import { checkList } from '@/domain/checks/checkList'
import type { TextClaim } from '@/domain/checks/textClaim'
import { textRules } from '@/domain/checks/textRules'
import { rules } from '@/domain/checks/rules'
import type { Cell, Report } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { findingText } from '@/wording/checks'
import { repairText } from '@/wording/repairs'
import { foldReports } from '../foldReports'
import { realReports } from '../realReports'

const registry = createUnitRegistry([])
const nameOf = (unit: string) => registry.byId(unit)?.name ?? unit
const store = checkCube(foldReports(realReports()), registry)

function textsOf(unit: string, year: number): string[] {
  return findingsOf(store, { unit, year, scope: 'whole' }).map((each) => findingText(each, nameOf))
}

test('a failed sum is told with its numbers and its difference', () => {
  expect(textsOf('cn:320813', 2023)[0]).toBe(
    '洪泽区 2023 年：表四合计（行政复议）不平。结果维持 10＋结果纠正 1（其余 2 项为 0）＝11，总计 0，差 +11。',
  )
})

test('advice on table 四 is a possibility', () => {
  const key = { unit: 'cn:320813', year: 2023, scope: 'whole' } as const
  expect(adviseForReport(store.cube, key).map(repairText)).toEqual([
    '“行政复议·总计”现为 0，可能应为 11（疑似总计漏填，留为 0）；表四只有一道合计式，请核对原件',
  ])
})

test('a sum with lost figures says which', () => {
  const lost = findingsOf(store, { unit: 'cn:610921', year: 2023, scope: 'whole' }).find(
    ({ check }) => check === 'T3-IDENT:total',
  )
  expect(lost && findingText(lost, nameOf)).toMatch(
    /^汉阴县 2023 年：表三收支平衡（总计）不可判。缺：办理结果总计（.*）。$/u,
  )
})

test('a broken chain names both years and what may explain it', () => {
  const number = (value: number): Cell => ({ kind: 'value', value, approximate: false })
  const report = (year: number, carriedIn: number, carriedOut: number): Report => ({
    unit: { code: '610921', name: '' },
    year,
    scope: 'office',
    edition: '2021',
    cells: new Map([
      ['requests.carriedIn.total', number(carriedIn)],
      ['requests.carriedOut.total', number(carriedOut)],
    ]),
  })
  const chained = checkCube(foldReports([report(2022, 0, 7), report(2023, 6, 0)]), registry)
  const [broken] = listFindings(chained, { rules: ['Y-CARRY'] }, { first: 0, count: 1 }).findings
  expect(broken && findingText(broken, nameOf)).toBe(
    '汉阴县 2023 年（办公室口径）：结转衔接（总计）不平。上年结转 6，2022 年结转下年 7，差 -1。' +
      '可能的正当原因：单位合并或撤销、事后更正、口径变化。',
  )
})

test('every check has a text for every outcome, without a gap in it', () => {
  const { reports } = generateSample({ counties: 1, years: [2021, 2022] }, 3)
  const told: [string, Cell] = [
    'prose.requests.yearOnYear',
    { kind: 'value', value: 5, approximate: false },
  ]
  const claims = textRules.map((rule): TextClaim => {
    const basis = { kind: 'text', holds: false, compared: [{ label: '合计', value: 2 }] } as const
    const place = { line: 1, column: 1 }
    return { rule, label: '行政复议', said: '3', basis, sentence: '行政复议 3 件。', place }
  })
  const cube = foldReports(
    reports.map((report) => ({ ...report, cells: new Map([...report.cells, told]) })),
    () => ({ table: {}, claims }),
  )
  const plain = checkCube(cube, registry)
  const slotOf = (year: number) => cube.slot({ unit: cube.units[0] ?? '', year, scope: 'whole' })
  const at = { slot: slotOf(2022), other: slotOf(2021) }
  const claimOf = (check: number) => textRules.findIndex((rule) => rule === checkList[check]?.rule)
  for (const check of checkList.keys()) {
    for (const outcome of [checkMarks.indexOf('failed'), checkMarks.indexOf('undecidable')]) {
      const finding = findingOf(plain, { ...at, check, outcome, claim: claimOf(check) })
      const text = findingText(finding, nameOf)
      expect(text).toMatch(/^.+ 2022 年：.+。$/u)
      expect(text).not.toMatch(/undefined|NaN|null|。。|，，|：。|，。| ，/u)
    }
  }
  expect(new Set(checkList.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ id }) => id)))
})

test('advice says what slipped: a cell that moved, or a row that stands one column beside its own', () => {
  const row = ['naturalPerson', 'company', 'research'].map((part) => `requests.new.${part}`)
  const [first = '', second = ''] = row

  expect(repairText({ kind: 'swap', indicators: [first, second], values: [0, 5] })).toBe(
    '“本年新收·自然人”（0）与“本年新收·商业企业”（5）疑似写错了格，对调后各式都平',
  )
  expect(repairText({ kind: 'swap', indicators: [first, second], values: [3, 5] })).toContain(
    '疑似互换，换回后各式都平',
  )
  expect(
    repairText({ kind: 'shift', indicators: row, values: [0, 9, 4], balanced: [9, 4, 0] }),
  ).toBe(
    '“本年新收·自然人”至“本年新收·科研机构”现为 0、9、4，疑似整行错了一列，改为 9、4、0 后各式都平',
  )
})
