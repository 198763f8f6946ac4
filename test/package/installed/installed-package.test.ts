import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { program } from '../../../cli/main.ts'
import { packageRoot } from '../../../graph/package-root.ts'
import { composeServices, healthCommand } from '../compose-file.ts'
import { install, installedEnvironment } from './installation.ts'
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
    const kept = /^package\/(api|authoring|catalogues|cli|dist|docs|graph|site)\/|^package\/[^/]+$/
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

  it('is a library, with types', async () => {
    await writeFile(join(installation.folder, 'consumer.mts'), consumer)
    const { stdout } = await installation.run('npx', 'node', 'consumer.mts')
    expect(JSON.parse(stdout)).toMatchObject({ practices: { nodes: [{ name: expect.any(String) as string }] } })
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))
    const types = join(packageRoot, 'node_modules/@types')
    const strict = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2024', '--types', 'node']
    // Other packages' declarations are theirs to check.
    await installation.run('node', tsc, ...strict, '--skipLibCheck', '--typeRoots', types, 'consumer.mts')
  })

  it('starts a catalogue of one’s own, which has no problems', async () => {
    await installation.run('npx', 'tributary', 'init', 'own', '--yes', '--title', 'Own', '--ci', 'github')
    const { stdout } = await installation.run('npx', 'tributary', 'check', '--strict', '--format', 'json', '-c', 'own')
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] })
    const { dependencies } = JSON.parse(
      await readFile(join(installation.folder, 'own/package.json'), 'utf8'),
    ) as Manifest
    const { version } = JSON.parse(await readFile(join(installation.package, 'package.json'), 'utf8')) as Manifest
    expect(dependencies).toStrictEqual({ 'tributary-itsm': version })
  })

  it('shows pages while a catalogue is written', async () => {
    // npx wouldn't pass on the signal that ends it.
    const dev = spawn(
      join(installation.folder, 'node_modules/.bin/tributary'),
      ['dev', '-c', 'catalogue', '--port', '0'],
      {
        cwd: installation.folder,
        env: installedEnvironment(installation.folder),
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    try {
      const [told] = (await once(dev.stdout, 'data')) as [Buffer]
      const site = /http\S+/.exec(told.toString())?.[0] ?? ''
      const page = await fetch(`${site}practices/incident-management/`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('</html>')
    } finally {
      dev.kill('SIGTERM')
      await once(dev, 'exit')
    }
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

interface Manifest {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The README's program, with a type or two. */
const consumer = `import { applyPlan, createApi, openStore, planLoad, readCatalogue } from 'tributary-itsm'
import type { Finding, Imported, Rule } from 'tributary-itsm'

export const rule: Rule = { name: 'none', description: 'None.', severity: 'info', check: () => [] }
export const imported: Imported = { recordsAre: 'rows', records: 0, items: [], leftOut: [] }
const { catalogue, findings } = await readCatalogue('catalogue')
if (catalogue === undefined) throw new Error(findings.map(({ message }: Finding) => message).join('\\n'))
const store = await openStore('memory:')
await applyPlan(store, await planLoad(store, catalogue))
const { data } = await (await createApi(store)).execute('{ practices(first: 1) { nodes { name } } }')
console.log(JSON.stringify(data))
`
