import { describe, expect, it } from 'vitest'
import { snippetOf } from '../../../api/search/snippet.ts'

describe('snippetOf', () => {
  it('is the whole of a short text, on one line and without marks', () => {
    expect(snippetOf('# Why\n\nUse the **big** _red_ [button](https://example.org), `now`.', ['button'])).toBe(
      'Why Use the big red button, now.',
    )
  })

  it('is cut around the first word that matches, at words', () => {
    const text = `${'before '.repeat(20)}Straße ${'behind '.repeat(40)}`
    const snippet = snippetOf(text, ['strasse']) ?? ''
    expect(snippet).toMatch(/^… (before )+Straße (behind )+…$/)
    expect(snippet.length).toBeLessThan(200)
  })

  it('is nothing where nothing matches', () => {
    expect(snippetOf('some words', ['other'])).toBeUndefined()
  })
})
