import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../../vitest.config.ts'

/** `npm run test:package`: apart from `npm test`, because it installs the packed package with all that it depends on. */
const { exclude: _, include: __, ...test } = base.test ?? {}
export default mergeConfig(
  { ...base, test },
  defineConfig({
    test: { include: ['test/package/installed/*.test.ts'], testTimeout: 180_000, hookTimeout: 600_000 },
  }),
)
