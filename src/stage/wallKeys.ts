/** What a key asks of the wall. */
export type WallAction =
  | { readonly kind: 'enter' }
  | { readonly kind: 'leave' }
  /** Charts or table. */
  | { readonly kind: 'table' }
  /** To another view. */
  | { readonly kind: 'view'; readonly steps: 1 | -1 }
  /** To the year before or after. */
  | { readonly kind: 'year'; readonly steps: 1 | -1 }
  /** Through the years, or stop. */
  | { readonly kind: 'play' }
  /** To another part of a list of units that is too long for one screen. */
  | { readonly kind: 'part'; readonly steps: 1 | -1 }

export interface Pressed {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, Alt or Meta: then the key is the browser's. */
  readonly modified: boolean
  /** The focus is where letters are typed. */
  readonly typing: boolean
}

const onTheWall: ReadonlyMap<string, WallAction> = new Map<string, WallAction>([
  ['escape', { kind: 'leave' }],
  ['f', { kind: 'leave' }],
  ['t', { kind: 'table' }],
  ['p', { kind: 'play' }],
  ['[', { kind: 'year', steps: -1 }],
  [']', { kind: 'year', steps: 1 }],
  ['pagedown', { kind: 'view', steps: 1 }],
  ['arrowright', { kind: 'view', steps: 1 }],
  ['arrowdown', { kind: 'view', steps: 1 }],
  ['pageup', { kind: 'view', steps: -1 }],
  ['arrowleft', { kind: 'view', steps: -1 }],
  ['arrowup', { kind: 'view', steps: -1 }],
])

/** What a key does, on the wall or before it; null: nothing of ours. */
export function wallAction(pressed: Pressed, onWall: boolean): WallAction | null {
  if (pressed.modified || pressed.typing) return null
  const key = pressed.key.toLowerCase()
  if (!onWall) return key === 'f' ? { kind: 'enter' } : null
  if (key === ' ') return { kind: 'part', steps: pressed.shift ? -1 : 1 }
  return onTheWall.get(key) ?? null
}
