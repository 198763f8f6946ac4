import { execFileSync } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { program } from '../../../cli/main.ts'
import { composeServices, healthCommand } from '../compose-file.ts'
import { install } from './installation.ts'
import { startProduct } from './started-product.ts'

/** Where a graph can be, by the name of the kind of store. */
const stores: Record<string, Readonly<Record<string, string | undefined>>> = {
  'on disk': {},
  ...(env.TRIBUTARY_TEST_NEO4J === undefined ? {} : { 'on Neo4j': { TRIBUTARY_STORE: env.TRIBUTARY_TEST_NEO4J } }),
}

const installation = await install()
afterAll(() => installation.remove())

describe('the installed package', () => {
  it('holds what it needs to run and nothing else', () => {
    const { files } = installation
    const wanted = ['README.md', 'LICENSE', 'NOTICE', 'cli/tributary.mjs', 'dist/cli/main.js', 'api/schema.graphql']
    expect(files).toEqual(expect.arrayContaining(wanted.map((file) => `package/${file}`)))
    const kept = /^package\/(api|catalogues|cli|dist|docs|graph|site)\/|^package\/[^/]+$/
    expect(files.filter((file) => !kept.test(file) || /\.test\.|\/\.astro\//.test(file))).toStrictEqual([])
  })

  it('explains its commands', async () => {
    const { stdout } = await installation.run('npx', 'tributary', '--help')
    for (const command of (await program()).commands) expect(stdout).toContain(`\n  ${command.name()} `)
  })

  it('checks a catalogue', async () => {
    const { stdout } = await installation.run('npx', 'tributary', 'check', '--format', 'json', '-c', 'catalogue')
    expect(JSON.parse(stdout)).toBeTruthy()
  })

  it.each(['api', 'catalogue', 'store'])('can be imported: tributary-itsm/%s', async (entry) => {
    const names = `console.log(Object.keys(await import('tributary-itsm/${entry}')).length > 0)`
    const { stdout } = await installation.run('npx', 'node', '--input-type=module', '--eval', names)
    expect(stdout.trim()).toBe('true')
  })

  it.each(Object.entries(stores))('serves site and API as in docker-compose.yml, the graph %s', async (_, store) => {
    const before = await contents(installation.package)
    const product = await startProduct(installation, store)
    try {
      const page = await fetch(product.site)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('</html>')
      const question = { query: '{ practices(first: 1) { totalCount } catalogue { revision } }' }
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(product.api, { method: 'POST', headers, body: JSON.stringify(question) })
      expect(await answer.json()).toMatchObject({
        data: { practices: { totalCount: expect.any(Number) as number }, catalogue: { revision: 1 } },
      })
      const [command, ...args] = healthCommand(composeServices().tributary)
      const { origin } = new URL(product.api)
      execFileSync(
        command,
        args.map((word) => word.replace('http://127.0.0.1:4000', origin)),
      )
    } finally {
      expect(await product.stop()).toBe(0)
    }
    expect(await contents(installation.package)).toStrictEqual(before)
  })
})

/** What lies in a folder, with times: where the product runs without rights, it can't write to its own package. */
async function contents(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(folder, name))).mtime.toISOString()}`))
}
