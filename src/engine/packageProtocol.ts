/** Data out of the store, and back into it. */
export interface PackageApi {
  exportReports(format: 'csv' | 'json' | 'long'): Promise<Blob>
  /** All batches and sources as one file; notes the time as that of the last backup. */
  exportPackage(): Promise<Blob>
  /** Verifies a package and says what it holds; changes nothing. */
  inspectPackage(file: Blob): Promise<PackageSummary>
  /** Verifies a package, then puts it in the place of everything that is stored, in one transaction. */
  importPackage(file: Blob): Promise<void>
}

export interface PackageSummary {
  readonly createdAt: number
  readonly batches: number
  readonly reports: number
  readonly sources: number
  readonly ownUnits: number
  readonly sample: boolean
}
