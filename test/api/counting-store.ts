import type { Store } from '../../graph/store/store.ts'

/** A store that tells how many statements it was asked to read. */
export interface CountingStore extends Store {
  /** The statements since the last call. */
  taken(): string[]
}

/** Counts the statements that reach a store. */
export function countingStore(store: Store): CountingStore {
  const statements: string[] = []
  return {
    address: store.address,
    read(cypher, parameters) {
      statements.push(cypher)
      return store.read(cypher, parameters)
    },
    write: (each, onStatement) => store.write(each, onStatement),
    close: () => store.close(),
    taken: () => statements.splice(0),
  }
}
