export type ThemeChoice = 'light' | 'dark' | 'system'

const KEY = 'xianjian.theme'

/** What the choice comes to on a machine that does or does not prefer dark. */
export function effectiveTheme(choice: ThemeChoice, prefersDark: boolean): 'light' | 'dark' {
  if (choice !== 'system') return choice
  return prefersDark ? 'dark' : 'light'
}

/** The choice noted at the last visit: the settings come from the store, too late for the first paint. */
export function notedTheme(): ThemeChoice {
  try {
    const noted = localStorage.getItem(KEY)
    return noted === 'light' || noted === 'dark' ? noted : 'system'
  } catch {
    return 'system'
  }
}

let chosen: ThemeChoice = 'system'

/** Puts the theme on the page and notes the choice; `system` follows the machine from then on. */
export function applyTheme(choice: ThemeChoice): void {
  chosen = choice
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // No storage: the next visit starts with the machine's preference.
  }
  paint()
}

/** Keeps up with the machine's preference; call it once. */
export function followMachineTheme(): void {
  preference().addEventListener('change', paint)
}

function paint(): void {
  const theme = effectiveTheme(chosen, preference().matches)
  document.documentElement.dataset['theme'] = theme
  // Element Plus looks for this class.
  document.documentElement.classList.toggle('dark', theme === 'dark')
}

function preference(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}
