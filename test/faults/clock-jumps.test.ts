import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { serve } from '../../api/server/serve.ts'
import { settingsSchema } from '../../api/server/settings/settings.ts'
import { readRevisions } from '../../graph/load/revision.ts'
import { openStore } from '../../graph/store/open-store.ts'
import type { Store } from '../../graph/store/store.ts'
import { loadFiles, teams } from '../graph/load/loads.ts'
import { ask } from './command.ts'

const noon = Date.parse('2026-11-22T12:00:00Z')
const hour = 3_600_000
const question = '{ catalogue { revision } team(id: "a") { summary } revisions(first: 9) { nodes { number at } } }'

describe('a machine whose clock is set while it works', () => {
  let store: Store
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon })
    store = await openStore('memory:')
  })
  afterEach(async () => {
    vi.useRealTimers()
    await store.close()
  })

  /** Loads when the clock is so many hours off. */
  const loadAt = async (hours: number, word: string): Promise<void> => {
    vi.setSystemTime(noon + hours * hour)
    await loadFiles(store, teams({ a: `summary: ${word}\n` }))
  }

  it('numbers its revisions one after the other, whatever their times', async () => {
    for (const [hours, word] of [
      [0, 'noon'],
      [-1, 'back'],
      [1, 'forward'],
      [0, 'noon again'],
    ] as const)
      await loadAt(hours, word)
    const revisions = await readRevisions(store, Infinity, 9)
    expect(revisions.map(({ number, at }) => [number, at.slice(11, 13)])).toStrictEqual([
      [4, '12'],
      [3, '13'],
      [2, '11'],
      [1, '12'],
    ])
  })

  it('shows each load soon, never keeps what is older, and gives nothing up too early', async () => {
    await loadAt(0, 'noon')
    let reads = 0
    /** Sets the clock forward and back while questions are under way. */
    const jumping: Store = {
      ...{ address: store.address, close: () => store.close(), write: (...all) => store.write(...all) },
      read(...all) {
        vi.setSystemTime(noon + (reads++ % 3) * hour - hour)
        return store.read(...all)
      },
    }
    const api = await createApi(jumping, { freshFor: 30 })
    const settings = settingsSchema.parse({ limits: { seconds: 20 } })
    const server = await serve({ api, settings, log: pino({ level: 'silent' }) })
    const asked = async () => {
      const { status, body } = await ask(server.address, question)
      expect(status, JSON.stringify(body)).toBe(200)
      return body.data as {
        catalogue: { revision: number }
        team: { summary: string }
        revisions: { nodes: unknown[] }
      }
    }
    const readiness = async (): Promise<unknown> => (await fetch(`${server.address}/ready`)).json()
    expect(await readiness()).toStrictEqual({ status: 'ready', revision: 1 })
    const words = ['noon', 'back', 'forward', 'noon again']
    for (const [index, hours] of [0, -1, 1, 0].entries()) {
      if (index > 0) await loadAt(hours, words[index] ?? '')
      const shown = { catalogue: { revision: index + 1 }, team: { summary: words[index] } }
      await vi.waitFor(async () => expect(await asked()).toMatchObject(shown), { timeout: 5_000, interval: 10 })
      for (let times = 0; times < 20; times++) {
        const answered = await asked()
        expect(answered).toMatchObject(shown)
        expect(answered.revisions.nodes).toHaveLength(index + 1)
      }
    }
    const ready = { status: 'ready', revision: words.length }
    await vi.waitFor(async () => expect(await readiness()).toStrictEqual(ready), { timeout: 5_000, interval: 50 })
    expect(reads).toBeGreaterThan(8)
    await server.close()
  })
})
