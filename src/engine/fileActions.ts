import { traceCell } from '@/data/traceCell'
import { indicators } from '@/domain/catalogue'
import type { StatutoryFile } from '@/exports/statutoryFile'
import type { ViewFile } from '@/exports/viewFile'
import type { EngineCore } from './engineCore'
import type { FileApi, StatutoryFormat, ViewFormat } from './fileProtocol'

/** What is written as files; what writes them is loaded on first use. */
export function fileActions(core: EngineCore): FileApi {
  return {
    viewFile,
    statutoryFile,
    rawTexts: (key) =>
      core.run(({ holdings: { cube, contents } }) =>
        indicators.flatMap(({ id }): [string, string][] => {
          if (cube.cellAt(key, id)?.cell.kind !== 'unreadable') return []
          const text = traceCell(contents, key, id).current?.raw
          return text === undefined ? [] : [[id, text]]
        }),
      ),
  }
}

async function viewFile(view: ViewFile, format: ViewFormat): Promise<Blob> {
  if (format === 'csv') {
    const { viewCsv } = await import('@/exports/viewCsv')
    return new Blob([viewCsv(view)], { type: 'text/csv;charset=utf-8' })
  }
  const { viewWorkbook } = await import('@/exports/viewWorkbook')
  return viewWorkbook(view)
}

async function statutoryFile(file: StatutoryFile, format: StatutoryFormat): Promise<Blob> {
  if (format === 'docx') {
    const { statutoryDocx } = await import('@/exports/statutoryDocx')
    return statutoryDocx(file)
  }
  const { statutoryWorkbook } = await import('@/exports/statutoryWorkbook')
  return statutoryWorkbook(file)
}
