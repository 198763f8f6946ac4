import { describe, expect, it } from 'vitest'
import { Mentions } from '../../../graph/audience/mentions.ts'

const mentions = new Mentions(
  [
    { text: 'contract/c-104', id: 'contract/c-104' },
    { text: 'c-104', id: 'contract/c-104' },
    { text: 'Straße & Söhne', id: 'supplier/s' },
    { text: '…', id: 'supplier/nothing' },
    { text: 'Desk', id: 'application/desk' },
  ],
  ['DESK'],
)

describe('mentions', () => {
  it('are found as whole words, whatever their case, diacritics and punctuation', () => {
    for (const text of ['C-104', 'see (c 104).', 'contracts/c-104.yaml', 'x c_104 y', 'C\u00a0104'])
      expect(mentions.in(text), text).toBe('contract/c-104')
    for (const text of ['strasse und soehne', 'STRASSE SOHNE', 'Straße, Söhne'])
      expect(mentions.in(text), text).toBe(text.includes('soehne') ? undefined : 'supplier/s')
    for (const text of ['c-1040', 'abc-104', 'c 1 04', '', '…']) expect(mentions.in(text), text).toBeUndefined()
  })

  it('are found in addresses and entities', () => {
    for (const text of ['https://a.example/c%2D104', 'c&#45;104', 'c&#x2d;104'])
      expect(mentions.in(text), text).toBe('contract/c-104')
    for (const text of ['%E0%A4%A', '&#99999999;', '100 % of it']) expect(mentions.in(text), text).toBeUndefined()
  })

  it('are found in every text of a value', () => {
    expect(mentions.in(['a', { title: 'b', parts: [{ url: 'c-104' }] }])).toBe('contract/c-104')
    expect(mentions.in([1, true, null, { amount: 104 }])).toBeUndefined()
    expect(mentions.in(undefined)).toBeUndefined()
  })

  it('aren’t what is called the same and public', () => {
    expect(mentions.in('the desk')).toBeUndefined()
  })
})
