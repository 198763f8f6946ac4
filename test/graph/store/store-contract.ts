import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { describeCypherChanges } from './cypher-changes.ts'
import { describeCypherQuestions } from './cypher-questions.ts'
import { failure } from './items-in-store.ts'
import { describeReads } from './store-reads.ts'
import { describeWrites } from './store-writes.ts'

/**
 * What every store must do. A new adapter is complete when it passes this.
 * @param fresh opens the store without any of the product's nodes in it.
 */
export function describeStoreContract(name: string, fresh: () => Promise<Store>): void {
  describe(`the contract of a store: ${name}`, () => {
    let store: Store

    beforeEach(async () => {
      store = await fresh()
    })

    afterEach(() => store.close())

    describeReads(() => store)
    describeWrites(() => store)
    describeCypherQuestions(() => store)
    describeCypherChanges(() => store)

    describe('close', () => {
      it('can be repeated', async () => {
        await store.close()
        await store.close()
      })

      it('ends reading and writing', async () => {
        await store.close()
        const closed = `The graph at ${store.address} is closed`
        expect(await failure(store.read('RETURN 1 AS one'))).toStrictEqual(new StoreError(closed))
        expect(await failure(store.write([{ cypher: 'RETURN 1 AS one' }]))).toStrictEqual(new StoreError(closed))
      })
    })
  })
}
