import type { Cube } from '@/data/cube'
import type { UnitRegistry } from '@/domain/unit'
import type { ComparedFile } from './draft'
import type { DraftQuestion } from './mappingProtocol'
import { scaleQuestions } from './scaleQuestions'
import { tableQuestions } from './tableQuestions'

/** What only the user can tell of the files that are not left out, in the order of the files. */
export function draftQuestions(
  compared: readonly ComparedFile[],
  data: Cube,
  registry: UnitRegistry,
): DraftQuestion[] {
  return compared.flatMap(({ file, findings }): DraftQuestion[] => {
    if (file.leftOut) return []
    return [...tableQuestions(file.draft, findings), ...scaleQuestions(file.draft, data, registry)]
  })
}
