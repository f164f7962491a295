import { isAuxiliary } from '@/domain/auxiliary'
import type { ReportKey } from './batch'

/**
 * Where a figure of a report's unit and year stands: in the report, or beside all reports where it is
 * auxiliary.
 */
export function figureKey<Key extends ReportKey>(key: Key, indicator: string): Key {
  return isAuxiliary(indicator) ? { ...key, scope: 'auxiliary' } : key
}
