import { env } from 'node:process'
import { defineConfig } from 'vitest/config'

/** Which tests are to find the mutants, where not all: patterns with commas between them. */
const wanted = env.MUTATION_TESTS ? env.MUTATION_TESTS.split(',') : ['test/graph/**/*.test.ts', 'test/api/*.test.ts']

/** How Stryker runs tests: those of graph/ that need nothing but this process, one after the other. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: wanted,
    exclude: [
      // They start processes of their own, which know nothing of mutants, or wait for a server.
      'test/graph/load/killed-load.test.ts',
      'test/graph/store/{file-graph,neo4j-store}.test.ts',
      'test/graph/catalogue/read-text.test.ts',
      'test/graph/stream/event-log/stream-file.test.ts',
      // What is random finds a mutant one time and not the next.
      'test/graph/catalogue/fuzz.test.ts',
    ],
    globalSetup: 'test/shared-folder.ts',
    // Stryker starts Vitest anew for each mutant, which is fresh enough.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
  },
})
