import type { GraphQLResolveInfo } from 'graphql'
import { inTurns } from '../../../graph/impact/in-turns.ts'
import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { supplierConcentrationInSteps } from '../../../graph/impact/supplier-concentration.ts'
import type { Hanging, SharesOf } from '../../../graph/impact/supplier-concentration.ts'
import type { SupplierFacts } from '../../../graph/impact/supplier-capacities.ts'
import type { Calendar } from '../../../graph/catalogue/duration.ts'
import { readRevisionNumber } from '../../../graph/load/loaded-catalogue.ts'
import { TooMuch } from '../../../graph/impact/too-much.ts'
import { leadTimeParts } from '../../../graph/stream/lead-time-parts.ts'
import type { ApiContext } from '../../context.ts'
import type * as Answer from '../../generated/resolvers.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readRequired } from '../../plan/read-required.ts'
import { flowSelection, streamOf } from '../streams/flow-selection.ts'
import type { Edges, Nodes, Selected, SelectedStream } from '../streams/flow-selection.ts'
import { ask, mostTold } from './asked.ts'
import { Telling } from './telling.ts'

const selection = `{
  id name contracts(first: 10000) { edges { as node { id } } }
  makes(first: 10000) { nodes { id } } subsidiaries(first: 10000) { nodes { id } }
}`

interface SelectedSupplier extends Selected {
  readonly contracts: Edges<Pick<Selected, 'id'>, { readonly as: string }>
  readonly makes: Nodes<Pick<Selected, 'id'>>
  readonly subsidiaries: Nodes<Pick<Selected, 'id'>>
}

/** An answer, and whether the statements behind it were answered from the snapshot's revision as well. */
interface Concentrations {
  readonly answer: readonly Answer.SupplierConcentration[]
  readonly isOneRevision: boolean
}

/** Answers that are known or being worked out: every snapshot is of one revision, and of none is there another answer. */
const known = new WeakMap<LoadedSnapshot, Promise<Concentrations>>()

/** `Query.supplierConcentration`, worked out once a revision. */
export const supplierConcentration: Required<QueryResolvers>['supplierConcentration'] = (
  _,
  _arguments,
  context,
  info,
) =>
  ask(info, context, async (snapshot) => {
    const shared = known.get(snapshot) ?? concentrationIn(snapshot, context, info)
    known.set(snapshot, shared)
    const found = await shared.catch((error: unknown) => {
      if (error instanceof TooMuch) throw error
    })
    if (found?.isOneRevision === true) return found.answer
    // A load came between: this request reads by itself, so that it is noticed that it must be asked again.
    if (known.get(snapshot) === shared) known.delete(snapshot)
    return (await concentrationIn(snapshot, context, info)).answer
  })

async function concentrationIn(
  snapshot: LoadedSnapshot,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<Concentrations> {
  const [suppliers, streams] = await Promise.all([
    readRequired<SelectedSupplier>(context, info, 'Supplier', selection),
    readRequired<SelectedStream>(context, info, 'ValueStream', flowSelection),
  ])
  const { named } = new Telling(snapshot)
  const perspectives = new Map(streams.map(({ id, perspective }) => [id, perspective]))
  const hanging = ({
    state,
    alone,
    alternatives,
  }: Hanging): Pick<Answer.ServiceOnSupplier, 'state' | 'alone' | 'alternatives'> => ({
    ...{ state, alone },
    alternatives: alternatives.map(({ of, group, left }) => ({ of: named(of), group, left: left.map(named) })),
  })
  const shares = sharesAmong(streams, context.calendar)
  const isOneRevision = (await readRevisionNumber(context.store)) === snapshot.revision
  const steps = supplierConcentrationInSteps(snapshot.index, suppliers.map(factsOf), shares, mostTold)
  const answer = (await inTurns(steps)).map(({ supplier, capacities, summary }) => ({
    ...{ supplier: named(supplier.id), summary },
    capacities: capacities.map(({ as, through, streams: onIt, services }) => ({
      ...{ as, through: through.map(named) },
      streams: onIt.flatMap(({ share, shareAlone, ...stream }) => {
        const perspective = perspectives.get(stream.id)
        if (perspective === undefined) return []
        return [{ stream: named(stream.id), perspective, ...hanging(stream), share, shareAlone }]
      }),
      services: services.map((service) => ({ service: named(service.id), ...hanging(service) })),
    })),
  }))
  return { answer, isOneRevision }
}

const factsOf = ({ id, name, contracts, makes, subsidiaries }: SelectedSupplier): SupplierFacts => ({
  ...{ id, name },
  subcontracts: contracts.edges.filter(({ as }) => as === 'SUBCONTRACTOR').map(({ node }) => node.id),
  makes: makes.nodes.map((made) => made.id),
  owns: subsidiaries.nodes.map((company) => company.id),
})

/** Measures each stream once, when it is first asked about. */
function sharesAmong(streams: readonly SelectedStream[], calendar: Calendar): SharesOf {
  const read = new Map(streams.map((stream) => [stream.id, stream]))
  const known = new Map<string, ReturnType<SharesOf>>()
  return (id) => {
    const stream = read.get(id)
    if (stream === undefined || known.has(id)) return known.get(id)
    known.set(id, leadTimeParts(streamOf(stream, calendar)))
    return known.get(id)
  }
}
