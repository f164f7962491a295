import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { evaluateIdentity, type IdentityResult } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'
import { adviseRepair, type Repair } from './repair'

/** Identities that share no figure are advised on apart: table 三 and each group of table 四. */
const tables = [
  identities.filter(({ rule }) => rule !== 'T4-SUM'),
  ...identities.filter(({ rule }) => rule === 'T4-SUM').map((each) => [each]),
]

/**
 * What would balance a report: for each table whose sums fail, the one change that satisfies all of
 * them. Without a table or with two candidates or two faults there is nothing for it.
 */
export function adviseForReport(cube: Cube, key: ReportKey): Repair[] {
  const cellOf = (indicator: string): Cell =>
    cube.cellAt(key, indicator)?.cell ?? { kind: 'absent' }
  return tables.flatMap((table) => {
    const results = table.flatMap((each): IdentityResult[] => {
      const result = evaluateIdentity(each, cellOf)
      return result === null ? [] : [result]
    })
    const advice = adviseRepair(results, cellOf)
    return advice === null ? [] : [advice]
  })
}
