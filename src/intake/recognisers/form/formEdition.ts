import { labelKey } from '@/domain/normaliseLabel'
import type { ReportEdition } from '@/domain/indicator'
import type { FormLine } from './formLine'

/** Words of table 二's headers that only one edition prints. */
const words: ReadonlyMap<'2019' | '2021', readonly string[]> = new Map([
  ['2021', ['本年制发件数', '本年废止件数', '现行有效件数', '本年收费金额']],
  [
    '2019',
    ['本年新制作数量', '本年新公开数量', '对外公开总数量', '上一年项目数量', '采购项目数量'],
  ],
])

/** The edition that the headers of table 二 show, never the year; `unknown` where they show none or both. */
export function formEdition(lines: readonly FormLine[]): ReportEdition {
  const text = lines
    .flatMap(({ cells }) => cells.filter((cell) => cell.text.length < 40))
    .map((cell) => labelKey(cell.text))
    .join('\n')
  const seen = [...words].filter(([, each]) => each.some((word) => text.includes(word)))
  const [only, ...others] = seen
  return only && others.length === 0 ? only[0] : 'unknown'
}
