/** What the file dialog offers first; what a file is, its content decides. */
export const ACCEPTED = '.csv,.tsv,.txt,.json,.xlsx,.xls,.ods,.et,.html,.htm,.zip,.xianjian'
