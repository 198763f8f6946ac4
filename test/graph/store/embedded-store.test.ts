import { expect, it } from 'vitest'
import { embeddedStores } from '../../stores-under-test.ts'
import { addItems, failure, itemIds } from './items-in-store.ts'
import { describeStoreContract } from './store-contract.ts'

for (const { name, fresh } of embeddedStores()) {
  describeStoreContract(name, fresh)

  it(`can be closed while questions are under way, cancelled ones too: ${name}`, async () => {
    const store = await fresh()
    await addItems(store, 'a')
    const long = 'UNWIND range(1, 500000) AS n RETURN count(n) AS count'
    const controller = new AbortController()
    const cancelled = failure(store.read(long, {}, { signal: controller.signal }))
    const answers = Promise.all([itemIds(store), store.read(long)])
    controller.abort()
    await store.close()
    expect(await answers).toStrictEqual([['a'], [{ count: 500_000 }]])
    expect((await cancelled).failure).toBe('cancelled')
  })
}
