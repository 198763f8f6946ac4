import { calendarOf } from '../../../graph/catalogue/duration.ts'
import type { Calendar } from '../../../graph/catalogue/duration.ts'
import { contributionsOf } from '../../../graph/stream/contributions.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { flowSelection, streamOf } from './flow-selection.ts'
import type { Nodes, SelectedStream } from './flow-selection.ts'
import { timeSpan } from './measures.ts'
import { Names } from './names.ts'

/** `ValueStream.contributions`. */
export function streamContributions(read: SelectedStream, working: Calendar): Answer.Contribution[] {
  const { of, all } = new Names(read)
  const { id, perspective, timesIn } = read
  return contributionsOf(streamOf(read, working)).map(({ practice, steps, leadMinutes, share, shareAlone }) => ({
    ...{ practice: of(practice), stream: of(id), perspective, share, shareAlone },
    lead: timeSpan(leadMinutes, calendarOf(timesIn, working)),
    steps: steps.map(({ step, activity, activities, with: others }) => ({
      ...{ step: of(step), activity: of(activity), activities, with: all(others) },
    })),
  }))
}

/** What must be read of a practice for its contributions: the streams that it feeds, whole. */
export const feedsSelection = `{ id feeds(first: 10000) { nodes ${flowSelection} } }`

/** `Practice.contributions`. */
export const practiceContributions = (
  { id, feeds }: { readonly id: string; readonly feeds: Nodes<SelectedStream> },
  working: Calendar,
): Answer.Contribution[] =>
  feeds.nodes.flatMap((stream) => streamContributions(stream, working).filter(({ practice }) => practice.id === id))
