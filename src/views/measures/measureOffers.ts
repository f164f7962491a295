import { isAuxiliary } from '@/domain/auxiliary'
import { isCustom, shortLabel } from '@/domain/catalogue'
import type { OwnMeasure } from '@/domain/ownMeasure'
import type { MeasureDraft } from '@/engine/measureProtocol'

/** Columns by which counts of different counties can be compared. */
const POPULATION = /人口(?:数|总数)?(?:[（(]\s*(?<unit>万?人)\s*[）)])?$/u

const perPeople = [
  ['requests.new.total', '每万人新收申请'],
  ['licensing.decisions', '每万人行政许可'],
  ['penalties.decisions', '每万人行政处罚'],
] as const

/**
 * Ready-made measures per 10,000 people for each population on record (常住人口,
 * 户籍人口 …; in 人, or in 万人 where its name says so), without those whose formula is kept already.
 */
export function measureOffers(
  recorded: readonly string[],
  kept: readonly OwnMeasure[],
): readonly MeasureDraft[] {
  const formulas = new Set(kept.map(({ formula }) => formula))
  const populations = recorded.filter(
    (id) => (isCustom(id) || isAuxiliary(id)) && POPULATION.test(shortLabel(id)),
  )
  const offers = populations.flatMap((population) => {
    const isTenThousands = POPULATION.exec(shortLabel(population))?.groups?.['unit'] === '万人'
    const suffix = populations.length > 1 ? `（${shortLabel(population)}）` : ''
    return perPeople.map(([indicator, name]): MeasureDraft => ({
      id: null,
      name: name + suffix,
      unit: '件/万人',
      formula: `[${indicator}] ÷ [${population}]${isTenThousands ? '' : ' × 10000'}`,
      minimumDenominator: null,
    }))
  })
  return offers.filter(({ formula }) => !formulas.has(formula))
}
