import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { fuzzTarget } from './fuzz-target.ts'
import { targets } from './targets.ts'

const parent = mkdtempSync(join(tmpdir(), 'tributary-fuzz-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** So many inputs, beside those that are kept: `npm run fuzz` goes on from there. */
const inputs = 30

describe('whatever it is given, each within its time, the product takes it or says where it is wrong:', () => {
  it.each(Object.entries(targets))('%s', async (name, open) => {
    const target = await open(mkdtempSync(join(parent, name)))
    try {
      let left = inputs
      await fuzzTarget(name, target, { seed: 1, goOn: () => (left -= 1) >= 0 })
    } finally {
      await target.close?.()
    }
  })
})
