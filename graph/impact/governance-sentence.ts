import type { TraceRow } from './governance-facts.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { nameOf } from './neighbours.ts'
import { listed } from './listed.ts'

/**
 * What a policy comes to, in words: "Change policy names 5 items. It reaches 12 steps of 3 value streams, 9 resources, 4
 * contracts and 3 suppliers. 2 gaps are left."
 * @param governed how many items it governs by name.
 */
export function governanceSentence(
  index: IndexedSnapshot,
  id: string,
  governed: number,
  rows: readonly TraceRow[],
  gaps: number,
): string {
  const found = (cell: 'step' | 'stream' | 'resource' | 'contract' | 'supplier'): number =>
    new Set(rows.flatMap((row) => row[cell] ?? [])).size
  const steps = found('step')
  const parts = [
    ...(steps === 0 ? [] : [`${counted(steps, 'step')} of ${counted(found('stream'), 'value stream')}`]),
    ...(['resource', 'contract', 'supplier'] as const).flatMap((cell) =>
      found(cell) === 0 ? [] : [counted(found(cell), cell)],
    ),
  ]
  const name = nameOf(index, id)
  const all =
    governed === 0
      ? `${name} names nothing, and so holds for everything.`
      : `${name} names ${counted(governed, 'item')}.`
  const start = governed === 0 ? 'What is under it or based on it' : 'It'
  const reaches = parts.length === 0 ? `${start} reaches no work.` : `${start} reaches ${listed(parts)}.`
  const missing = gaps === 0 ? undefined : `${counted(gaps, 'gap')} ${gaps === 1 ? 'is' : 'are'} left.`
  return [all, rows.length === 0 ? undefined : reaches, missing].filter((part) => part !== undefined).join(' ')
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
