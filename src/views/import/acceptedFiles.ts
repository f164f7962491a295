/** What the file dialog offers first; what a file is, its content decides. */
export const ACCEPTED =
  '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.xlsx,.xls,.ods,.et,.docx,.pdf,.html,.htm,.mht,.zip,.xianjian'
