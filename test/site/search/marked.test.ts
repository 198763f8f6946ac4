import { expect, it } from 'vitest'
import { hasAny, marked, snippet } from '../../../site/src/search/marked.ts'
import type { MarkedPart } from '../../../site/src/search/marked.ts'

const said = (parts: readonly MarkedPart[]): string =>
  parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')

it('marks the words that were found in the text’s own letters', () => {
  expect(said(marked('Müller’s team', new Set(['muller'])))).toBe('[Müller]’s team')
  expect(said(marked('Die Straße dort', new Set(['strasse', 'dort'])))).toBe('Die [Straße] [dort]')
  expect(said(marked('changes, change', new Set(['change'])))).toBe('changes, [change]')
})

it('marks a word by its end, where that was found', () => {
  expect(said(marked('das Störungsmanagement', new Set(['management'])))).toBe('das [Störungsmanagement]')
  expect(hasAny('a bank', new Set(['bank']))).toBe(true)
  expect(hasAny('a bank', new Set(['ank']))).toBe(false)
})

it('cuts a long text so that the first mark can be seen', () => {
  const long = `${'word '.repeat(60)}ticket and more`
  expect(said(snippet(marked(long, new Set(['ticket'])), 20))).toBe('… word word word [ticket] and more')
  expect(said(snippet(marked('no match at all', new Set(['ticket']))))).toBe('no match at all')
})
