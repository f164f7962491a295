import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryWriting, filesOf, type Container } from './containers'
import { arbitraryFigures, arbitraryHand, counties, writtenCells } from './figures'
import {
  arbitraryReports,
  formSheets,
  formUnits,
  markedReport,
  type FormLayout,
} from './formSheets'
import { arbitrarySurrounding, layouts } from './layouts'
import { keyOf, readBack, unnamedDifferences } from './readBack'

/** A sample each time; the long tests try every combination far more often. */
const { numRuns = 12 } = fc.readConfigureGlobal()

const containers: readonly Container[] = ['csv', 'xlsx', 'biff8', 'ods', 'html']
/** Tables in files of their own are no report any more. */
const formContainers: Readonly<Record<FormLayout, readonly Container[]>> = {
  sheetPerReport: containers,
  sheetPerTable: ['xlsx', 'biff8', 'ods'],
  belowEachOther: containers,
}
const kinds = Object.keys(layouts) as (keyof typeof layouts)[]
const forms: readonly FormLayout[] = ['sheetPerReport', 'sheetPerTable', 'belowEachOther']

describe.each(kinds)('layout %s', (layout) => {
  test.each(containers)('in %s reads back to the same values and states', async (container) => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(arbitraryFigures, arbitraryHand, arbitrarySurrounding, arbitraryWriting),
        async ([figures, hand, around, writing]) => {
          const files = filesOf(layouts[layout](figures, hand, around), container, writing)
          const { cells } = await readBack(files, counties)

          expect([...cells].toSorted()).toEqual([...writtenCells(figures)].toSorted())
        },
      ),
      { numRuns },
    )
  })
})

describe.each(forms)('the statutory form, %s', (layout) => {
  test.each(formContainers[layout])(
    'in %s reads back to the same values and states, or a finding names the cell',
    async (container) => {
      await fc.assert(
        fc.asyncProperty(arbitraryReports, arbitraryWriting, async (marked, writing) => {
          const reports = marked.map(markedReport)
          const files = formSheets(reports, layout).flatMap((sheets, index) =>
            filesOf(sheets, container, writing, `年报${index + 1}`),
          )
          const written = reports.flatMap(({ unit, year, cells }) =>
            [...cells].map(
              ([id, cell]) => [keyOf(unit.name, year, id), JSON.stringify(cell)] as const,
            ),
          )
          const read = await readBack(files, formUnits)

          expect(unnamedDifferences(new Map(written), read).slice(0, 5)).toEqual([])
        }),
        { numRuns: Math.ceil(numRuns / 4) },
      )
    },
  )
})
