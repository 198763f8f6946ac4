import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { build } from '../../cli/build.ts'
import { openAudience } from '../../graph/audience/open-audience.ts'
import type { Store } from '../../graph/store/store.ts'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { loadedStore } from '../loaded-store.ts'
import { askEverything } from './ask-everything.ts'
import { before, canariesIn, now, readByOthers } from './canary-catalogue.ts'

/** The canary catalogue in a graph, loaded twice. */
const loadedTwice = async (): Promise<Store> => loadedStore(folderWith(now), await loadedStore(folderWith(before)))

/** Everything that a store holds, whatever it is called. */
async function dump(store: Store): Promise<string> {
  const nodes = await store.read('MATCH (n) RETURN properties(n) AS n, labels(n) AS labels')
  const relations = await store.read(
    'MATCH (a)-[r]->(b) RETURN properties(r) AS r, type(r) AS type, a.id AS a, b.id AS b',
  )
  return JSON.stringify([nodes, relations])
}

/** Builds a site and finds the canaries in its files, names of files included. */
async function canariesOfSite(store: Store, folder: string): Promise<string[]> {
  await build(store, { site: folder, url: 'https://example.org' })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(30)
  return [
    ...new Set(
      files.flatMap(({ parentPath, name }) => [
        ...canariesIn(join(parentPath, name).slice(folder.length)),
        ...canariesIn(readFileSync(join(parentPath, name))),
      ]),
    ),
  ]
}

describe('what an audience isn’t told', () => {
  let whole: Store
  let everyone: Store
  let folder: string
  beforeAll(async () => {
    whole = await loadedTwice()
    everyone = await openAudience(await loadedTwice(), 'everyone')
    folder = mkdtempSync(join(tmpdir(), 'tributary-audience-'))
  })
  afterAll(async () => {
    await whole.close()
    await everyone.close()
    rmSync(folder, { recursive: true })
  })

  it('is in the whole graph, and in no node or relation of its own', async () => {
    expect(canariesIn(await dump(whole))).toEqual(expect.arrayContaining(readByOthers))
    expect(canariesIn(await dump(everyone))).toEqual([])
  })

  it('is in no answer of the API, and in nothing that it says of itself', async () => {
    const found = canariesIn(await askEverything(await createApi(whole)))
    // Pages and sections are the site's.
    expect(readByOthers.filter((canary) => !found.includes(canary) && !/page|section/.test(canary))).toEqual([])
    const told = await askEverything(await createApi(everyone))
    expect(canariesIn(told)).toEqual([])
    for (const text of [
      'Where one talks.',
      '"words":"A lot"',
      'A worth.',
      'to be reviewed by 2020-01-01',
      '"before":"Before."',
    ])
      expect(told).toContain(text)
  })

  it('is in no file of the site, not even where one for others stood before', async () => {
    const found = await canariesOfSite(whole, folder)
    // What an edge type is for, and ids of what is no more, are told by the API alone.
    expect(readByOthers.filter((canary) => !found.includes(canary) && !/^zqmodel13$|^zqold03$/.test(canary))).toEqual(
      [],
    )
    expect(await canariesOfSite(everyone, folder)).toEqual([])
  })
})
