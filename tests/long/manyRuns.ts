import fc from 'fast-check'

/** In the long run every property that names no number of its own is tried this often. */
fc.configureGlobal({ numRuns: 500 })
