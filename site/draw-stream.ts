import type { Execute } from './src/catalogue/build-input.ts'
import { readAllItems } from './src/catalogue/read-catalogue.ts'
import { readMeasures } from './src/catalogue/read-streams.ts'
import { layOutStreamMap } from './src/diagrams/stream-map/layout.ts'
import { streamMapOf } from './src/diagrams/stream-map/stream-map-of.ts'
import type { LanesBy } from './src/diagrams/stream-map/stream-map.ts'
import { streamMapSvg } from './src/diagrams/stream-map/svg.ts'

/**
 * Draws a value stream: the picture of its page as an SVG file of its own, in both themes, without links.
 * @param execute answers GraphQL.
 * @param id the stream's whole id.
 * @returns the file's text; undefined where there is no such stream.
 */
export async function drawStream(execute: Execute, id: string, lanesBy: LanesBy): Promise<string | undefined> {
  const measures = await readMeasures(execute, id)
  const item = (await readAllItems(execute)).items.get(id)
  if (item === undefined || measures === undefined) return undefined
  const map = streamMapOf(item, measures, () => undefined)
  return streamMapSvg(layOutStreamMap(map, lanesBy))
}
