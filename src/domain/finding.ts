export type Severity = 'error' | 'warning' | 'info'

/** A stretch of a page, in points from its upper left corner as it is seen. */
export interface PageBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place in a source. Rows and columns count from 1, as a spreadsheet shows them. */
export interface Place {
  readonly file: string
  readonly sheet?: string
  readonly table?: string
  readonly page?: number
  readonly row?: number
  readonly column?: number
  /** Where on the page it stands, where the source has pages. */
  readonly box?: PageBox
}

/**
 * Something that a reader, a recogniser or a check noticed. It carries facts only: its Chinese text
 * is made from `code` and `detail` in `wording/findings`.
 */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  /** What was read there, as written. */
  readonly raw?: string
  readonly unit?: string
  readonly year?: number
  readonly indicators?: readonly string[]
  /** The numbers and names that the message needs. */
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Kebab-case, one code one meaning; `wording/findings` has a text for every one (a test holds it). */
export type FindingCode = ReadingCode | RecognisingCode | FormCode | CellCode

export type ReadingCode =
  | 'file-empty'
  | 'file-binary'
  | 'file-type-mismatch'
  | 'file-type-unsupported'
  | 'file-too-large'
  | 'read-failed'
  | 'encoding-damaged'
  | 'encoding-mixed'
  | 'encoding-ambiguous'
  | 'text-mojibake'
  | 'text-lost-character'
  | 'text-control-character'
  | 'newlines-mixed'
  | 'quote-unescaped'
  | 'quote-unclosed'
  | 'row-short'
  | 'row-long'
  | 'delimiter-guessed'
  | 'json-invalid'
  | 'json-too-deep'
  | 'json-duplicate-key'
  | 'json-number-unsafe'
  | 'json-item-skipped'
  | 'cell-too-long'
  | 'sheet-hidden'
  | 'rows-hidden'
  | 'columns-hidden'
  | 'archive-unsafe'
  | 'archive-damaged'
  | 'pdf-encrypted'
  | 'pdf-damaged'
  | 'pdf-scanned'
  | 'page-in-frame'

export type RecognisingCode =
  | 'layout-unknown'
  | 'no-data-rows'
  | 'header-found-below'
  | 'column-unit-missing'
  | 'column-year-missing'
  | 'column-unknown'
  | 'column-duplicate'
  | 'column-ambiguous'
  | 'unit-unknown'
  | 'unit-ambiguous'
  | 'unit-code-name-conflict'
  | 'unit-by-former-name'
  | 'year-invalid'
  | 'year-from-date'
  | 'year-missing'
  | 'scope-unknown'
  | 'scope-from-name'
  | 'figure-in-auxiliary'
  | 'figure-of-other-form'
  | 'edition-unknown'
  | 'report-duplicate'
  | 'row-skipped'
  | 'row-of-part'
  | 'indicator-unknown'
  | 'unit-missing'
  | 'years-as-columns'
  | 'header-joined'
  | 'column-unit-stated'
  | 'column-unit-conflict'
  | 'column-unit-two'
  | 'money-unit-two'
  | 'row-unit-stated'
  | 'row-unit-two'
  | 'row-unit-unknown'
  | 'row-unit-conflict'
  | 'row-unit-missing'
  | 'column-inferred'
  | 'column-unit-answered'
  | 'columns-all-unknown'
  | 'total-mismatch'
  | 'report-invalid'
  | 'figure-duplicate'
  | 'table-crossed'
  | 'tables-beside'
  | 'tables-joined'
  | 'key-ditto'
  | 'table-not-annual'
  | 'years-twice'
  | 'columns-of-year'
  | 'columns-named'
  | 'column-left-out'
  | 'table-key-inferred'
  | 'table-key-conflict'
  | 'table-key-missing'

export type FormCode =
  | 'form-row-lost'
  | 'form-row-width'
  | 'form-row-gaps'
  | 'form-row-by-order'
  | 'form-columns-moved'
  | 'form-column-left-out'
  | 'form-column-unsure'
  | 'form-row-unsure'
  | 'form-row-twice'
  | 'form-line-stray'
  | 'form-sum-fails'
  | 'form-empty'
  | 'form-empty-beside'
  | 'form-tables-missing'
  | 'form-other-report'
  | 'form-older'
  | 'form-several'
  | 'form-unit-inferred'
  | 'form-unit-conflict'
  | 'form-year-inferred'
  | 'form-year-conflict'
  | 'form-day-conflict'
  | 'form-scope-unclear'
  | 'form-derived'
  | 'prose-counted'
  | 'prose-conflict'
  | 'prose-differs'
  | 'prose-undecided'
  | 'prose-parts-differ'
  | 'prose-other-year'
  | 'prose-part-missing'

export type CellCode =
  | 'cell-unreadable'
  | 'cell-no-address'
  | 'cell-ambiguous-number'
  | 'cell-unit-suffix'
  | 'cell-converted'
  | 'cell-unit-assumed'
  | 'cell-numeral'
  | 'cell-remark'
  | 'cell-negative'
  | 'cell-not-integer'
  | 'cell-formula'
  | 'cell-maybe-date'
  | 'cell-thousands'
  | 'cell-precision'
