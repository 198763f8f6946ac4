import type { GraphQLResolveInfo } from 'graphql'
import type { DecisionFacts, GovernanceFacts, PolicyFacts } from '../../../graph/impact/governance-facts.ts'
import type { GovernanceGap } from '../../../graph/impact/governance-gaps.ts'
import { allGovernanceGaps, governanceTrace as traceOf } from '../../../graph/impact/governance-trace.ts'
import { entry } from '../../../graph/impact/index-snapshot.ts'
import { numbersOf } from '../../../graph/impact/unknown-items.ts'
import type { ApiContext } from '../../context.ts'
import type * as Answer from '../../generated/resolvers.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { badUserInput } from '../../plan/bad-user-input.ts'
import { readRequired } from '../../plan/read-required.ts'
import type { Nodes, Selected } from '../streams/flow-selection.ts'
import { ask, day, limited, listSize } from './asked.ts'
import { Telling } from './telling.ts'

/** `Query.governanceTrace`. */
export const governanceTrace: Required<QueryResolvers>['governanceTrace'] = (
  _,
  { today, first, ...asked },
  context,
  info,
) =>
  ask(info, context, async (snapshot) => {
    const { index, revision } = snapshot
    const id = context.former.now(asked.id)
    const [number = -1] = numbersOf(index, [id])
    const most = listSize(first, info)
    const trace = traceOf(index, await readFacts(context, info, day(today)), id)
    if (trace === undefined) {
      const { name, kind } = entry(index.items, number)
      throw badUserInput(
        `"${name}" is a ${kind}: ask for a policy, a decision or a guiding principle.`,
        info.fieldNodes[0],
      )
    }
    const { named } = new Telling(snapshot)
    const cell = (at: string | undefined): Answer.NamedItem | null => (at === undefined ? null : named(at))
    return {
      ...{ revision, of: named(id), everything: trace.everything, summary: trace.summary },
      ...{ ...limited(trace.rows.length, most, [], 'first'), gaps: gapsOf(trace.gaps, named) },
      rows: trace.rows
        .slice(0, most)
        .map(({ governor, governed, practices, stream, step, resource, contract, supplier }) => ({
          ...{ governor: named(governor), governed: named(governed), practices: practices.map(named) },
          ...{ stream: cell(stream), step: cell(step), resource: cell(resource) },
          ...{ contract: cell(contract), supplier: cell(supplier) },
        })),
    }
  })

/** `Query.governanceGaps`. */
export const governanceGaps: Required<QueryResolvers>['governanceGaps'] = (_, { today }, context, info) =>
  ask(info, context, async (snapshot) => {
    const facts = await readFacts(context, info, day(today))
    return gapsOf(allGovernanceGaps(snapshot.index, facts), new Telling(snapshot).named)
  })

const gapsOf = (gaps: readonly GovernanceGap[], named: Telling['named']): Answer.AnswerGap[] =>
  gaps.map(({ about, message }) => ({ about: named(about), message }))

type Ids = Nodes<Pick<Selected, 'id'>>

/** What isn't in the snapshot, in one statement. */
async function readFacts(context: ApiContext, info: GraphQLResolveInfo, today: string): Promise<GovernanceFacts> {
  const [policies, decisions, principles, suppliers] = await Promise.all([
    readRequired<PolicyFacts>(context, info, 'Policy', '{ id inForceFrom inForceUntil }'),
    readRequired<Omit<DecisionFacts, 'isSuperseded'> & { readonly supersededBy: Ids }>(
      context,
      info,
      'Decision',
      '{ id status expires supersededBy(first: 1) { nodes { id } } }',
    ),
    readRequired<{ readonly id: string; readonly appliedIn: Ids }>(
      context,
      info,
      'GuidingPrinciple',
      '{ id appliedIn(first: 10000) { nodes { id } } }',
    ),
    readRequired<{ readonly id: string; readonly makes: Ids }>(
      context,
      info,
      'Supplier',
      '{ id makes(first: 10000) { nodes { id } } }',
    ),
  ])
  const resources = new Set(context.model.interfaces.get('Resource')?.members)
  return {
    ...{ policies, today, isResource: (kind) => resources.has(kind) },
    decisions: decisions.map(({ supersededBy, ...decision }) => ({
      ...{ ...decision, isSuperseded: supersededBy.nodes.length > 0 },
    })),
    principles: principles.map(({ id, appliedIn }) => ({ id, appliedIn: appliedIn.nodes.map((each) => each.id) })),
    makers: new Map(suppliers.flatMap(({ id, makes }) => makes.nodes.map((made) => [made.id, id] as const))),
  }
}
