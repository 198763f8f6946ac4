import { join } from 'node:path'
import { createApi } from '../../../../api/execute.ts'
import { readCatalogue } from '../../../../site/src/catalogue/read-catalogue.ts'
import { streamMapOf } from '../../../../site/src/diagrams/stream-map/stream-map-of.ts'
import type { MapMeasures } from '../../../../site/src/diagrams/stream-map/stream-map-of.ts'
import type { StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'
import { loadedStore } from '../../../loaded-store.ts'

const question = `{
  valueStreams(first: 100) { nodes { id measures {
    clock
    criticalPath { steps { id } onePass { ...times } }
    loops { from { id } to { id } }
    endsEarly { step { id } share }
    steps { step { id } visits process { ...time } lead { ...time } wait { ...time } }
    handOffsBetweenPractices { ways { from { id } to { id } } }
    handOffsBetweenPerformers { ways { from { id } to { id } } }
  } } }
}
fragment times on StreamTimes { process { ...time } lead { ...time } wait { ...time } }
fragment time on TimeSpan { minutes text }`

/** The example's streams, as the site draws them. */
export async function exampleMaps(): Promise<readonly StreamMap[]> {
  const api = await createApi(await loadedStore(join(import.meta.dirname, '../../../../catalogues/example')))
  try {
    const catalogue = await readCatalogue((document, variables) => api.execute(document, variables))
    const { data, errors } = await api.execute(question)
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    const { nodes } = (data as { valueStreams: { nodes: { id: string; measures: MapMeasures }[] } }).valueStreams
    return nodes.flatMap(({ id, measures }) => {
      const stream = catalogue.items.get(id)
      return stream === undefined ? [] : [streamMapOf(stream, measures, (item) => `/${item.id}/`)]
    })
  } finally {
    await api.close()
  }
}
