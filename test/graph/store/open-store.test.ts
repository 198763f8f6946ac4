import { describe, expect, it } from 'vitest'
import { defaultStoreAddress, openStore } from '../../../graph/store/open-store.ts'
import { StoreError } from '../../../graph/store/store.ts'

/** What openStore rejects an address with. */
async function refusal(address: string): Promise<StoreError> {
  const result = await openStore(address).catch((error: unknown) => error)
  expect(result).toBeInstanceOf(StoreError)
  return result as StoreError
}

describe('openStore', () => {
  it.each(['memory:', 'file:some/folder', 'FILE:some/folder'])('opens %s', async (address) => {
    const store = await openStore(address)
    expect(store.address).toBe(address)
    await store.close()
  })

  it('names what is possible when no store answers to a scheme, and not the rest of the address', async () => {
    const error = await refusal('postgres://user:secret@host')
    expect(error.message).toBe('No store answers to "postgres:"')
    expect(error.hint).toBe('Choose one of file:.tributary/graph, memory:, neo4j://HOST, bolt://HOST')
    expect((await refusal('constructor:')).message).toBe('No store answers to "constructor:"')
  })

  it.each(['', 'graph', '.tributary/graph'])('refuses "%s", which has no scheme', async (address) => {
    expect((await refusal(address)).message).toBe(`"${address}" is not the address of a graph`)
  })

  it.each(['file:', 'file://', 'memory:name'])('refuses %s', async (address) => {
    const error = await refusal(address)
    expect(error.message).toBe(`The address "${address}" names no graph`)
    expect(error.hint).toBe('Write memory: or file:PATH')
  })
})

describe('defaultStoreAddress', () => {
  it('is what TRIBUTARY_STORE says, or else files in the working directory', () => {
    expect(defaultStoreAddress({ TRIBUTARY_STORE: 'neo4j://graph' })).toBe('neo4j://graph')
    expect(defaultStoreAddress({ TRIBUTARY_STORE: '' })).toBe('file:.tributary/graph')
    expect(defaultStoreAddress({})).toBe('file:.tributary/graph')
  })
})
