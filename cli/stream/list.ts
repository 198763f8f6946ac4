import type { CliStreamsQuery } from '../generated/graphql.ts'
import { everyNode } from '../ask.ts'
import type { Asked } from '../ask.ts'
import { numbers, table } from '../text/table.ts'
import { percent, perspectiveWord, shortId, time } from '../text/words.ts'
import { streamsDocument } from './documents.ts'

/** A value stream in the list of all. */
export type ListedStream = CliStreamsQuery['valueStreams']['nodes'][number]

/** Every value stream, by name. */
export const everyStream = ({ ask }: Asked): Promise<ListedStream[]> =>
  everyNode(async (after) => (await ask(streamsDocument, { after })).valueStreams)

/** The value streams as a table. */
export function streamList(streams: readonly ListedStream[], width: number): string {
  if (streams.length === 0) return 'There are no value streams.'
  return table(
    [
      { title: 'Stream', whole: true },
      { title: 'Name' },
      { title: '' },
      ...numbers('Lead time', 'Activity ratio', 'Practices'),
    ],
    streams.map(({ id, name, perspective, measures, practices }) => [
      shortId(id),
      name,
      perspectiveWord(perspective),
      time(measures.criticalPath?.total.lead),
      percent(measures.criticalPath?.total.activityRatio),
      String(practices.totalCount),
    ]),
    width,
  )
}
