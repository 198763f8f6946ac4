import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Turns } from '../../site/turns.ts'

it('makes no page while something changes, and changes nothing while a page is made', async () => {
  const turns = new Turns()
  const under = { pages: 0, changes: 0 }
  let seen = 0
  const page = async (): Promise<void> => {
    const made = Promise.withResolvers<undefined>()
    await turns.page(made.promise)
    under.pages += 1
    expect(under.changes).toBe(0)
    await sleep(Math.random() * 3)
    expect(under.changes).toBe(0)
    under.pages -= 1
    made.resolve(undefined)
  }
  const change = (): Promise<void> =>
    turns.change(async () => {
      under.changes += 1
      expect(under).toStrictEqual({ pages: 0, changes: 1 })
      await sleep(Math.random() * 3)
      under.changes -= 1
      seen += 1
    })
  const all: Promise<void>[] = []
  for (let i = 0; i < 200; i += 1) {
    all.push(i % 5 === 0 ? change() : page())
    if (i % 7 === 0) await sleep(1)
  }
  await Promise.all(all)
  expect(seen).toBe(40)
})

it('goes on after a change that failed', async () => {
  const turns = new Turns()
  await expect(turns.change(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await turns.page(Promise.resolve())
  expect(await turns.change(() => Promise.resolve('yes'))).toBe('yes')
})
