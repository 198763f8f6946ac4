import express from 'express'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { health, Readiness } from '../../../../api/server/watch/health.ts'

/** Asks that are answered when the test says so. */
function graph() {
  const answers: ((revision: number | undefined) => void)[] = []
  const ask = vi.fn(() => new Promise<number | undefined>((resolve) => answers.push(resolve)))
  return { ask, answers }
}

describe('Readiness', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks the graph once, however many want to know, and again when the answer is a second old', async () => {
    const { ask, answers } = graph()
    const readiness = new Readiness(ask)
    const all = [readiness.revision(), readiness.revision()]
    answers[0]?.(7)
    expect(await Promise.all(all)).toEqual([7, 7])
    vi.advanceTimersByTime(999)
    expect(await readiness.revision()).toBe(7)
    expect(ask).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1)
    const later = readiness.revision()
    answers[1]?.(8)
    expect(await later).toBe(8)
  })

  it('waits two seconds for a graph that hangs, and leaves it alone for half a minute', async () => {
    const { ask, answers } = graph()
    const readiness = new Readiness(ask)
    for (let waited = 0; waited < 30_000; waited += 2_000) {
      const answer = readiness.revision()
      await vi.advanceTimersByTimeAsync(2_000)
      expect(await answer).toBeUndefined()
    }
    expect(ask).toHaveBeenCalledTimes(1)
    const again = readiness.revision()
    answers[1]?.(7)
    expect(await again).toBe(7)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('is not ready when the graph fails', async () => {
    expect(await new Readiness(() => Promise.reject(new Error('gone'))).revision()).toBeUndefined()
  })
})

describe('/health and /ready', () => {
  let http: Server
  const listening = async (execute: () => Promise<object>): Promise<string> => {
    const app = express()
    app.use(health({ execute: execute }))
    await new Promise<void>((resolve) => (http = app.listen(0, '127.0.0.1', () => resolve())))
    return `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`
  }
  afterEach(() => {
    http.close()
    http.closeAllConnections()
  })

  it.each(['GET', 'HEAD'])('answers %s, and nobody keeps the answer', async (method) => {
    const address = await listening(async () => ({ data: { catalogue: { revision: 3 } } }))
    for (const [path, body] of [
      ['/health', { status: 'ok' }],
      ['/ready', { status: 'ready', revision: 3 }],
    ] as const) {
      const answer = await fetch(address + path, { method })
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(await answer.text()).toBe(method === 'GET' ? JSON.stringify(body) : '')
    }
  })

  it('says 503 within some two seconds while the graph hangs, and goes on to be healthy', async () => {
    const address = await listening(() => new Promise(() => undefined))
    const started = performance.now()
    const answer = await fetch(`${address}/ready`)
    expect(performance.now() - started).toBeLessThan(4_000)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store'])
    expect(await answer.json()).toEqual({ status: 'the graph does not answer, or holds nothing' })
    expect((await fetch(`${address}/health`)).status).toBe(200)
  })

  it('says 503 when nothing is loaded', async () => {
    const address = await listening(async () => ({ data: { catalogue: null } }))
    expect((await fetch(`${address}/ready`)).status).toBe(503)
  })
})
