/** Where a command writes: standard output in pieces, and notes for the person. */
export interface Output {
  readonly write: (text: string) => void
  readonly note: (text: string) => void
}

/** The command line without the command's name. */
export interface CommandLine {
  readonly files: readonly string[]
  readonly json: boolean
  /** Options with a value, by name. */
  readonly values: ReadonlyMap<string, string>
}

export interface Command {
  /** The line of the help. */
  readonly usage: string
  /** Options with a value, and what they may be; the first is taken where none is given. */
  readonly options: ReadonlyMap<string, readonly string[]>
  /** Gives the exit status. */
  readonly run: (line: CommandLine, output: Output) => Promise<number>
}

/** 0: no finding of severity error; 1: some; 2: wrong usage, or a file that could not be opened. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const
