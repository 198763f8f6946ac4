import { expect, it } from 'vitest'
import { Progress } from '../../cli/progress.ts'

/** A clock that is set, and everything that was written. */
function output(isTTY: boolean) {
  const written: string[] = []
  const clock = { now: 0 }
  const progress = new Progress({ isTTY, write: (text: string) => written.push(text) }, () => clock.now)
  const at = (now: number, ...shown: Parameters<Progress['show']>): void => {
    clock.now = now
    progress.show(...shown)
  }
  return { at, end: () => progress.end(), taken: () => written.splice(0) }
}

const line = (bar: string, rest: string): string => `\r\x1b[2K${bar} ${rest}`

it('is a bar on a terminal: what is done, how much of how much, and how long the rest takes', () => {
  const { at, end, taken } = output(true)
  at(1_000, 'adding items', 0, 1_000_000)
  at(2_000, 'adding items', 100_000, 1_000_000)
  expect(taken()).toStrictEqual([
    line('░'.repeat(24), '  0 %  adding items 0 of 1,000,000'),
    line('██' + '░'.repeat(22), ' 10 %  adding items 100,000 of 1,000,000'),
  ])
  at(11_000, 'adding items', 250_000, 1_000_000)
  expect(taken()).toStrictEqual([
    line('██████' + '░'.repeat(18), ' 25 %  adding items 250,000 of 1,000,000, 30 s left'),
  ])
  at(41_000, 'adding relations', 251_000, 1_000_000)
  expect(taken().join('')).toContain('adding relations 251,000 of 1,000,000, 2 min left')
  end()
  expect(taken()).toStrictEqual(['\r\x1b[2K'])
})

it('draws no more often than people see, but always the end', () => {
  const { at, taken } = output(true)
  for (let now = 0; now < 100; now += 1) at(now + 1_000, 'reading files', now, 100)
  expect(taken()).toHaveLength(2)
  at(1_101, 'reading files', 100, 100)
  expect(taken()).toStrictEqual([line('█'.repeat(24), '100 %  reading files 100 of 100')])
})

it('guesses anew where another count begins, or the same again', () => {
  const { at, taken } = output(true)
  at(0, 'reading files', 0, 10)
  at(100_000, 'reading files', 1, 10)
  at(101_000, 'checking rules', 0, 4)
  at(104_000, 'checking rules', 1, 4)
  expect(taken().at(-1)).toContain('checking rules 1 of 4, 9 s left')
  at(110_000, 'checking rules', 0, 4)
  expect(taken().at(-1)).toMatch(/checking rules 0 of 4$/)
})

it('says hours', () => {
  const { at, taken } = output(true)
  at(0, 'adding relations', 0, 1_000)
  at(100_000, 'adding relations', 20, 1_000)
  expect(taken().at(-1)).toContain(', 1 h 22 min left')
})

it('is few lines in a log: a stage, and every half minute how far it is', () => {
  const { at, end, taken } = output(false)
  at(100, 'reading files', 0, 10)
  at(3_000, 'adding items', 0, 1_000)
  for (let second = 4; second < 40; second += 1) at(second * 1_000, 'adding items', second, 1_000)
  at(41_000, 'adding relations', 500, 1_000)
  end()
  expect(taken()).toStrictEqual(['adding items …\n', 'adding items 33 of 1,000, 15 min left\n', 'adding relations …\n'])
})

it('says nothing in a log of what takes no time', () => {
  const { at, taken } = output(false)
  at(100, 'reading files', 0, 10)
  at(1_900, 'checking rules', 3, 10)
  expect(taken()).toStrictEqual([])
})
