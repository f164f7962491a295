import { compositionCards } from '../compare/compositionCards'
import type { Comparison } from '../compare/cards'
import { startState } from '../compare/viewState'
import { compositionOf } from './compositions'
import type { ExplorationInput } from './exploration'
import { mapCards } from './mapCards'
import { seriesCards } from './seriesCards'
import { whyNothing } from './whyNothing'
import { flowCards, matrixCards, rankCards, scatterCards } from './yearCards'

/** Turns an answer into the charts of the chosen form and the table beside them. */
export function explorationOf(input: ExplorationInput): Comparison {
  const comparison = comparisonOf(input)
  const nothing = comparison.cards.length === 0 ? whyNothing(input) : null
  return nothing === null ? comparison : { ...comparison, nothing, empty: [] }
}

function comparisonOf(input: ExplorationInput): Comparison {
  const { form } = input.state
  switch (form) {
    case 'ranking':
      return rankCards(input)
    case 'matrix':
      return matrixCards(input)
    case 'map':
      return mapCards(input)
    case 'scatter':
      return scatterCards(input)
    case 'flow':
      return flowCards(input)
    case 'composition':
      return partCards(input)
    default:
      return seriesCards(input, form)
  }
}

/** The compositions of the comparisons, over any whole of the form. */
function partCards({ state, layout, answer, held, theme, frame }: ExplorationInput): Comparison {
  const { units, scope, checks, shape, page, focus, over } = state
  const sort = state.sort === 'change' ? 'value' : state.sort
  const position = answer.units.findIndex(({ id }) => id === focus)
  const isAlone = over === 'years' && position >= 0
  return compositionCards(
    {
      state: { ...startState('outcomes'), units, scope, checks, shape, page, sort },
      layout: {
        kind: over === 'units' ? 'rows' : 'columns',
        years: layout.years,
        year: layout.year,
        units: layout.units,
        unit: isAlone ? focus : null,
      },
      answer,
      held,
      rollUps: [],
      theme,
      frame,
    },
    { kind: 'composition', ...compositionOf(state.parts) },
  )
}
