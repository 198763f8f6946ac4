import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../graph/store/open-store.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { addItems, failure, itemIds } from './items-in-store.ts'

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
    expect(error.hint).toBe(`Delete ${folder} and load again`)

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
    expect(error.hint).toBe(`Delete ${folder} and load again`)
  })

  it('says what to do when its folder is a file', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
    expect((await refusal()).hint).toBe('Choose a folder, not a file: --store file:PATH')
  })
})
