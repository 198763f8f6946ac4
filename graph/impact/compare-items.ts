import { compareText } from '../text/compare-text.ts'
import type { SnapshotItem } from './snapshot.ts'

/** By name, then by id. */
export const compareItems = (a: SnapshotItem, b: SnapshotItem): number =>
  compareText(a.name, b.name) || compareText(a.id, b.id)
