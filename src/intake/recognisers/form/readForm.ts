import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell } from '@/domain/report'
import type { Grid } from '../../document'
import { formEdition } from './formEdition'
import { formLines } from './formLine'
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
 * apart, and noted where a statutory sum fails. Null where the document has none of the tables.
 */
export function readForm(grids: readonly Grid[]): FormReading | null {
  const lines = formLines(grids)
  const stated = formEdition(lines)
  const three = readTableThree(lines, stated)
  const outside = three ? lines.filter((line) => !three.lines.includes(line)) : lines
  const two = readTableTwo(outside, stated)
  const four = readTableFour(outside)
  if (!three && !(two && four)) return null
  const readings = [two, three, four].filter(
    (each): each is NonNullable<typeof each> => each !== null,
  )
  const figures = new Map(readings.flatMap((reading) => [...reading.figures]))
  return {
    edition: stated === 'unknown' ? (two?.edition ?? 'unknown') : stated,
    figures,
    notes: [...readings.flatMap(notesOf), ...failingSums(figures)],
    tables: [
      two ? ['2' as const] : [],
      three ? ['3' as const] : [],
      four ? ['4' as const] : [],
    ].flat(),
  }
}

function notesOf({ notes }: TableReading): readonly FormNote[] {
  return notes
}

/** A statutory sum that does not add up as read: reported, never repaired. */
function failingSums(figures: ReadonlyMap<string, FormFigure>): FormNote[] {
  const cellOf = (indicator: string): Cell => figures.get(indicator)?.cell ?? { kind: 'absent' }
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
