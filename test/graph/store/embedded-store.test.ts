import { storesUnderTest } from '../../stores-under-test.ts'
import { describeStoreContract } from './store-contract.ts'

for (const { name, fresh } of storesUnderTest()) {
  if (name !== 'neo4j') describeStoreContract(name, fresh)
}
