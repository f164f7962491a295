import { describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { readHtml } from '@/intake/readers/html/readHtml'
import { readForm, type FormReading } from '@/intake/recognisers/form/readForm'
import { printForm, type PrintedCell, type PrintedForm } from '../../../documents/formTables'
import { renderDocument } from '../../../documents/houseStyles'

const { reports } = generateSample({ counties: 6, years: [2023, 2024] }, 7)
const applicantIds = [
  'naturalPerson',
  'company',
  'research',
  'publicWelfare',
  'legalService',
  'otherOrganisation',
  'total',
]

const report = busiest()

/** A report whose petitions came from several kinds of applicants: its row is no row of zeros. */
function busiest(): Report {
  const found = reports.toSorted((a, b) => petitions(b) - petitions(a))[0]
  if (!found) throw new Error('no report')
  return found
}

function petitions({ cells }: Report): number {
  return applicantIds.filter((id) => {
    const cell = cells.get(`requests.new.${id}`)
    return cell?.kind === 'value' && cell.value > 0
  }).length
}

/** The first row of table 三, 本年新收, and what it has. */
const newRow = 3
const values = applicantIds.map((id) => {
  const cell = report.cells.get(`requests.new.${id}`)
  return cell?.kind === 'value' ? cell.value : NaN
})

function read(change: (row: PrintedCell[], table: PrintedCell[][]) => void): FormReading {
  const form = printForm(report, '2021')
  const three = form.three.map((row) => [...row])
  change(three[newRow] ?? [], three)
  const damaged: PrintedForm = { ...form, three }
  const reading = readForm(readHtml(renderDocument(damaged, 'html', '年报'), 'a').grids)
  if (!reading) throw new Error('no form')
  return reading
}

function text(written: string): PrintedCell {
  return { text: written, rows: 1, columns: 1 }
}

function proposalOf(reading: FormReading): unknown {
  const note = reading.notes.find(({ detail }) => detail?.['values'] !== undefined)
  return note && [note.code, note.detail?.['values'], note.detail?.['damage']]
}

describe('what would put a damaged row right', () => {
  test('is proposed where two cells ran together, and the cells stay unreadable', () => {
    const reading = read((row) => {
      const both = (row[1]?.text ?? '') + (row[2]?.text ?? '')
      row.splice(1, 2, text(both))
    })

    expect(proposalOf(reading)).toEqual(['form-row-width', values.join(' '), 'merged'])
    expect(reading.figures.get('requests.new.total')?.cell).toEqual({ kind: 'unreadable' })
  })

  test('is proposed where a cell is one too many, and where one was cut in two', () => {
    const total = String(values[6])
    const strewn = read((row) => row.splice(2, 0, text('9')))
    const cut = read((row) => row.splice(7, 1, text(total.slice(0, 1)), text(total.slice(1))))

    expect(proposalOf(strewn)).toEqual(['form-row-width', values.join(' '), 'inserted'])
    expect(proposalOf(cut)).toEqual(['form-row-width', values.join(' '), 'split'])
  })

  test('is not proposed where the columns cannot confirm it', () => {
    const reading = read((row, table) => {
      row.splice(1, 1)
      // With （七）总计 and 四、结转 gone, nothing joins the row to the others.
      table.splice(-2, 2)
    })

    expect(reading.notes.map(({ code }) => code)).toContain('form-row-width')
    expect(proposalOf(reading)).toBeUndefined()
  })
})

describe('what the sums say of lost rows', () => {
  test('is told for one lost row figure by figure, and never stored', () => {
    const reading = read((_, table) => table.splice(newRow + 3, 1))
    const derived = reading.notes.find(({ code }) => code === 'form-derived')
    const partial = report.cells.get('requests.partial.total')

    expect(derived?.detail?.['value']).toBe(partial?.kind === 'value' ? partial.value : NaN)
    expect(derived?.detail?.['values']).toBeDefined()
    expect(reading.figures.get('requests.partial.total')?.cell).toEqual({ kind: 'blank' })
  })

  test('holds only if nothing was carried over where that is lost too', () => {
    const reading = read((_, table) => table.splice(-4, 4))
    const derived = reading.notes.find(({ code }) => code === 'form-derived')

    expect(derived?.detail?.['label']).toContain('如无结转下年')
  })
})
