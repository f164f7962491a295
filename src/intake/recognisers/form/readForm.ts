import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { Finding } from '@/domain/finding'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell } from '@/domain/report'
import { applicants, requestIndicator } from '@/domain/tableThree'
import type { Grid } from '../../document'
import { deriveLost } from './deriveLost'
import { formEdition } from './formEdition'
import { formLines } from './formLine'
import { leftOutColumns } from './leftOutColumns'
import { joinOrphans } from './joinOrphans'
import { proposeRows } from './proposeRows'
import type { RowDamage } from './rowCandidates'
import type { FormFigure, FormNote, TableReading } from './reading'
import { readTableFour } from './tableFour'
import { readTableThree } from './tableThree'
import { readTableTwo } from './tableTwo'

/** The statutory form as one document has it. */
export interface FormReading {
  readonly edition: ReportEdition
  /** By indicator; an indicator that is not here is not in the report's form. */
  readonly figures: ReadonlyMap<string, FormFigure>
  readonly notes: readonly FormNote[]
  /** Which of the tables 二, 三, 四 were found. */
  readonly tables: readonly ('2' | '3' | '4')[]
}

/**
 * Reads tables 二, 三 and 四 from the grids of any reader. Every figure of the form is either a number
 * as printed or flagged: blank where it is lost, unreadable where what stands there cannot be told
 * apart, and noted where a statutory sum fails. Null where the document has none of the tables. `year`: of the
 * report, where it is known; of columns named by years, that one's are read.
 */
export function readForm(grids: readonly Grid[], year: number | null = null): FormReading | null {
  const lines = joinOrphans(formLines(grids, year))
  const stated = formEdition(lines)
  const three = readTableThree(lines, stated)
  const outside = three ? lines.filter((line) => !three.lines.includes(line)) : lines
  const two = readTableTwo(outside, stated, grids)
  const four = readTableFour(outside)
  if (!three && !(two && four)) return null
  const readings = [two, three, four].filter(
    (each): each is NonNullable<typeof each> => each !== null,
  )
  const figures = new Map(readings.flatMap((reading) => [...reading.figures]))
  return {
    edition: stated === 'unknown' ? (two?.edition ?? 'unknown') : stated,
    figures,
    notes: [
      ...leftOutColumns(grids, year),
      ...withProposals(readings, figures),
      ...failingSums(figures),
      ...derivedRows(figures),
    ],
    tables: [
      two ? ['2' as const] : [],
      three ? ['3' as const] : [],
      four ? ['4' as const] : [],
    ].flat(),
  }
}

type Figures = ReadonlyMap<string, FormFigure>

function cellIn(figures: Figures): (indicator: string) => Cell {
  return (indicator) => figures.get(indicator)?.cell ?? { kind: 'absent' }
}

/** The notes of all tables, with what would satisfy the sums where just one reading does. */
function withProposals(readings: readonly TableReading[], figures: Figures): FormNote[] {
  const doubtful = readings.flatMap((reading) => reading.doubtful)
  const proposals = proposeRows(doubtful, cellIn(figures))
  return readings
    .flatMap(({ notes }) => notes)
    .map((note) => {
      const proposal = proposals.find(({ indicators }) => indicators === note.indicators)
      if (!proposal || !PROPOSING.has(note.code)) return note
      const { values, damage } = proposal
      return { ...note, detail: { ...note.detail, ...proposalDetail(values, damage) } }
    })
}

const PROPOSING: ReadonlySet<FormNote['code']> = new Set(['form-row-width', 'form-row-gaps'])

const damageWords: Readonly<Record<RowDamage, string>> = {
  shifted: '单元格错位',
  split: '一个数被拆成两格',
  merged: '两格并成一格',
  inserted: '多出一格',
  dropped: '缺一格',
}

/** `values` in the order of the note's indicators, for whoever applies it. */
function proposalDetail(values: readonly number[], damage: RowDamage): Finding['detail'] & object {
  return {
    proposal: `${damageWords[damage]}，应为 ${values.join('、')}，行合计与列合计都平`,
    values: values.join(' '),
    damage,
  }
}

/** What the sums leave for lost rows: said, never stored. */
function derivedRows(figures: Figures): FormNote[] {
  const derived = deriveLost(cellIn(figures))
  if (derived === null) return []
  const { rows, total, values, ifNoneCarriedOut } = derived
  const [first, ...others] = rows
  return [
    {
      code: 'form-derived',
      severity: 'info',
      place: null,
      indicators: rows.flatMap((row) => applicants.map((each) => requestIndicator(row, each))),
      detail: {
        label:
          others.length === 0
            ? `“${first?.label ?? ''}”总计`
            : `读不到的 ${rows.length} 行合计${ifNoneCarriedOut ? '（如无结转下年）' : ''}`,
        value: total,
        rows: rows.length,
        ...(values === null ? {} : { values: values.join(' ') }),
      },
    },
  ]
}

/** A statutory sum that does not add up as read: reported, never repaired. */
function failingSums(figures: Figures): FormNote[] {
  const cellOf = cellIn(figures)
  return identities.flatMap((identity): FormNote[] => {
    const result = evaluateIdentity(identity, cellOf)
    if (result?.outcome !== 'failed') return []
    return [
      {
        code: 'form-sum-fails',
        severity: 'error',
        place: figures.get(result.operands.at(-1) ?? '')?.place ?? null,
        indicators: result.operands,
        detail: {
          rule: identity.rule,
          label: identity.label,
          left: result.left ?? '',
          right: result.right ?? '',
        },
      },
    ]
  })
}
