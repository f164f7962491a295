import { saysTheSame, type TextClaim } from '@/domain/checks/textClaim'
import type { Prose } from '../../../document'
import { countedClaims } from './countedClaims'
import { sectionClaims, yearClaims } from './frameClaims'
import { partsClaims } from './partsClaims'
import { proseSections } from './proseSections'
import { statementClaims } from './statementClaims'

/** 五、存在的主要问题 speaks of other years and of plans. */
const PROBLEMS = 5

/**
 * What the running text of a report says of its tables, of its own sums, of its year and of the six
 * parts of the form: every statement that is understood, each once. A figure that is an indicator has
 * its check over the stored cells; nothing is said twice.
 */
export function textClaims(lines: readonly Prose[], year: number | null): TextClaim[] {
  const sections = proseSections(lines).filter(({ number }) => number !== PROBLEMS)
  const all = [
    ...sections.flatMap((section) => [
      ...countedClaims(section, year),
      ...statementClaims(section),
      ...partsClaims(section),
    ]),
    ...yearClaims(lines, year),
    ...sectionClaims(lines),
  ]
  return all.filter((claim, at) => all.findIndex((each) => saysTheSame(each, claim)) === at)
}
