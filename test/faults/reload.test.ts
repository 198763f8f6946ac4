import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { serve } from '../../api/server/serve.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { catalogueIn } from '../graph/catalogue/findings-of.ts'
import { load } from '../graph/load/loads.ts'
import { storesUnderTest } from '../stores-under-test.ts'
import { ask } from './command.ts'

/** The same items with a word in each name, in the title, and in a policy's relation: whoever mixes two is seen. */
const saying = (word: string) =>
  catalogueWith({
    'tributary.config.yaml': `name: own\ntitle: ${word}\n`,
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [
        `teams/t${String(number)}.yaml`,
        `name: ${word} ${String(number)}\nsummary: ${word}\n`,
      ]),
    ),
    'applications/a.yaml': `name: ${word}\nowner: team/t1\nsummary: ${word}\n`,
  })

const question = `{
  catalogue { revision title }
  first: teams(first: 30) { nodes { name summary } }
  last: teams(last: 30) { nodes { name summary } }
  application(id: "a") { name owner { name } }
  revisions(first: 1) { nodes { number } }
  search(query: "7") { nodes { item { name } } }
}`

describe.each(storesUnderTest().filter(({ name }) => name !== 'memory'))(
  'a server while catalogues are loaded, on $name',
  ({ fresh, open }) => {
    it('answers every request from one revision, and shows each load', { timeout: 120_000 }, async () => {
      const loader = await fresh()
      const catalogues = await Promise.all([saying('Odd'), saying('Even')].map((folder) => catalogueIn(folder)))
      const loadNext = (revision: number) => {
        const next = catalogues[(revision + 1) % 2]
        if (next === undefined) throw new Error('There are two')
        return load(loader, next, { allowLargeRemoval: true })
      }
      await loadNext(1)
      const store = await open()
      const server = await serve({ api: await createApi(store, { freshFor: 20 }), log: pino({ level: 'silent' }) })
      let loading = true
      const seen = new Set<number>()
      const client = async (): Promise<void> => {
        while (loading) {
          const { status, body } = await ask(server.address, question)
          const text = JSON.stringify(body)
          expect(status, text).toBe(200)
          expect(body.errors, text).toBeUndefined()
          const { revision } = body.data?.['catalogue'] as { revision: number }
          const [said, other] = revision % 2 === 1 ? ['Odd', 'Even'] : ['Even', 'Odd']
          expect(text).toContain(`"title":"${said}"`)
          expect(text.split(said).length, text).toBeGreaterThan(120)
          expect(text).not.toContain(other)
          expect(body.data?.['revisions']).toStrictEqual({ nodes: [{ number: revision }] })
          seen.add(revision)
        }
      }
      const clients = Promise.all(Array.from({ length: 4 }, client))
      const loads = async (): Promise<void> => {
        for (let revision = 2; revision <= 7; revision++) {
          await loadNext(revision)
          await vi.waitUntil(() => seen.has(revision), { timeout: 20_000 })
        }
      }
      await Promise.race([clients, loads()])
      loading = false
      await clients
      await server.close()
      await Promise.all([store.close(), loader.close()])
    })
  },
)
