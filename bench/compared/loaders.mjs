import DataLoader from 'dataloader'

/** What one request loads: each loader gathers the ids of one level and asks for them in one statement. */
export class Loaders {
  #store
  #along = new Map()

  constructor(store) {
    this.#store = store
  }

  /** Items by id; null where there is none. */
  items = new DataLoader(async (ids) => {
    const rows = await this.#store.read(
      'UNWIND $ids AS id MATCH (n:TributaryItem {id: id}) RETURN id, properties(n) AS node',
      { ids },
    )
    const found = new Map(rows.map(({ id, node }) => [id, node]))
    return ids.map((id) => found.get(id) ?? null)
  })

  /** What items lead to along a relation, as edges in order. */
  along({ type, direction, by = '_sort' }) {
    const key = `${type} ${direction}`
    let loader = this.#along.get(key)
    if (loader === undefined) {
      const [left, right] = direction === 'OUT' ? ['-', '->'] : ['<-', '-']
      loader = new DataLoader((ids) =>
        this.#edges(
          `UNWIND $ids AS id CALL (id) {
             MATCH (:TributaryItem {id: id})${left}[r:${type}]${right}(n:TributaryItem)
             WITH n, r ORDER BY n.${by}, n.id LIMIT 100 RETURN collect([properties(r), properties(n)]) AS edges
           } RETURN id, edges`,
          ids,
          ([edge, node]) => ({ ...edge, node }),
        ),
      )
      this.#along.set(key, loader)
    }
    return loader
  }

  /** The practices that work the steps of streams, each with those steps. */
  practicesOfStreams = new DataLoader((ids) =>
    this.#edges(
      `UNWIND $ids AS id CALL (id) {
         MATCH (:TributaryItem {id: id})-[:HAS_STEP]->(t:TributaryItem)-[:WORKED_BY]->(p:TributaryItem)
         WITH p, t ORDER BY t.position, t.id WITH p, collect(properties(t)) AS steps ORDER BY p._sort, p.id LIMIT 100
         RETURN collect([steps, properties(p)]) AS edges
       } RETURN id, edges`,
      ids,
      ([steps, node]) => ({ steps, node }),
    ),
  )

  async #edges(cypher, ids, edge) {
    const rows = await this.#store.read(cypher, { ids })
    const found = new Map(rows.map(({ id, edges }) => [id, edges.map(edge)]))
    return ids.map((id) => found.get(id) ?? [])
  }
}
