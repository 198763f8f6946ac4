import type { Asked } from '../ask.ts'
import { Failure } from '../failure.ts'
import { anyOf, shortId } from '../text/words.ts'
import { pageWidth } from '../text/wrap.ts'
import { nearStreamsDocument } from './documents.ts'
import { everyStream, streamList } from './list.ts'

/** What is told of an id that no value stream has: what may have been meant, and what there is. */
export async function unknownStream(api: Asked, id: string): Promise<Failure> {
  const words = shortId(id).replaceAll(/[-_/]/g, ' ')
  const { search } = await api.ask(nearStreamsDocument, { query: words })
  const near = search.nodes.map(({ item }) => `"${shortId(item.id)}"`)
  const meant = near.length === 0 ? '' : ` Did you mean ${anyOf(near)}?`
  const streams = await everyStream(api)
  return new Failure(`There is no value stream "${id}".${meant}\n\n${streamList(streams, pageWidth())}`)
}
