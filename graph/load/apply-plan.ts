import { labels } from '../representation.ts'
import type { JsonValue, Parameters, Statement, Store } from '../store/store.ts'
import { saveLoadedCatalogue } from './loaded-catalogue.ts'
import { isEmpty } from './plan.ts'
import type { Plan } from './plan.ts'
import { revisionOf, saveRevision } from './revision.ts'
import type { Revision } from './revision.ts'
import { schemaStatements } from './schema-statements.ts'
import type { StoredNode, StoredRelation } from './stored-graph.ts'
import { idsOf, piecesOf, savePieces } from './texts.ts'

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

/** A first load of more rows than this is written row by row, not in one transaction. */
const mostAtOnce = 10_000

/**
 * Applies a plan. A load that fails or is killed leaves the graph as it was: it is one transaction. Where nothing is loaded
 * yet, a large one is many, of which the last says that something is loaded; ended before, it leaves rows that nobody is
 * shown, and the next load finds and completes them. So a server needs memory for a few thousand rows, however large the
 * catalogue.
 * @returns the revision that it made; undefined when there was nothing to change.
 * @throws LargeRemovalError when it would remove too much, and StoreError when the graph refuses, as it does when another
 * load came between planning and applying.
 */
export async function applyPlan(store: Store, plan: Plan, options: ApplyOptions = {}): Promise<Revision | undefined> {
  if (isEmpty(plan)) return undefined
  const removed = plan.nodes.removed.length
  // What a first load left that was ended was never shown to anybody.
  const isMuch = plan.revision > 0 && removed > plan.itemsBefore * largestRemoval
  if (isMuch && options.allowLargeRemoval !== true) throw new LargeRemovalError(removed, plan.itemsBefore)
  const at = new Date().toISOString()
  const revision = revisionOf(plan, at)
  const { name, title, site, calendar, audiences, model } = plan.catalogue
  const [findings, completeness] = [idsOf(plan.lists.findings), idsOf(plan.lists.completeness)]
  const loaded = { name, title, site, calendar, audiences, revision: revision.number, loadedAt: at, model: model.files }
  const data = [...dataSteps(plan), ...savePieces(plan.pieces.added).map((each) => step('adding findings', each))]
  const total = data.reduce((sum, { rows }) => sum + rows, 0)
  const apart = plan.isFirst && total > mostAtOnce
  const steps = [
    ...schemaStatements.map((each) => step('constraints and indexes', each)),
    // Before anything else: from here on another load waits for this one, and fails when it has ended.
    step('revision', saveRevision(revision)),
    ...(plan.isFirst ? stillAsPlanned(plan, revision).map((each) => step('revision', each)) : []),
    ...data.map((each) => ({ ...each, statement: { ...each.statement, apart } })),
    step('catalogue', saveLoadedCatalogue({ ...loaded, findings, completeness })),
    step('catalogue', dropPieces(plan, [...findings, ...completeness, ...idsOf(piecesOf(revision.changes))])),
  ]
  await store.write(
    steps.map(({ statement }) => statement),
    (count) => {
      const done = steps.slice(0, count).reduce((sum, { rows }) => sum + rows, 0)
      options.onProgress?.(steps[count - 1]?.doing ?? '', done, total)
    },
  )
  return revision
}

/**
 * Statements that fail where a first load wrote something between planning and applying, and then was ended: they write a
 * second revision of the same number.
 */
function stillAsPlanned(
  { itemsBefore, relationsBefore, catalogue: { model } }: Plan,
  { number }: Revision,
): Statement[] {
  const types = [...model.relations.keys()].map((type) => `\`${type}\``).join('|')
  const unless = (pattern: string, planned: number): Statement => ({
    cypher: `MATCH ${pattern} WITH count(*) AS held WHERE held <> $planned CREATE (:${labels.revision} {number: $number})`,
    parameters: { planned, number },
  })
  return [
    unless(`(:${labels.item})`, itemsBefore),
    unless(`(:${labels.item})-[:${types}]->(:${labels.item})`, relationsBefore),
  ]
}

/** Removes pieces that nothing names any more; where nothing was ever loaded, those that an ended load left. */
const dropPieces = ({ isFirst, revision, pieces }: Plan, named: readonly string[]): Statement =>
  isFirst && revision === 0
    ? { cypher: `MATCH (t:${labels.text}) WHERE NOT t.id IN $named DELETE t`, parameters: { named } }
    : {
        cypher: `UNWIND $ids AS id MATCH (t:${labels.text} {id: id}) DELETE t`,
        parameters: { ids: pieces.removed },
      }

/** A statement of a load, for its progress. */
export interface Step {
  readonly doing: string
  readonly statement: Statement
  /** How many rows it writes. */
  readonly rows: number
}

const step = (doing: string, statement: Statement, rows = 0): Step => ({ doing, statement, rows })

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
  const nodeRow = ({ id, properties }: StoredNode): JsonValue => ({ id, properties })
  const relationRow = ({ from, to, properties }: StoredRelation): JsonValue => ({ from, to, properties })
  const typed = (all: readonly StoredRelation[], doing: string, cypher: (type: string) => string): Step[] =>
    [...Map.groupBy(all, (each) => each.type)].flatMap(([type, each]) =>
      batched(each, relationRow, `${doing} relations`, `UNWIND $rows AS row ${cypher(type)}`),
    )
  return [
    ...typed(relations.removed, 'removing', (type) => `${between(type)} DELETE r`),
    ...batched(nodes.removed, nodeRow, 'removing items', `UNWIND $rows AS row MATCH ${node} DELETE n`),
    ...[...Map.groupBy(nodes.added, (each) => each.kind)].flatMap(([kind, each]) =>
      batched(
        each,
        nodeRow,
        'adding items',
        `UNWIND $rows AS row CREATE (n:${labels.item}:\`${kind}\`) SET n = row.properties`,
      ),
    ),
    ...batched(altered(nodes), nodeRow, 'changing items', `UNWIND $rows AS row MATCH ${node} SET n = row.properties`),
    ...typed(relations.added, 'adding', (type) => `${ends} CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`),
    ...typed(altered(relations), 'changing', (type) => `${between(type)} SET r = row.properties`),
  ]
}

/** Rows are made when their statement runs, not all at once. */
function batched<T>(all: readonly T[], rowOf: (each: T) => JsonValue, doing: string, cypher: string): Step[] {
  const steps: Step[] = []
  for (let start = 0; start < all.length; start += batch) {
    const end = Math.min(start + batch, all.length)
    const parameters = (): Parameters => ({ rows: all.slice(start, end).map(rowOf) })
    steps.push(step(doing, { cypher, parameters }, end - start))
  }
  return steps
}
