import { availableParallelism } from 'node:os'
import { env } from 'node:process'
import { defineConfig } from 'vitest/config'

/** Where a machine that sums up wants the results as JSON, beside what people read. */
const report = env.TRIBUTARY_TEST_REPORT

export default defineConfig({
  // One graphql for us and for what we depend on: Vite would take the other of the package's two builds.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // They have configurations of their own.
    exclude: ['test/package/installed/**', 'test/faults/neo4j/**'],
    globalSetup: 'test/shared-folder.ts',
    // Suites on a Neo4j server share its one database.
    fileParallelism: !env.TRIBUTARY_TEST_NEO4J,
    // One less than the machine has would be one of two.
    maxWorkers: availableParallelism(),
    // Tests build sites and start browsers, on machines that do other things too.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
