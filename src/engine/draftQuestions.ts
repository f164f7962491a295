import type { Cube } from '@/data/cube'
import type { UnitRegistry } from '@/domain/unit'
import { keyAt } from '@/data/compare'
import { correctionKey } from '@/data/cube'
import type { ComparedFile, ComparedPart } from './draft'
import type { DraftQuestion } from './mappingProtocol'
import { scaleQuestions } from './scaleQuestions'
import { tableQuestions } from './tableQuestions'

/** What only the user can tell of the files that are not left out, in the order of the files. */
export function draftQuestions(
  compared: readonly ComparedFile[],
  data: Cube,
  registry: UnitRegistry,
): DraftQuestion[] {
  return compared.flatMap(({ file, findings, parts }): DraftQuestion[] => {
    if (file.leftOut) return []
    return [
      ...tableQuestions(file.draft, findings),
      ...scaleQuestions(file.draft, data, registry, fixedCells(parts)),
    ]
  })
}

/** What was fixed by hand is beyond doubt. */
function fixedCells(parts: readonly ComparedPart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ compared, fixes }) =>
      fixes.map(({ row, indicator }) => correctionKey(keyAt(compared.segment, row), indicator)),
    ),
  )
}
