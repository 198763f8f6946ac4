import type { GraphQLResolveInfo } from 'graphql'
import type { Finding } from '../../graph/catalogue/finding.ts'
import { readFindings } from '../../graph/load/loaded-lists.ts'
import type { ApiContext } from '../context.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { pageOf } from './page-of.ts'
import type { PageAsked } from './page-of.ts'

/** `Query.findings`, as they were when the catalogue was loaded. */
export const findingsResolvers = (): Resolvers => ({ Query: { findings } })

interface Arguments extends PageAsked {
  readonly severity?: readonly string[] | null
  readonly rule?: readonly string[] | null
  readonly item?: string | null
}

async function findings(_: never, said: Arguments, { store }: ApiContext, info: GraphQLResolveInfo): Promise<unknown> {
  const isWanted = ({ severity, rule, item }: Finding): boolean =>
    (said.severity?.includes(severity.toUpperCase()) ?? true) &&
    (said.rule?.includes(rule) ?? true) &&
    (said.item == null || said.item === item)
  const page = await pageOf(readFindings(store, isWanted), said, 'FINDING', info.fieldNodes[0])
  const nodes = page.nodes.map(({ place, severity, ...rest }) => ({
    ...place,
    ...rest,
    severity: severity.toUpperCase(),
  }))
  return { ...page, nodes }
}
