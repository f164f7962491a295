/** Put in at build time: a hash of all that the program is made of. */
declare const PROGRAM_HASH: string

/** Names this very build of the program. */
export const PROGRAM = PROGRAM_HASH
