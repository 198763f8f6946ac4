import type { CliHopFragment } from '../generated/graphql.ts'

/** Relations with the lines that they are written in, each a text of its own. */
export const sourcesOf = (hops: readonly CliHopFragment[]): string[] =>
  hops.map(({ from, verb, to, sources }) => {
    const places = sources.map(({ layer, file, line, system, record, says }) => {
      const imported = system == null ? '' : `, ${[system, record].filter((each) => each != null).join(' ')}`
      return `${file}:${line} (${layer}${imported})${says == null ? '' : `, which says ${says}`}`
    })
    return `${from.name} ${verb} ${to.name}: ${places.join(', ')}`
  })
