import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../../vitest.config.ts'

/** `npm run test:neo4j-faults`: apart from `npm test`, because each suite starts Neo4j servers of its own and treats them badly. */
const { exclude: _, include: __, ...test } = base.test ?? {}
export default mergeConfig({ ...base, test }, defineConfig({ test: { include: ['test/faults/neo4j/*.test.ts'] } }))
