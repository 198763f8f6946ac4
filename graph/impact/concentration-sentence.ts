import type { Hanging, HangingOn } from './supplier-concentration.ts'
import type { SupplierCapacity } from './supplier-capacities.ts'

const words: Record<SupplierCapacity, string> = {
  CONTRACT_HOLDER: 'contract holder',
  SUBCONTRACTOR: 'sub-supplier',
  MAKER: 'maker',
  OWNER: 'owner of other suppliers',
}

/**
 * What hangs on a supplier, in words: "As contract holder, Acme alone carries 2 value streams and 1 service; 1 value
 * stream more would be at risk without it."
 */
export function concentrationSentence(name: string, capacities: readonly HangingOn[]): string {
  const told = capacities.flatMap(({ as, streams, services }) => {
    const alone = counted(streams, services, true)
    const more = counted(streams, services, false)
    const start = `As ${words[as]}, ${name}`
    if (alone === undefined)
      return more === undefined ? [] : [`Without ${name} as ${words[as]}, ${more} would be at risk.`]
    return [`${start} alone carries ${alone}${more === undefined ? '' : `; ${more} more would be at risk without it`}.`]
  })
  return told.length === 0 ? `No value stream and no service hangs on ${name}.` : told.join(' ')
}

/** "2 value streams and 1 service"; undefined for none. */
function counted(streams: readonly Hanging[], services: readonly Hanging[], alone: boolean): string | undefined {
  const parts = (
    [
      [streams, 'value stream'],
      [services, 'service'],
    ] as const
  ).flatMap(([items, word]) => {
    const count = items.filter((each) => each.alone === alone).length
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]
  })
  return parts.length === 0 ? undefined : parts.join(' and ')
}
