import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { findingsOf, readFiles } from './findings-of.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const mebibytes = 1024 * 1024

describe('a file’s text', () => {
  it('is UTF-8', async () => {
    const { catalogue } = await readFiles({ 'teams/a.yaml': 'name: Grüße aus 東京 🙂\n' })
    expect(catalogue?.items.get('team/a')?.values).toStrictEqual({ name: 'Grüße aus 東京 🙂' })
  })

  it.each(['yaml', 'md'])('may begin with a byte order mark in a .%s file, which shifts no place', async (ending) => {
    const text = ending === 'md' ? '---\nname: A\nsumary: red\n---\n' : 'name: A\nsumary: red\n'
    const at = ending === 'md' ? '3:1' : '2:1'
    expect(await findingsOf({ [`teams/a.${ending}`]: `\uFEFF${text}` })).toStrictEqual([
      `teams/a.${ending}:${at}  error  unknown-field  Team has no field "sumary". → Did you mean "summary"?`,
    ])
  })

  it('is reported where its first byte is not UTF-8', async () => {
    const text = latin1('name: Grüße\nsummary: über alles\n')
    expect(await findingsOf({ 'teams/a.yaml': text })).toStrictEqual([
      'teams/a.yaml:1:9  error  encoding  This file is not UTF-8. → Save it as UTF-8.',
    ])
  })

  it('is reported where a later line’s byte is not UTF-8, counted in characters', async () => {
    const text = Buffer.concat([Buffer.from('name: Grüße\nsummary: "größer '), latin1('über'), Buffer.from('"\n')])
    expect(await findingsOf({ 'teams/a.yaml': text })).toStrictEqual([
      'teams/a.yaml:2:18  error  encoding  This file is not UTF-8. → Save it as UTF-8.',
    ])
  })

  it('is reported where its last byte is not UTF-8', async () => {
    expect(await findingsOf({ 'teams/a.yaml': latin1('name: Ü') })).toStrictEqual([
      'teams/a.yaml:1:7  error  encoding  This file is not UTF-8. → Save it as UTF-8.',
    ])
    expect(await findingsOf({ 'teams/a.yaml': Uint8Array.of(0xe4) })).toStrictEqual([
      'teams/a.yaml:1:1  error  encoding  This file is not UTF-8. → Save it as UTF-8.',
    ])
  })

  it.each([
    ['little', Buffer.from('\uFEFFname: A\n', 'utf16le')],
    ['big', Buffer.from('\uFEFFname: A\n', 'utf16le').swap16()],
  ])('is reported when it is UTF-16, %s endian', async (_, bytes) => {
    expect(await findingsOf({ 'teams/a.yaml': bytes })).toStrictEqual([
      'teams/a.yaml:1:1  error  encoding  This file is not UTF-8. → It looks like UTF-16: save it as UTF-8.',
    ])
  })

  it('has at most 5 MiB', async () => {
    const start = 'name: A\nsummary: '
    const fits = `${start}${'a'.repeat(5 * mebibytes - start.length)}`
    expect(await findingsOf({ 'teams/a.yaml': fits })).toStrictEqual([])
    expect(await findingsOf({ 'teams/a.yaml': `${fits}a` })).toStrictEqual([
      'teams/a.yaml:1:1  error  file-size  This file is larger than 5 MiB. → One file holds one item: split it.',
    ])
  })
})
