import type { SiteMatricesQuery, SiteStreamsQuery } from '../generated/graphql.ts'
import { ask } from './ask.ts'
import type { Execute } from './build-input.ts'
import { pageSize } from './kind-document.ts'
import { matricesDocument, measuresDocument, streamsDocument } from './stream-documents.ts'

/** What the API works out for one stream: measures, answers, contributions, comparisons. Ids lead to the items. */
export type ReadStream = SiteStreamsQuery['valueStreams']['nodes'][number]
/** A stream's measures. */
export type Measures = ReadStream['measures']
/** The answer to one of the six questions. */
export type Answer = ReadStream['answers'][number]
/** What a practice contributes to a stream. */
export type Contribution = ReadStream['contributions'][number]
/** As-is against to-be. */
export type Comparison = ReadStream['comparisons'][number]
/** Practices down the side, streams or activities along the top. */
export type Matrix = SiteMatricesQuery['byStream']

/** What the API works out for all streams. */
export interface ReadStreams {
  /** By the stream's id. */
  readonly streams: ReadonlyMap<string, ReadStream>
  /** The same contributions, by the practice's id. */
  readonly contributionsOf: ReadonlyMap<string, readonly Contribution[]>
  readonly matrices: SiteMatricesQuery
}

/** Reads one stream's measures; undefined where there is no such stream. */
export async function readMeasures(execute: Execute, id: string): Promise<Measures | undefined> {
  return (await ask(execute, measuresDocument, { id })).valueStream?.measures
}

/** Reads what the API works out for streams: a hundred streams a request, and one request for the matrices. */
export async function readStreams(execute: Execute, today: string): Promise<ReadStreams> {
  const streams: ReadStream[] = []
  let after: string | null = null
  do {
    const answer: SiteStreamsQuery = await ask(execute, streamsDocument, { first: pageSize, after, today })
    streams.push(...answer.valueStreams.nodes)
    const { hasNextPage, endCursor } = answer.valueStreams.pageInfo
    after = hasNextPage ? endCursor : null
  } while (after !== null)
  return {
    streams: new Map(streams.map((each) => [each.id, each])),
    contributionsOf: Map.groupBy(
      streams.flatMap(({ contributions }) => contributions),
      ({ practice }) => practice.id,
    ),
    matrices: await ask(execute, matricesDocument, {}),
  }
}
