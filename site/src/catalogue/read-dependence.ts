import type { SiteDependenceQuery, SiteTraceFragment } from '../generated/graphql.ts'
import { ask, askUntyped } from './ask.ts'
import type { Execute } from './build-input.ts'
import { dependenceDocument, traceFragment } from './dependence-documents.ts'

/** What hangs on a supplier. */
export type Concentration = SiteDependenceQuery['supplierConcentration'][number]
/** What a contract would take with it. */
export type ContractEnd = SiteDependenceQuery['endingContracts'][number]
/** From a policy, a decision or a principle down to suppliers. */
export type Trace = SiteTraceFragment

/** What the API works out about suppliers, contracts and governance. */
export interface ReadDependence {
  /** By the supplier's id. */
  readonly concentrations: ReadonlyMap<string, Concentration>
  /** By the contract's id, those that hold for longer than anyone looks ahead left out. */
  readonly contractEnds: ReadonlyMap<string, ContractEnd>
  /** By the id of the policy, decision or principle. */
  readonly traces: ReadonlyMap<string, Trace>
}

/** Kinds that govern. */
const governing = new Set(['Decision', 'GuidingPrinciple', 'Policy'])
/** How many days ahead contracts' ends are asked for: ten years. */
const within = 3650
/** How many traces a request asks for: a server answers at most fifty other names. */
const tracesAtOnce = 50
/** How many rows of a trace pages show. */
const mostRows = 60

/** Reads all of it: one request, and one for every fifty items that govern. */
export async function readDependence(
  execute: Execute,
  items: Iterable<{ readonly id: string; readonly kind: { readonly name: string } }>,
  today: string,
): Promise<ReadDependence> {
  const answer = await ask(execute, dependenceDocument, { today, within })
  const ids = [...items].filter(({ kind }) => governing.has(kind.name)).map(({ id }) => id)
  const traces: Trace[] = []
  for (let i = 0; i < ids.length; i += tracesAtOnce)
    traces.push(...(await readTraces(execute, ids.slice(i, i + tracesAtOnce), today)))
  return {
    concentrations: new Map(answer.supplierConcentration.map((each) => [each.supplier.id, each])),
    contractEnds: new Map(answer.endingContracts.map((each) => [each.contract.id, each])),
    traces: new Map(traces.map((each) => [each.of.id, each])),
  }
}

async function readTraces(execute: Execute, ids: readonly string[], today: string): Promise<Trace[]> {
  const asked = ids.map(
    (_, i) => `t${String(i)}: governanceTrace(id: $i${String(i)}, today: $today, first: $first) { ...SiteTrace }`,
  )
  const names = ids.map((_, i) => `$i${String(i)}: ID!`)
  const document = `query SiteTraces($today: Date!, $first: Int!, ${names.join(', ')}) {\n${asked.join('\n')}\n}\n${traceFragment.toString()}`
  const variables = { today, first: mostRows, ...Object.fromEntries(ids.map((id, i) => [`i${String(i)}`, id])) }
  return Object.values((await askUntyped(execute, document, variables)) as Readonly<Record<string, Trace>>)
}
