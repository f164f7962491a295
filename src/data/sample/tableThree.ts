import type { Edition } from '@/domain/indicator'
import type { Random } from './random'

/** Applications under way at the end of a year, for every kind of applicant. */
export type Open = ReadonlyMap<string, number>

/** Who applies, in the order of the printed columns, and how often. */
export const applicants: ReadonlyMap<string, number> = new Map([
  ['naturalPerson', 86],
  ['company', 8],
  ['research', 0.3],
  ['publicWelfare', 0.6],
  ['legalService', 3],
  ['otherOrganisation', 2.1],
])

const outcomes: ReadonlyMap<string, number> = new Map([
  ['granted', 34],
  ['partial', 5],
  ['denied.stateSecret', 0.1],
  ['denied.prohibitedByLaw', 0.6],
  ['denied.safetyAndStability', 0.3],
  ['denied.thirdParty', 1.2],
  ['denied.internalAffairs', 1.4],
  ['denied.deliberative', 2.6],
  ['denied.enforcementFile', 1.6],
  ['denied.inquiry', 1],
  ['unavailable.notHeld', 27],
  ['unavailable.notReady', 4],
  ['unavailable.unclear', 2],
  ['rejected.petition', 5],
  ['rejected.repeated', 2],
  ['rejected.publication', 0.1],
  ['rejected.excessive', 0.6],
  ['rejected.confirmation', 0.4],
])
const otherIn2019 = new Map([['other.all', 10]])
const otherIn2021 = new Map([
  ['other.notCorrected', 3],
  ['other.feeUnpaid', 0.2],
  ['other.rest', 7],
])

/** The outcome rows of table 三 of an edition, each with its usual weight. */
export function outcomesOf(edition: Edition): ReadonlyMap<string, number> {
  return new Map([...outcomes, ...(edition === '2019' ? otherIn2019 : otherIn2021)])
}

/**
 * Fills table 三 so that its identities hold: rows sum to 总计, outcomes to （七）总计, and new +
 * carriedIn = processed + carriedOut in every column. Returns what stays open at the end of the year.
 */
export function fillTableThree(
  figures: Map<string, number>,
  random: Random,
  weights: ReadonlyMap<string, number>,
  received: number,
  before: Open,
): Open {
  const open = new Map<string, number>()
  for (const [applicant, fresh] of random.share(received, applicants)) {
    const carriedIn = openOf(before, applicant)
    const carriedOut = random.hits(fresh + carriedIn, 0.05)
    const processed = fresh + carriedIn - carriedOut
    const column = new Map([
      ['new', fresh],
      ['carriedIn', carriedIn],
      ...random.share(processed, weights),
      ['processed', processed],
      ['carriedOut', carriedOut],
    ])
    for (const [row, count] of column) {
      figures.set(`requests.${row}.${applicant}`, count)
      addTo(figures, `requests.${row}.total`, count)
    }
    open.set(applicant, carriedOut)
  }
  return open
}

function openOf(open: Open, applicant: string): number {
  const count = open.get(applicant)
  if (count === undefined) throw new Error(`No count of open applications for ${applicant}.`)
  return count
}

function addTo(figures: Map<string, number>, id: string, count: number): void {
  const sum = figures.get(id)
  figures.set(id, sum === undefined ? count : sum + count)
}
