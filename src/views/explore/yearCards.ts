import type { AnswerState } from '@/analysis/answer'
import { requestFlow } from '@/analysis/requestFlow'
import type { Standing } from '@/analysis/standings'
import type { Facet } from '@/charts/chartModel'
import { editionNote } from '@/charts/editionNote'
import { hasNumbers } from '@/charts/facets'
import { flowChart } from '@/charts/flowChart'
import { flowTable } from '@/charts/flowTable'
import { figureHeatChart } from '@/charts/heatChart'
import { rankTable } from '@/charts/rankTable'
import { rankingChart } from '@/charts/rankingChart'
import type { Reference } from '@/charts/references'
import { comparedUnits, referencesOf } from '@/charts/references'
import { correlationText, paired, scatterChart } from '@/charts/scatterChart'
import { unitTable } from '@/charts/tables'
import { shortLabel } from '@/domain/catalogue'
import { namesText } from '@/wording/answers'
import { centreText } from '@/wording/centres'
import { axisScale, flowScale } from '@/wording/scaleNotes'
import type { Card, Comparison } from '../compare/cards'
import { columnsFor, heldNote, pageSize, roomOf } from '../compare/cards'
import type { ExplorationInput } from './exploration'
import { heldColours, heldOf } from './held'
import { colourNote, itemsIn } from './seriesCards'
import {
  captionOf,
  facetsOf,
  focusOf,
  joined,
  orderedUnits,
  shownYear,
  standingsByYear,
  titleOf,
  unitPage,
} from './exploration'

/** Ranks of one year: bars with their intervals; who is not ranked stands below, with the reason. */
export function rankCards(input: ExplorationInput): Comparison {
  const { state, layout, answer, frame } = input
  const year = shownYear(input)
  const all = answer.units.map((_, unit) => unit)
  const facets = facetsOf(input)
  const full = facets.filter((facet) => hasNumbers(facet, all, [year]))
  const order = orderedUnits(input, full[0])
  const columns = columnsFor(full.length, 34, frame)
  const rows = Math.max(1, Math.ceil(full.length / columns))
  const shown = unitPage(order, pageSize('ranking', frame, rows), state.page)
  const room = roomOf(full.length, columns, frame)
  const standings = full.map((facet) => standingsByYear(input, facet, [year]))
  const cards = full.map((facet, place): Card => {
    const ofYear = standings[place]?.[year] ?? []
    const references = referencesOf(answer, facet, state.references)
    return {
      key: `ranking ${facet.parts[0]?.item ?? ''}`,
      title: `${titleOf(facet)} · ${layout.year} 年`,
      model: rankingChart({
        answer,
        facet,
        year,
        units: shown.units,
        all: order,
        scale: state.scale,
        theme: input.theme,
        width: room.width * input.theme.rem,
        description: `${captionOf(input, facet.title)}；数字见下表`,
        held: heldOf(input, facets.indexOf(facet)),
        before: (unit) => rankMark(ofYear[unit]),
        interval: (unit) => intervalOf(ofYear[unit]),
        focus: focusOf(input),
        references,
      }),
      note: joined(
        ...references.map((reference) => centreAt(reference, year, facet)),
        rankNote(input, facet, ofYear),
        editionNote(answer, year, itemsIn(facet)),
      ),
    }
  })
  return {
    cards,
    fills: true,
    columns,
    room,
    table: rankTable({
      answer,
      facets: full,
      units: order,
      years: [year],
      standings,
      caption: captionOf(input, full.map(titleOf).join('、')),
    }),
    pages: shown.pages,
    page: shown.page,
    drawn: shown.drawn,
    empty: facets.filter((facet) => !full.includes(facet)).map(({ title }) => title),
  }
}

function centreAt({ kind, values }: Reference, year: number, facet: Facet): string {
  const centre = values[year]
  return centre ? centreText(kind, centre, facet) : ''
}

function rankMark(standing: Standing | undefined): string {
  return standing?.kind === 'ranked' ? `${standing.rank}. ` : ''
}

function intervalOf(standing: Standing | undefined) {
  return standing && 'interval' in standing ? standing.interval : null
}

/** How the ranks came about, and who has none, with the reason; what the lengths of the bars say. */
function rankNote(
  { answer, held, state }: ExplorationInput,
  facet: Facet,
  standings: readonly Standing[],
): string {
  const named = (kind: Standing['kind']) =>
    namesText(
      standings.flatMap((standing, unit) =>
        standing.kind === kind ? [answer.units[unit]?.name ?? ''] : [],
      ),
    )
  const isRate = standings.some((standing) => intervalOf(standing) !== null)
  const [small, alone] = [named('small'), named('alone')]
  const without = (is: (state: AnswerState) => boolean) =>
    namesText(
      standings.flatMap((standing, unit) =>
        standing.kind === 'missing' && is(standing.state) ? [answer.units[unit]?.name ?? ''] : [],
      ),
    )
  const missing = without((state) => state !== 'notExisting' && state !== 'otherExtent')
  const regrouped = without((state) => state === 'otherExtent')
  return joined(
    '从大到小，数值相同的并列（1、2、2、4）',
    isRate ? '横线为 95% 区间（Wilson），区间相叠的名次不可区分' : '',
    small === '' ? '' : `分母小于 ${facet.minimumDenominator ?? ''}、不排名：${small}`,
    alone === '' ? '' : `只有一个单位可排、不排名：${alone}`,
    missing === '' ? '' : `没有数、不排名：${missing}`,
    regrouped === '' ? '' : `其间有区划调整、不排名：${regrouped}`,
    axisScale(state.scale, 'bars'),
    heldNote({ held }),
  )
}

