import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GraphFiles } from '../../../graph/store/embedded/graph-files.ts'
import { mendStore, openStore } from '../../../graph/store/open-store.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { addItems, addRows, failure, itemIds } from './items-in-store.ts'

describe('a graph in files that something damaged', () => {
  let folder: string
  let store: Store

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-damaged-'))
    store = await openStore(`file:${folder}`)
    await addItems(store, 'a')
  })

  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const currentFile = (): string => join(folder, readFileSync(join(folder, 'current'), 'utf8').trim())

  /** Turns bits around in the middle, as disks do. */
  const rot = (path: string): void => {
    const bytes = readFileSync(path)
    const middle = bytes.length / 2
    writeFileSync(
      path,
      bytes.map((byte, at) => (at >= middle - 2_000 && at < middle + 2_000 ? byte ^ 0x55 : byte)),
    )
  }

  /** What reading and writing are refused with, which must be the same. */
  async function refusal(): Promise<StoreError> {
    const [reading, writing] = [await failure(itemIds(store)), await failure(addItems(store, 'b'))]
    expect(reading).toBeInstanceOf(StoreError)
    expect(writing).toBeInstanceOf(StoreError)
    expect(writing.hint).toBe(reading.hint)
    return reading
  }

  it.each([
    ['holds something else', 'nonsense'],
    ['is empty', ''],
    ['leads out of the folder', '../graph-1-00000000.grafeo'],
  ])('says what to do when the pointer %s', async (_, text) => {
    const pointer = readFileSync(join(folder, 'current'))
    writeFileSync(join(folder, 'current'), text)
    const error = await refusal()
    expect(error.message).toBe(`The graph at file:${folder} is damaged: "current" names no graph file`)
    expect(error.failure).toBe('damaged')
    expect(error.hint).toMatch(/^Load the catalogue again/)

    writeFileSync(join(folder, 'current'), pointer)
    expect(await itemIds(store)).toStrictEqual(['a'])
  })

  it.each([
    ['is no graph', (path: string) => writeFileSync(path, 'nonsense')],
    ['is cut short', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))],
    ['is gone', (path: string) => rmSync(path)],
  ])('says what to do when the current file %s', async (_, damage) => {
    damage(join(folder, readFileSync(join(folder, 'current'), 'utf8').trim()))
    const error = await refusal()
    expect(error.message).toContain(`The graph at file:${folder} is damaged: `)
    expect(error.failure).toBe('damaged')
    expect(error.hint).toMatch(/^Load the catalogue again/)
  })

  it('reads on what is open while the current file is damaged, and tells so once', async () => {
    const warnings: Error[] = []
    const listen = (warning: Error): unknown => warnings.push(warning)
    process.on('warning', listen)
    const writer = await openStore(`file:${folder}`)
    expect(await itemIds(store)).toStrictEqual(['a'])
    await addItems(writer, 'b')
    await writer.close()
    rot(currentFile())
    expect([await itemIds(store), await itemIds(store)]).toStrictEqual([['a'], ['a']])
    expect(warnings.map(String)).toStrictEqual([
      expect.stringContaining(`TributaryWarning: The graph at file:${folder} is damaged: `),
    ])
    process.off('warning', listen)

    expect(await mendStore(`file:${folder}`)).toContain('It is again what was loaded before')
    await addItems(store, 'c')
    expect(await itemIds(store)).toStrictEqual(['a', 'c'])
  })

  describe('mendStore', () => {
    it('does nothing to a graph that is whole, or was never written', async () => {
      expect(await mendStore(`file:${folder}`)).toBeUndefined()
      expect(await itemIds(store)).toStrictEqual(['a'])
      expect(await mendStore(`file:${join(folder, 'none')}`)).toBeUndefined()
      expect(await mendStore('memory:')).toBeUndefined()
    })

    it('goes back to the file before, and keeps the damaged one', async () => {
      await addItems(store, 'b')
      const damaged = currentFile()
      rot(damaged)
      const bytes = readFileSync(damaged)
      const aside = join(folder, `damaged-${basename(damaged)}`)
      expect(await mendStore(`file:${folder}`)).toBe(
        `The graph was damaged (put aside: ${aside}). It is again what was loaded before, with its revisions.`,
      )
      expect(await itemIds(store)).toStrictEqual(['a'])
      await addItems(store, 'c')
      await addItems(store, 'd')
      expect(await itemIds(store)).toStrictEqual(['a', 'c', 'd'])
      expect(readFileSync(aside)).toStrictEqual(bytes)
    })

    it('begins anew where nothing is whole', async () => {
      rot(currentFile())
      expect(await mendStore(`file:${folder}`)).toMatch(
        /Nothing else was there: it begins anew, and what earlier loads changed is forgotten\.$/,
      )
      expect(await itemIds(store)).toStrictEqual([])
      await addItems(store, 'b')
      expect(await itemIds(store)).toStrictEqual(['b'])
    })

    it('finds the newest file where the pointer is lost', async () => {
      await addItems(store, 'b')
      writeFileSync(join(folder, 'current'), 'nonsense')
      expect(await mendStore(`file:${folder}`)).toBe(
        'The graph was damaged (what said which file to read was damaged). It is again what was loaded before, with its revisions.',
      )
      expect(await itemIds(store)).toStrictEqual(['a', 'b'])
    })

    it('is refused while another writer is at work', async () => {
      rot(currentFile())
      const other = new GraphFiles(folder, `file:${folder}`).lock()
      expect((await failure(mendStore(`file:${folder}`))).failure).toBe('busy')
      other()
    })
  })

  it('notices every bit that matters: what it reads is right, or refused', async () => {
    const rows = Array.from({ length: 2000 }, (_, number) => ({
      id: `i${String(number)}`,
      text: `text ${String(number)}`,
    }))
    await store.write([{ cypher: addRows, parameters: { rows } }])
    const everything = 'MATCH (n:TributaryItem) RETURN properties(n) AS item ORDER BY n.id'
    const right = await store.read(everything)
    const whole = readFileSync(currentFile())
    let refused = 0
    for (let at = 61; at < whole.length; at += Math.floor(whole.length / 60)) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      writeFileSync(currentFile(), bytes)
      const fresh = await openStore(`file:${folder}`)
      const read = await fresh.read(everything).catch((error: unknown) => error)
      if (read instanceof StoreError) refused += 1
      else expect(read).toStrictEqual(right)
      await fresh.close()
    }
    expect(refused).toBeGreaterThan(20)
  })

  it('says what to do when its folder is a file', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
    expect((await refusal()).hint).toBe('Choose a folder, not a file: --store file:PATH')
  })
})
