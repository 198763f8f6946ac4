import { endingContractsInSteps } from '../../../graph/impact/ending-contracts.ts'
import type { ContractTerm } from '../../../graph/impact/ending-contracts.ts'
import { inTurns } from '../../../graph/impact/in-turns.ts'
import type { ItemState } from '../../../graph/impact/follows-side-by-side.ts'
import type * as Answer from '../../generated/resolvers.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { readRequired } from '../../plan/read-required.ts'
import type { Nodes, Selected } from '../streams/flow-selection.ts'
import { ask, day, mostTold, notNegative } from './asked.ts'

const selection = '{ id name end noticePeriod renewsItself suppliers(first: 10000) { nodes { id name } } }'

/** `Query.endingContracts`. */
export const endingContracts: Required<QueryResolvers>['endingContracts'] = (_, { within, today }, context, info) =>
  ask(info, context, async ({ index }) => {
    const most = notNegative('within', within, info)
    const contracts = await readRequired<ContractTerm & { readonly suppliers: Nodes<Selected> }>(
      context,
      info,
      'Contract',
      selection,
    )
    const ending = await inTurns(endingContractsInSteps(index, contracts, day(today), most, mostTold), context.signal)
    return ending.map(({ contract, ...rest }) => ({
      ...{ ...rest, renewsItself: contract.renewsItself },
      contract: { id: contract.id, name: contract.name },
      suppliers: contract.suppliers.nodes.map(({ id, name }) => ({ id, name })),
      streams: rest.streams.map(stateOf),
      services: rest.services.map(stateOf),
    }))
  })

const stateOf = ({ item: { id, name }, state }: ItemState): Answer.ItemState => ({ item: { id, name }, state })
