import { expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { readLoadedCatalogue, saveLoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import type { LoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import type { Store } from '../../graph/store/store.ts'
import { storesUnderTest } from '../stores-under-test.ts'
import { seed } from './seed.ts'

const fails = '{ impact(failed: [{id: "application/mail"}]) { revision affected { name } } }'
const failsAndFeels = `{ impact(failed: [{id: "application/mail"}]) { revision affected { name } streams { stream { name } } } }`

/** What an answer says, of which revision and with which names; and what it says of itself. */
const told = (revision: number, name: string) => ({ data: { impact: { revision, affected: [{ name }] } } })

it.each(storesUnderTest())(
  'goes on answering while the next revision’s snapshot is read, on $name',
  async ({ fresh }) => {
    const store = await fresh()
    await seed(store, { items: [{ id: 'application/mail', name: 'Mail' }] })
    const loaded = (await readLoadedCatalogue(store)) as LoadedCatalogue
    const [asked, open] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    let isHeld = false
    const held: Store = {
      address: store.address,
      async read(cypher, parameters) {
        if (isHeld && cypher.includes('AS kinds')) {
          asked.resolve(undefined)
          await open.promise
        }
        return store.read(cypher, parameters)
      },
      write: (statements) => store.write(statements),
      close: () => store.close(),
    }
    const api = await createApi(held, { freshFor: 0 })
    const ask = async (question: string): Promise<unknown> => JSON.parse(JSON.stringify(await api.execute(question)))
    expect(await ask(fails)).toEqual(told(1, 'Mail'))

    isHeld = true
    await store.write([
      { cypher: 'MATCH (n:TributaryItem) SET n.name = $name', parameters: { name: 'Post' } },
      saveLoadedCatalogue({ ...loaded, revision: 2 }),
    ])
    // What the graph answers is of the new revision at once, and nobody waits for its snapshot …
    expect(await ask('{ catalogue { revision } application(id: "mail") { name } }')).toEqual({
      data: { catalogue: { revision: 2 }, application: { name: 'Post' } },
    })
    await asked.promise
    // … neither here: the answer is all of the old one, and says so …
    expect(await ask(fails)).toEqual({ ...told(1, 'Mail'), extensions: { revision: 1 } })
    // … but what needs both waits for it.
    const both = ask(failsAndFeels)
    open.resolve(undefined)
    expect(await both).toEqual({ data: { impact: { revision: 2, affected: [{ name: 'Post' }], streams: [] } } })
    expect(await ask(fails)).toEqual(told(2, 'Post'))
    await api.close()
  },
)
