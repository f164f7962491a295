/** A word of a formula and where it begins, from 0. */
export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'open' | 'close' | 'stray'
  /** A name without its brackets, an operator as the grammar writes it. */
  readonly text: string
  readonly at: number
}

const brackets = '\\[([^\\]]*)\\]|【([^】]*)】|「([^」]*)」|“([^”]*)”|"([^"]*)"'
const token = new RegExp(
  [
    '(?<number>\\d+(?:\\.\\d+)?)',
    `(?<quoted>${brackets})`,
    '(?<operator>[+＋\\-－−–×*＊÷/／])',
    '(?<open>[(（])',
    '(?<close>[)）])',
    '(?<name>[^\\s+＋\\-－−–×*＊÷/／()（）[\\]【】「」“”"]+)',
    '(?<stray>\\S)',
  ].join('|'),
  'gu',
)

const operators: ReadonlyMap<string, string> = new Map([
  ...Array.from('+＋', (sign) => [sign, '+'] as const),
  ...Array.from('-－−–', (sign) => [sign, '−'] as const),
  ...Array.from('×*＊', (sign) => [sign, '×'] as const),
  ...Array.from('÷/／', (sign) => [sign, '÷'] as const),
])

/** Takes a formula apart; full-width signs and those of a keyboard are the same. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(token)].map((match): Token => {
    const { number, quoted, operator, open, close, name } = match.groups ?? {}
    const at = match.index
    if (number !== undefined) return { kind: 'number', text: number, at }
    if (quoted !== undefined) return { kind: 'name', text: quoted.slice(1, -1).trim(), at }
    if (operator !== undefined)
      return { kind: 'operator', text: operators.get(operator) ?? operator, at }
    if (open !== undefined) return { kind: 'open', text: '（', at }
    if (close !== undefined) return { kind: 'close', text: '）', at }
    if (name !== undefined) return { kind: 'name', text: name, at }
    return { kind: 'stray', text: match[0], at }
  })
}
