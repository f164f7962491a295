import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readSource } from '@/intake/readers/readSource'
import { hasOffice } from '../documents/office'

const folder = mkdtempSync(join(tmpdir(), 'xianjian-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Converts a file of the folder and gives the bytes of the new one. */
function convert(name: string, filter: string): Uint8Array {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const options = [profile, '--headless', '--convert-to', filter, '--outdir', folder]
  execFileSync('soffice', [...options, join(folder, name)], { stdio: 'ignore', timeout: 180_000 })
  const extension = filter.split(':')[0] ?? ''
  return new Uint8Array(readFileSync(join(folder, name.replace(/\.[^.]+$/, `.${extension}`))))
}

async function grids(bytes: Uint8Array, name: string) {
  const documents = await readSource({ name, path: name, bytes })
  return documents.flatMap((document) => document.grids)
}

test.runIf(hasOffice('calc'))(
  'the committed files are what LibreOffice makes of their source',
  async () => {
    copyFileSync('fixtures/spreadsheets/libreoffice.fods', join(folder, 'a.fods'))
    for (const extension of ['xlsx', 'xls', 'ods']) {
      const committed = new Uint8Array(
        readFileSync(`fixtures/spreadsheets/libreoffice.${extension}`),
      )

      expect(await grids(convert('a.fods', extension), `a.${extension}`)).toEqual(
        await grids(committed, `a.${extension}`),
      )
    }
  },
)

test.runIf(hasOffice('calc'))(
  'random tables written by LibreOffice read back exactly',
  async () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('县市公开许可 0123"\',;/—（）')),
      maxLength: 9,
    })
    const number = fc.integer({ min: -(10 ** 13), max: 10 ** 13 }).map((value) => value / 10 ** 6)
    const cell = fc.oneof(
      text.map((value) => `t${value.trim()}`),
      number,
      fc.nat(),
    )
    const [rows = []] = fc.sample(
      fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { minLength: 60, maxLength: 60 }),
      { seed: 20261123, numRuns: 1 },
    )
    writeFileSync(join(folder, 'random.fods'), flatSheet(rows))
    const expected = rows.map((row) => row.map(String))

    for (const extension of ['xlsx', 'xls', 'ods']) {
      const [grid] = await grids(convert('random.fods', extension), `random.${extension}`)
      expect(grid?.rows).toEqual(expected)
    }
    // 44 comma, 34 quote, 76 UTF-8, 1 first row, cells as shown: false.
    const csv = convert('random.fods', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false')
    const [grid] = await grids(csv, 'random.csv')
    expect(grid?.rows).toEqual(expected)
  },
)

function flatSheet(rows: readonly (readonly (string | number)[])[]): string {
  const body = rows.map((row) => `<table:table-row>${row.map(flatCell).join('')}</table:table-row>`)
  const spaces = ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="表">${body.join('')}</table:table></office:spreadsheet></office:body></office:document>`
}

function flatCell(value: string | number): string {
  if (typeof value === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${value}"/>`
  }
  const escaped = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/ /g, '<text:s/>')
  return `<table:table-cell office:value-type="string"><text:p>${escaped}</text:p></table:table-cell>`
}
