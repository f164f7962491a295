import type { Finding, Place } from '@/domain/finding'
import type { UnitId, UnitMatch, UnitRegistry, UnitText } from '@/domain/unit'
import type { OpenUnit } from '../draft'
import type { RecogniseContext } from './recognition'

/** A text that does not lead to exactly one unit, and how many reports it has. */
export interface OpenText {
  readonly text: UnitText
  readonly match: UnitMatch
  reports: number
}

interface KnownText {
  /** The unit, or the placeholder that stands for the text until the user has said what it means. */
  readonly id: UnitId
  readonly open: OpenText | null
}

/**
 * The units of one file: every distinct writing is looked up once. What does not lead to exactly one
 * unit gets a placeholder and is asked about; nothing is guessed.
 */
export class UnitTexts {
  readonly #context: Omit<RecogniseContext, 'file'>
  readonly #known = new Map<string, KnownText>()

  constructor(context: Omit<RecogniseContext, 'file'>) {
    this.#context = context
  }

  /** What a text leads to; at its first place the finding, if there is any. */
  lookUp(text: UnitText, place: Place): KnownText {
    const key = `${text.code}\0${text.name}`
    const seen = this.#known.get(key)
    if (seen !== undefined) return seen
    const { registry, within, findings } = this.#context
    const match = within === null ? registry.resolve(text) : registry.resolve(text, within)
    const finding = unitFinding(text, match, place, registry)
    if (finding !== null) findings.add(finding)
    const known: KnownText =
      match.kind === 'one'
        ? { id: match.unit.id, open: null }
        : { id: placeholderOf(text), open: { text, match, reports: 0 } }
    this.#known.set(key, known)
    return known
  }

  openUnits(): OpenUnit[] {
    return [...this.#known.values()].flatMap(({ id, open }) =>
      open === null || open.reports === 0 ? [] : [{ placeholder: id, ...open }],
    )
  }
}

/** The same for the same writing in every file, width and spaces apart. */
function placeholderOf({ code, name }: UnitText): UnitId {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
  return `?${plain(code)}|${plain(name)}`
}

function unitFinding(
  text: UnitText,
  match: UnitMatch,
  place: Place,
  registry: UnitRegistry,
): Finding | null {
  const base = {
    severity: 'warning',
    place,
    raw: writtenUnit(text),
    unit: writtenUnit(text),
  } as const
  switch (match.kind) {
    case 'none':
      return { code: 'unit-unknown', ...base }
    case 'many': {
      const candidates = match.candidates.map(({ id, code }) =>
        code === null ? registry.fullName(id) : `${registry.fullName(id)}（${code}）`,
      )
      return { code: 'unit-ambiguous', ...base, detail: { candidates: candidates.join('、') } }
    }
    case 'conflict': {
      const byName = match.byName.map(({ id }) => registry.fullName(id)).join('、')
      const detail = {
        code: text.code,
        name: text.name,
        byCode: registry.fullName(match.byCode.id),
        byName,
      }
      return { code: 'unit-code-name-conflict', ...base, detail }
    }
    case 'one': {
      if (match.by !== 'formerName' && match.by !== 'formerCode') return null
      const detail = { name: match.unit.name, code: match.unit.code ?? '' }
      return { code: 'unit-by-former-name', ...base, severity: 'info', detail }
    }
  }
}

/** A unit as the file writes it, for messages. */
export function writtenUnit({ code, name }: UnitText): string {
  return name === '' ? code : name
}
