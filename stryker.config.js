import { hash } from 'node:crypto'
import { globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'

/** The files of graph/; with `MUTATION_PART=3/10` the third tenth of them, drawn at random, but always the same. */
const [part, of] = (env.MUTATION_PART ?? '1/1').split('/').map(Number)
const drawn = globSync('graph/**/*.ts').sort((a, b) => (hash('sha256', a) < hash('sha256', b) ? -1 : 1))

/**
 * Mutation testing of graph/ (`npm run mutate`): Stryker changes the code in one place after the other, and a test that
 * reaches the place should fail. bench/README.md has scores, and how to ask for a part of graph/.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: drawn.filter((_, index) => index % of === part - 1),
  testRunner: 'vitest',
  vitest: {
    configFile: 'test/mutation/vitest.config.ts',
    // What runs while modules load would run no test at all: Vitest 5 tells the runner of none that are related.
    related: false,
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  tempDirName: join(tmpdir(), 'tributary-mutation'),
  ignorePatterns: [
    '/{bench,ci-output,cli,dist,docs,exchange,authoring,site}',
    '/test/{cli,exchange,fuzz,package,site}',
  ],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'ci-output/mutation.json' },
  clearTextReporter: { logTests: false, allowColor: false },
  // Beyond 1.5 times what the tests take without any mutant.
  timeoutMS: 3_000,
  dryRunTimeoutMinutes: 20,
  thresholds: { high: 90, low: 80, break: 80 },
}
