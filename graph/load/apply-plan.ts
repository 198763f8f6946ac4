import { labels } from '../representation.ts'
import type { JsonValue, Statement, Store } from '../store/store.ts'
import { saveLoadedCatalogue } from './loaded-catalogue.ts'
import { isEmpty } from './plan.ts'
import type { Plan } from './plan.ts'
import { revisionOf, saveRevision } from './revision.ts'
import type { Revision } from './revision.ts'
import { schemaStatements } from './schema-statements.ts'
import type { StoredNode, StoredRelation } from './stored-graph.ts'

/** A load that would remove more than this part of the items stops: it is more often a wrong folder than a wish. */
export const largestRemoval = 0.2

/** The plan would remove too much. */
export class LargeRemovalError extends Error {
  override readonly name = 'LargeRemovalError'

  constructor(removed: number, before: number) {
    super(
      `This load would remove ${String(removed)} of ${String(before)} items, more than a fifth: nothing was changed.`,
    )
  }
}

/** How a plan is applied. */
export interface ApplyOptions {
  /** Go on though more than a fifth of the items would be removed. */
  readonly allowLargeRemoval?: boolean
  /** Told what is being written: how many rows of how many. */
  readonly onProgress?: (doing: string, done: number, of: number) => void
}

/**
 * Applies a plan in one transaction: a load that fails or is killed leaves the graph as it was.
 * @returns the revision that it made; undefined when there was nothing to change.
 * @throws LargeRemovalError when it would remove too much, and StoreError when the graph refuses, as it does when another
 * load came between planning and applying.
 */
export async function applyPlan(store: Store, plan: Plan, options: ApplyOptions = {}): Promise<Revision | undefined> {
  if (isEmpty(plan)) return undefined
  const removed = plan.nodes.removed.length
  if (removed > plan.itemsBefore * largestRemoval && options.allowLargeRemoval !== true) {
    throw new LargeRemovalError(removed, plan.itemsBefore)
  }
  const at = new Date().toISOString()
  const revision = revisionOf(plan, at)
  const { name, title, site, calendar, audiences, model, findings, completeness } = plan.catalogue
  const steps: Step[] = [
    ...schemaStatements.map((statement) => ({ statement, doing: 'constraints and indexes', rows: 0 })),
    { statement: saveRevision(revision), doing: 'revision', rows: 0 },
    ...dataSteps(plan),
    {
      statement: saveLoadedCatalogue({
        name,
        title,
        site,
        calendar,
        audiences,
        revision: revision.number,
        loadedAt: at,
        model: model.files,
        findings,
        completeness,
      }),
      doing: 'catalogue',
      rows: 0,
    },
  ]
  const total = steps.reduce((sum, step) => sum + step.rows, 0)
  let done = 0
  await store.write(
    steps.map((step) => step.statement),
    (statements) => {
      const step = steps[statements - 1]
      done += step?.rows ?? 0
      options.onProgress?.(step?.doing ?? '', done, total)
    },
  )
  return revision
}

/** A statement of a load, for its progress. */
export interface Step {
  readonly statement: Statement
  readonly doing: string
  readonly rows: number
}

/** Rows of one statement: enough to be fast, few enough to see progress. */
const batch = 2_000

/** The statements that make the changes of a plan, in order: where items have to be before their relations, they are. */
export function dataSteps({ nodes, relations }: Pick<Plan, 'nodes' | 'relations'>): Step[] {
  const node = `(n:${labels.item} {id: row.id})`
  const ends = `MATCH (a:${labels.item} {id: row.from}), (b:${labels.item} {id: row.to})`
  const between = (type: string): string =>
    `MATCH (a:${labels.item} {id: row.from})-[r:\`${type}\`]->(b:${labels.item} {id: row.to})`
  const altered = <T>(changes: { changed: readonly { after: T }[]; moved: readonly { after: T }[] }): T[] =>
    [...changes.changed, ...changes.moved].map((change) => change.after)
  const typed = (all: readonly StoredRelation[], doing: string, cypher: (type: string) => string): Step[] =>
    [...Map.groupBy(all, (each) => each.type)].flatMap(([type, each]) =>
      batched(each, `${doing} relations`, `UNWIND $rows AS row ${cypher(type)}`),
    )
  return [
    ...typed(relations.removed, 'removing', (type) => `${between(type)} DELETE r`),
    ...batched(nodes.removed, 'removing items', `UNWIND $rows AS row MATCH ${node} DELETE n`),
    ...[...Map.groupBy(nodes.added, (each) => each.kind)].flatMap(([kind, each]) =>
      batched(each, 'adding items', `UNWIND $rows AS row CREATE (n:${labels.item}:\`${kind}\`) SET n = row.properties`),
    ),
    ...batched(altered(nodes), 'changing items', `UNWIND $rows AS row MATCH ${node} SET n = row.properties`),
    ...typed(relations.added, 'adding', (type) => `${ends} CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`),
    ...typed(altered(relations), 'changing', (type) => `${between(type)} SET r = row.properties`),
  ]
}

function batched(all: readonly (StoredNode | StoredRelation)[], doing: string, cypher: string): Step[] {
  const steps: Step[] = []
  for (let start = 0; start < all.length; start += batch) {
    const rows = all.slice(start, start + batch)
    steps.push({ statement: { cypher, parameters: { rows: rows as unknown as JsonValue } }, doing, rows: rows.length })
  }
  return steps
}