/** Units by figures in one year, each figure with its own colours. */
export function matrixCards(input: ExplorationInput): Comparison {
  const { state, layout, answer, theme, frame } = input
  const year = shownYear(input)
  const facets = facetsOf(input)
  const order = orderedUnits(input, facets[0])
  const size = frame.height === null ? 120 : Math.max(5, Math.floor((frame.height - 6) / 1.35))
  const shown = unitPage(order, size, state.page)
  const room = roomOf(1, 1, frame)
  const caption = captionOf(input, `${facets.length} 项`)
  const model = figureHeatChart({
    answer,
    facets,
    year,
    held: facets.map((_, place) => heldColours(input, place)),
    units: shown.units,
    all: order,
    scale: state.scale,
    focus: focusOf(input),
    theme,
    width: room.width * theme.rem,
    description: `${caption}；数字见下表`,
  })
  const ratio = facets.find(({ minimumDenominator }) => minimumDenominator !== null) ?? facets[0]
  const editions = editionNote(answer, year, facets.flatMap(itemsIn))
  const note = joined(
    editions,
    '每一列自成色阶',
    ratio ? colourNote(ratio, theme.dark) : '',
    heldNote(input),
  )
  return {
    cards: [{ key: 'matrix', title: `${facets.length} 项 · ${layout.year} 年`, model, note }],
    fills: true,
    columns: 1,
    room,
    table: unitTable({ answer, facets, units: order, years: [year], caption }),
    pages: shown.pages,
    page: shown.page,
    drawn: shown.drawn,
    empty: [],
  }
}

/** Two figures of one year against each other. */
export function scatterCards(input: ExplorationInput): Comparison {
  const { state, layout, answer, theme, frame } = input
  const year = shownYear(input)
  const [across, up] = facetsOf(input)
  const units = comparedUnits(answer)
  const all = answer.units.map((_, unit) => unit)
  const facets = [across, up].filter((facet) => facet !== undefined)
  const caption = captionOf(input, facets.map(titleOf).join(' 与 '))
  const table = unitTable({
    answer,
    facets,
    units: orderedUnits(input, across),
    years: [year],
    caption,
  })
  const common = { fills: true, columns: 1, room: roomOf(1, 1, frame), table, pages: 1, page: 0 }
  const drawn = {
    units: [1, units.length, all.length] as const,
    figures: [1, 1, 1] as const,
  }
  if (!across || !up) return { ...common, cards: [], drawn, empty: [] }
  const pair = { facets: [across, up] as const, units, year }
  const dots = new Set(paired(pair))
  const missing = units
    .filter((unit) => !dots.has(unit))
    .map((unit) => answer.units[unit]?.name ?? '')
  const model = scatterChart({
    ...pair,
    answer,
    held: [heldValues(input, 0), heldValues(input, 1)],
    scale: state.scale,
    focus: focusOf(input),
    references: [
      referencesOf(answer, across, state.references),
      referencesOf(answer, up, state.references),
    ],
    theme,
    description: `${caption}；数字见下表`,
  })
  const lacks = missing.length === 0 ? '' : `缺一项、不在图中：${namesText(missing)}`
  return {
    ...common,
    cards: [
      {
        key: `scatter ${across.title} ${up.title}`,
        title: `${across.title} 与 ${up.title} · ${layout.year} 年`,
        model,
        note: joined(
          correlationText(pair),
          lacks,
          axisScale(state.scale, 'points'),
          heldNote(input),
          editionNote(answer, year, facets.flatMap(itemsIn)),
        ),
      },
    ],
    drawn,
    empty: [],
  }
}

function heldValues(input: ExplorationInput, place: number): readonly number[] {
  return heldOf(input, place)?.cells.map(({ value }) => value) ?? []
}

/** From who asked to how it ended, over all units or the one that stands out. */
export function flowCards(input: ExplorationInput): Comparison {
  const { layout, answer, theme, frame } = input
  const year = shownYear(input)
  const focus = focusOf(input)
  const units = focus === null ? comparedUnits(answer) : [focus]
  const flow = requestFlow(answer, units, year)
  const who = focus === null ? `${units.length} 个单位合计` : (answer.units[focus]?.name ?? '')
  const caption = captionOf(input, `申请人 → 办理结果（件） · ${who}`)
  const reasons = flow.missing.map(({ unit, indicator }) => {
    const name = answer.units[unit]?.name ?? ''
    return indicator === null ? `${name}（未报）` : `${name}（${shortLabel(indicator)}无数）`
  })
  const lacks = reasons.length === 0 ? '' : `，缺：${namesText(reasons)}`
  const cases = flow.cases.some((count) => count > 0)
  return {
    cards: cases
      ? [
          {
            key: 'flow',
            title: `申请人 → 办理结果（件） · ${layout.year} 年 · ${who}`,
            model: flowChart({ flow, theme, description: `${caption}；数字见下表` }),
            note: `各格齐全的 ${flow.n}/${flow.of} 个单位${lacks}；${flowScale}`,
          },
        ]
      : [],
    fills: true,
    columns: 1,
    room: roomOf(1, 1, frame),
    table: flowTable(flow, caption),
    pages: 1,
    page: 0,
    drawn: { units: [1, units.length, units.length], figures: [1, 1, 1] },
    empty: cases ? [] : [`申请人 → 办理结果${lacks}`],
  }
}
