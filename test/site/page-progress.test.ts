import { expect, it } from 'vitest'
import { pageProgress } from '../../site/page-progress.ts'

it('says how far a build is, every other second, and nothing of one that is quick', () => {
  const said: string[] = []
  let time = 0
  const made = pageProgress(
    (line) => said.push(line),
    () => time,
  )
  for (let page = 0; page < 10_321; page += 1) {
    time += 0.5
    made(10_321)
  }
  expect(said).toStrictEqual(["4,001 of 10,321 items' pages", "8,001 of 10,321 items' pages"])
})
