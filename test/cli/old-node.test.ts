import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'

/** What makes this Node.js say that it is an older one. */
const aged = `data:text/javascript,${encodeURIComponent(
  'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } })',
)}`
const run = (script: string) => promisify(execFile)(process.execPath, ['--import', aged, script, '--version'])

it('runs on the Node.js that was installed with it where another one is too old', async () => {
  const { stdout } = await run(join(packageRoot, 'cli/tributary.mjs'))
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

it('says what it needs where there is none', async () => {
  const folder = folderWith({})
  cpSync(join(packageRoot, 'cli/tributary.mjs'), join(folder, 'tributary.mjs'))
  await expect(run(join(folder, 'tributary.mjs'))).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Tributary needs Node.js 22.18 or later; this is 20.1.0.') as string,
  })
})
