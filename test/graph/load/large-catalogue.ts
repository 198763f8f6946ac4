import type { Files } from '../catalogue/catalogue-folder.ts'
import { smallCatalogue, streamHead } from '../catalogue/small-catalogue.ts'

/** A catalogue of a few thousand items in few files: streams of many steps, over what the small catalogue has. */
export function largeCatalogue(streams: number, steps: number): Files {
  const step = (_: unknown, i: number) =>
    `  - {id: s${i}, name: Step ${i}, activity: engage, practices: [service-desk]}\n`
  const text = `steps:\n${Array.from({ length: steps }, step).join('')}`
  const files = Array.from({ length: streams }, (_, i) => [
    `value-streams/stream-${i}.yaml`,
    streamHead.replace('Resolve an incident', `Stream ${i}`) + text,
  ])
  return { ...smallCatalogue, ...(Object.fromEntries(files) as Files) }
}
