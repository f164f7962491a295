import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullLabel, isInEdition } from '@/domain/catalogue'
import type { Report } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { toWideCsv } from '@/exports/canonical'
import {
  templateCsv,
  templateIndicators,
  templateSheets,
  templateWorkbook,
} from '@/exports/template'
import { draftReports } from '@/intake/draftReports'
import { intakeFiles } from '@/intake/intakeFile'
import type { FileDraft } from '@/intake/draft'

async function draftOf(content: BlobPart, name: string): Promise<FileDraft> {
  const drafts: FileDraft[] = []
  await intakeFiles([new File([content], name)], { ownUnits: [], within: null }, (draft) => {
    drafts.push(draft)
    return Promise.resolve()
  })
  const [draft] = drafts
  if (!draft) throw new Error('one file makes one draft')
  return draft
}

describe.each(['2019', '2021'] as const)('the template of the %s edition', (edition) => {
  test('has the figures of that edition and no other', () => {
    const ids = templateIndicators(edition).map(({ id }) => id)

    expect(ids.every((id) => isInEdition(id, edition))).toBe(true)
    expect(ids.includes('fees.amount')).toBe(edition === '2021')
    expect(ids.includes('procurement.amount')).toBe(edition === '2019')
  })

  test('filled in it imports without a question, as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }), async (numbers) => {
        const ids = templateIndicators(edition)
        const values = ids.map(({ kind }, at) =>
          kind === 'date'
            ? '2024-03-28'
            : kind === 'address'
              ? 'https://www.example.gov.cn/a.html'
              : String(numbers[at % numbers.length]),
        )
        const row = ['610921', '汉阴县', '2023', '', edition, ...values].join(',')
        const draft = await draftOf(`${templateCsv(edition)}${row}\r\n`, '模板.csv')

        expect(draft.findings).toEqual([])
        const [report] = draftReports(draft, createUnitRegistry([]))
        expect([...(report?.cells ?? [])].map(([id]) => id)).toEqual(ids.map(({ id }) => id))
        expect(report?.edition).toBe(edition)
      }),
      { numRuns: 5 },
    )
  })

  test('the workbook has instructions and a dictionary that are not read as data', async () => {
    const draft = await draftOf((await templateWorkbook(edition)) as BlobPart, '模板.xlsx')

    expect(templateSheets(edition).map(({ name }) => name)).toEqual([
      '填报',
      '填报说明',
      '数据字典',
    ])
    expect(draft.kind).toBe('xlsx')
    expect(draft.reports).toBe(0)
    expect(draft.findings.map(({ code, place }) => [code, place.sheet])).toEqual([
      ['no-data-rows', '填报'],
    ])
  })
})

test('the labels of the dictionary are those of the second header', () => {
  const [form, , dictionary] = templateSheets('2021')
  const labels = form?.rows[1]?.slice(5)

  expect(dictionary?.rows.slice(1).map(([, label]) => label)).toEqual(labels)
  expect(labels?.[0]).toBe(fullLabel('regulations.issued'))
})

test('an export of one report has the same header as the template', () => {
  const report: Report = {
    unit: { code: '610921', name: '汉阴县' },
    year: 2023,
    scope: 'whole',
    edition: '2021',
    cells: new Map([['licensing.decisions', { kind: 'value', value: 1, approximate: false }]]),
  }
  const keys = (csv: string): string => csv.split(',').slice(0, 5).join(',')

  expect(keys(templateCsv('2021'))).toBe(keys(toWideCsv([report])))
})
