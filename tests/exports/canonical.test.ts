import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '@/domain/report'
import { toJson, toLongCsv, toWideCsv } from '@/exports/canonical'
import { intake } from '../intake/intake'
import { arbitraryReports } from './arbitraryReports'

/** What has to survive: whose report it is, its cells, and the texts of unreadable ones. */
function essence(reports: readonly Report[]) {
  return reports
    .map(({ unit, year, scope, edition, cells, raw }) => ({
      unit: unit.name,
      ...{ year, scope, edition },
      cells: [...cells].filter(([, { kind }]) => kind !== 'absent').sort(byId),
      raw: [...(raw ?? [])].map(([id, text]) => [id, withoutGuard(text)] as const).sort(byId),
    }))
    .sort(
      (a, b) => a.year - b.year || a.unit.localeCompare(b.unit) || a.scope.localeCompare(b.scope),
    )
}

/** The apostrophe that keeps a formula from running is part of the file, not of the text. */
function withoutGuard(text: string): string {
  return text.trim().replace(/^'/, '').trim()
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

const writers: readonly [string, string, (reports: readonly Report[]) => string][] = [
  ['a wide CSV', 'a.csv', (reports) => toWideCsv(reports)],
  ['a wide CSV with Chinese labels', 'a.csv', (reports) => toWideCsv(reports, 'labels')],
  ['a wide CSV with both headers', 'a.csv', (reports) => toWideCsv(reports, 'both')],
  ['a long CSV', 'a.csv', toLongCsv],
  ['JSON', 'a.json', (reports) => toJson(reports)],
]

describe('what is written reads back to the same values, states and marks', () => {
  test.each(writers)('%s', async (_, name, write) => {
    await fc.assert(
      fc.asyncProperty(arbitraryReports, async (reports) => {
        const read = await intake(name, write(reports))

        expect(essence(read.reports)).toEqual(essence(reports))
      }),
      { numRuns: 60 },
    )
  })
})
