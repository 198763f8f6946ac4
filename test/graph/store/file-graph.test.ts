import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../graph/store/open-store.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { addItems, failure, itemIds } from './items-in-store.ts'

const halfWriter = join(import.meta.dirname, 'half-writer.ts')

describe('a graph in files', () => {
  let parent: string
  let folder: string
  let address: string
  const opened: Store[] = []

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'tributary-files-'))
    folder = join(parent, 'deep', 'graph')
    address = `file:${folder}`
  })

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()))
    rmSync(parent, { recursive: true })
  })

  async function open(at = address): Promise<Store> {
    const store = await openStore(at)
    opened.push(store)
    return store
  }

  const graphFiles = () => readdirSync(folder).filter((name) => name.startsWith('graph-'))

  it('is empty where nothing was written, and reading makes no files', async () => {
    expect(await itemIds(await open())).toStrictEqual([])
    expect(existsSync(folder)).toBe(false)
  })

  it('outlives the store that wrote it', async () => {
    const writer = await open()
    await addItems(writer, 'a')
    await writer.close()
    expect(await itemIds(await open())).toStrictEqual(['a'])
  })

  it('takes a file URL as its address', async () => {
    await addItems(await open(`file://${folder}`), 'a')
    expect(await itemIds(await open())).toStrictEqual(['a'])
  })

  it('shows an open reader what another store wrote', async () => {
    const [reader, writer] = [await open(), await open()]
    expect(await itemIds(reader)).toStrictEqual([])
    await addItems(writer, 'a')
    expect(await itemIds(reader)).toStrictEqual(['a'])
    await addItems(writer, 'b')
    await addItems(writer, 'c')
    expect(await itemIds(reader)).toStrictEqual(['a', 'b', 'c'])
  })

  it('answers a question from the file that was current when it was asked', async () => {
    const [reader, writer] = [await open(), await open()]
    await addItems(writer, 'a')
    const long = reader.read(
      'UNWIND range(1, 3000000) AS n WITH sum(n) AS s MATCH (i:TributaryItem) RETURN count(i) AS items',
    )
    await addItems(writer, 'b')
    await addItems(writer, 'c')
    expect(await itemIds(reader)).toStrictEqual(['a', 'b', 'c'])
    expect(await long).toStrictEqual([{ items: 1 }])
  })

  it('shows an open reader a folder that was deleted and loaded again', async () => {
    const [reader, writer] = [await open(), await open()]
    await addItems(writer, 'a')
    expect(await itemIds(reader)).toStrictEqual(['a'])
    rmSync(folder, { recursive: true })
    await addItems(writer, 'b')
    expect(await itemIds(reader)).toStrictEqual(['b'])
  })

  it('keeps the current file and the one before, and no more', async () => {
    const store = await open()
    for (const id of ['a', 'b', 'c', 'd']) await addItems(store, id)
    expect(graphFiles().map((name) => name.slice(0, 7))).toStrictEqual(['graph-3', 'graph-4'])
    expect(graphFiles()).toContain(readFileSync(join(folder, 'current'), 'utf8').trim())
  })

  it('leaves no file of a write that failed', async () => {
    const store = await open()
    await addItems(store, 'a')
    const before = readdirSync(folder)
    await expect(store.write([{ cypher: 'THIS IS NOT CYPHER' }])).rejects.toThrow(StoreError)
    expect(readdirSync(folder)).toStrictEqual(before)
  })

  it('touches no file it did not make', async () => {
    const store = await open()
    await addItems(store, 'a')
    const others = ['graph-notes.txt', 'current-state.md', 'graph-1.grafeo']
    for (const name of others) writeFileSync(join(folder, name), 'mine')
    await addItems(store, 'b')
    await addItems(store, 'c')
    for (const name of others) expect(readFileSync(join(folder, name), 'utf8')).toBe('mine')
  })

  it('refuses a second writer while one is at work', async () => {
    const [first, second] = [await open(), await open()]
    await addItems(first, 'a')
    const refused: Promise<StoreError>[] = []
    await first.write([{ cypher: "CREATE (n:TributaryItem {id: 'b'})" }], () => {
      refused.push(failure(addItems(second, 'c')), failure(addItems(first, 'c')))
    })
    for (const error of await Promise.all(refused)) {
      expect(error).toBeInstanceOf(StoreError)
      expect(error.message).toBe(`The graph at ${address} is being written by another load`)
      expect(error.hint).toBe('Wait until it is done and try again')
    }
    expect(refused).toHaveLength(2)
    await addItems(second, 'c')
    expect(await itemIds(first)).toStrictEqual(['a', 'b', 'c'])
  })

  it('is as it was after a writer was killed, and the next write cleans up', async () => {
    const store = await open()
    await addItems(store, 'a')
    const child = spawn(process.execPath, [halfWriter, address], { stdio: ['ignore', 'pipe', 'inherit'] })
    const exit = once(child, 'exit')
    const [text] = (await once(child.stdout, 'data')) as [Buffer]
    expect(text.toString()).toBe('halfway\n')

    expect(await itemIds(store)).toStrictEqual(['a'])
    await expect(addItems(store, 'b')).rejects.toThrow('is being written by another load')

    child.kill('SIGKILL')
    expect(await exit).toStrictEqual([null, 'SIGKILL'])
    expect(graphFiles().filter((name) => name.startsWith('graph-2'))).not.toStrictEqual([])
    expect(await itemIds(store)).toStrictEqual(['a'])
    expect(await itemIds(await open())).toStrictEqual(['a'])

    await addItems(store, 'b')
    expect(await itemIds(store)).toStrictEqual(['a', 'b'])
    expect(graphFiles()).toHaveLength(2)
    expect(readdirSync(folder).toSorted()).toStrictEqual(['current', ...graphFiles(), 'lock.grafeo'].toSorted())
  }, 30_000)
})
