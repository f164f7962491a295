import type { ViewFile } from '@/exports/viewFile'
import type { FileApi, ViewFormat } from './fileProtocol'

/** What is written as files; what writes them is loaded on first use. */
export function fileActions(): FileApi {
  return { viewFile }
}

async function viewFile(view: ViewFile, format: ViewFormat): Promise<Blob> {
  if (format === 'csv') {
    const { viewCsv } = await import('@/exports/viewCsv')
    return new Blob([viewCsv(view)], { type: 'text/csv;charset=utf-8' })
  }
  const { viewWorkbook } = await import('@/exports/viewWorkbook')
  return viewWorkbook(view)
}
