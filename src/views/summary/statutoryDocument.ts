import type { FormFigure, FormSummary } from '@/charts/formSummary'
import type { ReportEdition } from '@/domain/indicator'
import type { Scope } from '@/domain/report'
import type { UnitView } from '@/engine/unitProtocol'
import { cellText } from '@/exports/cellText'
import type { StatutoryCell, StatutoryFile, StatutoryNote } from '@/exports/statutoryFile'
import type { Fact } from '@/exports/viewFile'
import { markSigns } from '@/wording/answers'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'

/** What a document says around its tables. */
export interface DocumentFrame {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly notes: readonly StatutoryNote[]
}

/** The sums of a group in the layout of the form; a sum of nothing is 无. */
export function summaryDocument(
  { tables, figures }: FormSummary,
  frame: DocumentFrame,
  marks: ReadonlyMap<string, string>,
): StatutoryFile {
  const cellOf = (indicator: string) => {
    const figure = figures.get(indicator)
    const mark = `${figure === undefined ? '' : markSigns(figure)}${marks.get(indicator) ?? ''}`
    const value = figure?.state === 'value' ? figure.value : '无'
    return { value, mark, isDoubtful: figure?.check === 'failed' }
  }
  return { ...frame, tables: laidOut(tables, cellOf) }
}

/**
 * A report in the layout of the form, as it can be read back: blanks are empty, other states as the
 * form has them. `raw`: the texts of unreadable cells.
 */
export function reportDocument(
  { tables, figures, edition }: FormSummary,
  frame: DocumentFrame,
  raw: ReadonlyMap<string, string>,
): StatutoryFile {
  const cellOf = (indicator: string) => {
    const figure = figures.get(indicator)
    const value = figure ? reportValue(figure, indicator, edition, raw.get(indicator)) : ''
    // 约 is part of the text, as it is in a report.
    const mark = figure === undefined ? '' : markSigns({ ...figure, approximate: false })
    return { value, mark, isDoubtful: figure?.check === 'failed' }
  }
  return { ...frame, tables: laidOut(tables, cellOf) }
}

function reportValue(
  { state, value, approximate }: FormFigure,
  indicator: string,
  edition: ReportEdition,
  raw: string | undefined,
): number | string {
  const writing = { indicator, measure: indicatorMeasure(indicator), edition, raw }
  switch (state) {
    case 'value':
      return approximate ? cellText({ kind: 'value', value, approximate }, writing) : value
    case 'blank':
    case 'notApplicable':
    case 'unreadable':
    case 'absent':
      return cellText({ kind: state }, writing)
    default:
      return ''
  }
}

function laidOut(
  tables: FormSummary['tables'],
  cellOf: (
    indicator: string,
  ) => Pick<StatutoryCell & { kind: 'figure' }, 'value' | 'mark' | 'isDoubtful'>,
): StatutoryFile['tables'] {
  return tables.map(({ title, columns, rows }) => ({
    title,
    columns,
    rows: rows.map((row) =>
      row.map((cell): StatutoryCell => {
        const { rows: tall, columns: wide } = cell
        if (cell.kind === 'label')
          return { rows: tall, columns: wide, kind: 'label', text: cell.text }
        return { rows: tall, columns: wide, kind: 'figure', ...cellOf(cell.indicator) }
      }),
    ),
  }))
}

/**
 * What a report is called, so that it is known whose it is: `陕西省安康市汉阴县人民政府2023年政府信息公开
 * 工作年度报告`. Counties share their names.
 */
export function reportTitle(
  { name, fullName, kind }: Pick<UnitView, 'name' | 'fullName' | 'kind'>,
  year: number,
  scope: Scope,
): string {
  const isGovernment = kind === 'county' || kind === 'city' || kind === 'province'
  const body = isGovernment ? `${fullName}人民政府` : name
  return `${body}${scope === 'office' ? '办公室' : ''}${year}年政府信息公开工作年度报告`
}

/** What the sums of a group are called. */
export function summaryTitle(count: number, year: number): string {
  return `${year} 年政府信息公开工作年度报告汇总表（${count} 个单位）`
}
