import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Answers } from '../../../../api/server/answers/answers.ts'
import type { Answer } from '../../../../api/server/answers/answers.ts'

const answer = (text: string): Answer => ({
  contentType: 'application/json',
  body: Buffer.from(text),
  operation: undefined,
})
const long = 'a stream, its steps and what they need. '.repeat(200)

describe('kept answers', () => {
  it('take no more memory than they may, and leave in the order in which they were last asked for', () => {
    const answers = new Answers(10_000)
    for (const name of ['a', 'b', 'c', 'd']) answers.keep(name, answer('x'.repeat(1_500)))
    answers.get('a')
    for (const name of ['e', 'f']) answers.keep(name, answer('x'.repeat(1_500)))
    expect(['a', 'b', 'c', 'd', 'e', 'f'].filter((name) => answers.get(name) !== undefined)).toEqual([
      'a',
      'c',
      'd',
      'e',
      'f',
    ])
    expect(answers.bytes).toBeLessThanOrEqual(10_000)
  })

  it('are none where none may be kept, and none that would push out all others', () => {
    const [none, few] = [new Answers(0), new Answers(10_000)]
    none.keep('a', answer('short'))
    few.keep('a', answer(long))
    expect([none.get('a'), none.bytes, few.get('a'), few.bytes]).toEqual([undefined, 0, undefined, 0])
  })

  it('are packed once, and count with their packed forms', async () => {
    const answers = new Answers(100_000)
    const kept = answer(long)
    answers.keep('a', kept)
    const before = answers.bytes
    const [first, second] = await Promise.all([answers.form('a', kept, 'br'), answers.form('a', kept, 'br')])
    expect(second).toBe(first)
    expect(brotliDecompressSync(first).toString()).toBe(long)
    expect(answers.bytes).toBe(before + first.length)
    expect(gunzipSync(await answers.form('unknown', kept, 'gzip')).toString()).toBe(long)
    expect(answers.bytes).toBe(before + first.length)
  })
})
