import type { GraphQLResolveInfo } from 'graphql'
import type { Affected, Impact } from '../../../graph/impact/impact.ts'
import { levels, stateAt } from '../../../graph/impact/states.ts'
import type { State } from '../../../graph/impact/states.ts'
import { atRisk } from '../../../graph/stream/at-risk.ts'
import { inOrder } from '../../../graph/stream/stream.ts'
import type { ApiContext } from '../../context.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { readRequired } from '../../plan/read-required.ts'
import { flowSelection, streamOf } from '../streams/flow-selection.ts'
import type { Nodes, Selected, SelectedStream } from '../streams/flow-selection.ts'
import type { Telling } from './telling.ts'

/** A service, and who consumes it. */
type SelectedService = Selected & { readonly consumers: Nodes<Selected> }
/** A stream, and for whom it creates value. */
type AffectedStream = SelectedStream & { readonly valueFor: Nodes<Selected> }

const streamSelection = `{ ... on ValueStream ${flowSelection} valueFor(first: 10000) { nodes { id name } } }`
const serviceSelection = '{ id name consumers(first: 10000) { nodes { id name } } }'

/** Kinds of what people feel. */
const feeling: ReadonlySet<string> = new Set(['ValueStream', 'Service'])

/** What a failure does to streams, services and stakeholders: two more reads, of those that are affected. */
export async function feltBy(
  context: ApiContext,
  info: GraphQLResolveInfo,
  impact: Impact,
  { named }: Telling,
): Promise<Pick<Answer.Impact, 'streams' | 'services' | 'stakeholders'>> {
  const affected = [...impact.all.values()].filter(({ item }) => feeling.has(item.kind))
  const ids = (kind: string): string[] => affected.filter(({ item }) => item.kind === kind).map(({ item }) => item.id)
  const [streams, services] = await Promise.all([
    readRequired<AffectedStream>(context, info, 'ValueStream', streamSelection, ids('ValueStream')),
    readRequired<SelectedService>(context, info, 'Service', serviceSelection, ids('Service')),
  ])
  const byRank = <Read extends Selected>(
    read: readonly Read[],
  ): { readonly read: Read; readonly found: Affected }[] => {
    const found = new Map(read.map((each) => [each.id, each]))
    return affected.flatMap((each) => {
      const known = found.get(each.item.id)
      return known === undefined ? [] : [{ read: known, found: each }]
    })
  }
  const [rankedStreams, rankedServices] = [byRank(streams), byRank(services)]
  const felt = [
    ...rankedServices.map(({ read, found }) => ({ through: found, people: read.consumers.nodes })),
    ...rankedStreams.map(({ read, found }) => ({ through: found, people: read.valueFor.nodes })),
  ]
  return {
    streams: rankedStreams.map(({ read, found }) => ({
      ...streamImpact(read, impact, context),
      ...{ stream: named(read.id), perspective: read.perspective, state: found.state },
      stakeholders: read.valueFor.nodes.map(({ id, name }) => ({ id, name })),
    })),
    services: rankedServices.map(({ read, found }) => ({
      ...{ service: named(read.id), state: found.state },
      stakeholders: read.consumers.nodes.map(({ id, name }) => ({ id, name })),
    })),
    stakeholders: stakeholdersOf(felt),
  }
}

/** A stream's hit steps: those that aren't OK are told, those that are worse than at risk count. */
function streamImpact(
  read: SelectedStream,
  { all }: Impact,
  { calendar }: ApiContext,
): Pick<Answer.StreamImpact, 'steps' | 'shareOfLeadTime' | 'shareOfDemand' | 'practices'> {
  const stream = streamOf(read, calendar)
  const hit = inOrder(stream).flatMap((step) => {
    const state = all.get(step.id)?.state
    return state === undefined ? [] : [{ step, state }]
  })
  const bad = hit.filter(({ state }) => levels[state] >= levels.DEGRADED).map(({ step }) => step)
  const practices = new Map(bad.flatMap((step) => step.practices.map(({ id, name }) => [id, { id, name }])))
  return {
    steps: hit.map(({ step: { id, name }, state }) => ({ step: { id, name }, state })),
    ...atRisk(stream, new Set(bad.map(({ id }) => id))),
    practices: [...practices.values()],
  }
}

/** Each stakeholder once, the worst off first. */
function stakeholdersOf(
  felt: readonly { readonly through: Affected; readonly people: readonly Selected[] }[],
): Answer.StakeholderImpact[] {
  const found = new Map<string, { readonly stakeholder: Selected; readonly through: Affected[] }>()
  for (const { through, people } of felt) {
    for (const stakeholder of people) {
      const known = found.get(stakeholder.id) ?? { stakeholder, through: [] }
      found.set(stakeholder.id, known)
      known.through.push(through)
    }
  }
  return [...found.values()]
    .map(({ stakeholder: { id, name }, through }) => ({
      ...{ stakeholder: { id, name }, state: worst(through.map(({ state }) => state)) },
      through: through.map(({ item }) => ({ id: item.id, name: item.name })),
    }))
    .sort((a, b) => levels[b.state] - levels[a.state] || (a.stakeholder.name < b.stakeholder.name ? -1 : 1))
}

const worst = (states: readonly State[]): State => stateAt(Math.max(...states.map((state) => levels[state])))
