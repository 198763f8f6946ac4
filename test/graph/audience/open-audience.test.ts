import { afterEach, describe, expect, it } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import { openAudience } from '../../../graph/audience/open-audience.ts'
import { readRevisions } from '../../../graph/load/revision.ts'
import { openStore } from '../../../graph/store/open-store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { loadedStore } from '../../loaded-store.ts'
import { folderWith } from '../catalogue/catalogue-folder.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'

const config = 'name: own\naudiences:\n  everyone: {kinds: [team], fields: {team: [summary]}, changes: true}\n'
const files: Files = {
  'tributary.config.yaml': config,
  'suppliers/acme.yaml': 'name: Acme\n',
  'teams/desk.yaml': 'name: Desk\nsummary: First.\ncontact: "#desk"\n',
}
const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})
const load = (more: Files = {}, into?: Store): Promise<Store> => loadedStore(folderWith({ ...files, ...more }), into)
const opened = async (whole: Store, freshFor = 0): Promise<Store> => {
  const store = await openAudience(whole, 'everyone', { freshFor })
  open.push(store)
  return store
}
const summaries = (store: Store) => store.read('MATCH (n:TributaryItem) RETURN n.id AS id, n.summary AS summary')

describe('an audience’s graph', () => {
  it('is asked like any other', async () => {
    const api = await createApi(await opened(await load()))
    const { data, errors } = await api.execute(
      '{ catalogue { revision } teams { nodes { name summary contact } } suppliers { totalCount } node(id: "supplier/acme") { id } }',
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      catalogue: { revision: 1 },
      teams: { nodes: [{ name: 'Desk', summary: 'First.', contact: null }] },
      suppliers: { totalCount: 0 },
      node: null,
    })
  })

  it('keeps its items’ ids though something that it doesn’t see is called like a kind', async () => {
    const store = await opened(await load({ 'suppliers/acme.yaml': 'name: Team\n', 'teams/yard.yaml': 'name: Yard\n' }))
    expect((await summaries(store)).map(({ id }) => id)).toEqual(expect.arrayContaining(['team/desk', 'team/yard']))
  })

  it('leaves the whole graph open where others read it too', async () => {
    const whole = await load()
    open.push(whole)
    const [first, second] = [
      await openAudience(whole, 'everyone', { sharesWhole: true }),
      await openAudience(whole, 'everyone', { sharesWhole: true, freshFor: 0 }),
    ]
    await first.close()
    await load({ 'teams/desk.yaml': 'name: Desk\nsummary: Second.\n' }, whole)
    expect(await summaries(second)).toEqual([{ id: 'team/desk', summary: 'Second.' }])
    await second.close()
    expect(await summaries(whole)).toHaveLength(2)
  })

  it('suggests nothing that isn’t in it', async () => {
    const api = await createApi(await opened(await load()))
    const { errors } = await api.execute('{ impact(failed: [{ id: "supplier/acne" }]) { total } }')
    expect(JSON.stringify(errors)).toContain('acne')
    expect(JSON.stringify(errors)).not.toContain('acme')
  })

  it('follows loads, and answers what is asked at the same time', async () => {
    const whole = await load()
    const store = await opened(whole)
    expect(await summaries(store)).toEqual([{ id: 'team/desk', summary: 'First.' }])
    await load({ 'teams/desk.yaml': 'name: Desk\nsummary: Second.\n' }, whole)
    const all = await Promise.all([summaries(store), summaries(store), summaries(store)])
    expect(all).toEqual(Array(3).fill([{ id: 'team/desk', summary: 'Second.' }]))
    const revisions = await readRevisions(store, 9, 9)
    expect(revisions).toMatchObject([{ number: 2 }, { number: 1 }])
    expect(revisions[0]?.changes).toEqual([
      {
        action: 'changed',
        id: 'team/desk',
        kind: 'Team',
        name: 'Desk',
        fields: [{ field: 'summary', before: 'First.', after: 'Second.' }],
      },
    ])
  })

  it('tells what built-in layers say, and never what the catalogue once called the same item', async () => {
    const layered = { 'tributary.config.yaml': config.replace('name: own\n', 'name: own\nextends: [itil4]\n') }
    const said = (summary: string): Files => ({ ...layered, 'teams/desk.yaml': `name: Desk\nsummary: ${summary}\n` })
    const whole = await load({
      ...said('Does what Fernhillism says.'),
      'concepts/demand.yaml': 'name: Fernhillism\n',
    })
    await load(said('Meets demand.'), whole)
    await load(said('Meets no demand.'), whole)
    const store = await opened(whole)
    expect(await summaries(store)).toEqual([{ id: 'team/desk', summary: 'Meets no demand.' }])
    const texts = await store.read('MATCH (t:TributaryText) RETURN t.text AS text')
    expect(JSON.stringify(texts)).toContain('Meets demand.')
    expect(JSON.stringify(texts)).not.toContain('Fernhillism')
  })

  it('doesn’t look before it is time', async () => {
    const whole = await load()
    const store = await opened(whole, 3_600_000)
    await load({ 'teams/desk.yaml': 'name: Desk\nsummary: Second.\n' }, whole)
    expect(await summaries(store)).toEqual([{ id: 'team/desk', summary: 'First.' }])
  })

  it('answers nothing any more once the catalogue no longer has the audience', async () => {
    const whole = await load()
    const store = await opened(whole)
    await load({ 'tributary.config.yaml': config.replace('everyone', 'nobody') }, whole)
    const said = 'The catalogue has no audience "everyone". There are nobody.'
    await expect(summaries(store)).rejects.toThrow(said)
    await expect(summaries(store)).rejects.toThrow(said)
    await load({}, whole)
    expect(await summaries(store)).toEqual([{ id: 'team/desk', summary: 'First.' }])
  })

  it('can’t be written, and not be read once it is closed', async () => {
    const store = await opened(await load())
    await expect(store.write([{ cypher: 'CREATE (n:Any)' }])).rejects.toThrow('can’t be written'.replace('’', "'"))
    await store.close()
    await store.close()
    await expect(summaries(store)).rejects.toThrow('closed')
  })
})

describe('an audience that there isn’t', () => {
  it('is named with what was meant', async () => {
    const whole = await load()
    open.push(whole)
    await expect(openAudience(whole, 'everone')).rejects.toThrow('no audience "everone". Did you mean "everyone"?')
    await expect(openAudience(whole, 'x')).rejects.toThrow('no audience "x". There are everyone.')
    await load({ 'tributary.config.yaml': 'name: own\n' }, whole)
    await expect(openAudience(whole, 'everyone')).rejects.toThrow('names none under "audiences"')
  })

  it('is no matter of an empty graph', async () => {
    const empty = await openStore('memory:')
    open.push(empty)
    await expect(openAudience(empty, 'everyone')).rejects.toThrow('Nothing is loaded yet')
  })
})
