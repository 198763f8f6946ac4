import type { Need, Snapshot } from '../../../graph/impact/snapshot.ts'
import type { Criticality } from '../../../graph/impact/states.ts'

/** A need, `dependent` first; essential when nothing else is said. */
export function need(
  dependent: string,
  needed: string,
  criticality: Criticality = 'ESSENTIAL',
  more: Partial<Need> = {},
): Need {
  return { dependent, needed, type: 'NEEDS', criticality, relation: 0, ...more }
}

/** A need in the redundancy group "g". */
export function member(
  dependent: string,
  needed: string,
  atLeast?: number,
  criticality: Criticality = 'ESSENTIAL',
): Need {
  return need(dependent, needed, criticality, { redundancyGroup: 'g', atLeast })
}

/** A relation that carries only change. */
export function change(dependent: string, needed: string): Need {
  return { dependent, needed, type: 'MEASURES', relation: 0 }
}

/** The needs with all items at their ends. `step/capture` is the step Capture; an item without a kind is a Thing. */
export function snapshotOf(...needs: readonly Need[]): Snapshot {
  const ids = new Set(needs.flatMap(({ dependent, needed }) => [dependent, needed]))
  const items = [...ids].map((id) => {
    const [name = id, kind = 'thing'] = id.split('/').reverse()
    return { id, kind: capital(kind), name: capital(name) }
  })
  return { items, needs: needs.map((each, relation) => ({ ...each, relation })) }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
