import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { readText } from '../../../graph/catalogue/read-text.ts'
import { Report } from '../../../graph/catalogue/report.ts'
import { catalogueWith, folderWith } from './catalogue-folder.ts'
import { findingsOf, inOneLine, readFiles, today } from './findings-of.ts'

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

describe('what is no file', () => {
  it('is reported, not opened: a pipe, a folder', async () => {
    const folder = catalogueWith({})
    mkdirSync(join(folder, 'teams'))
    execFileSync('mkfifo', [join(folder, 'teams/p.yaml')])
    const { findings } = await readCatalogue(folder, { today })
    expect(findings.map(inOneLine)).toStrictEqual([
      'teams/p.yaml:1:1  error  not-a-file  This is no file but a pipe, a socket or a device: it is not read. → Put a file in its place, or give it another name.',
    ])
    const { findings: ofFolder } = await readCatalogue(folderWith({ 'tributary.config.yaml/a.txt': 'x' }), { today })
    expect(ofFolder.map(inOneLine)).toStrictEqual([
      'tributary.config.yaml:1:1  error  not-a-file  This is no file but a folder: it is not read. → Put a file in its place, or give it another name.',
    ])
  })

  it('is reported when the system refuses it', () => {
    const report = new Report()
    const place = { layer: 'own', path: '/nowhere/a.yaml', file: 'a.yaml', line: 1, column: 1 }
    expect(readText(place, report)).toBeUndefined()
    expect(report.findings.map(inOneLine)).toStrictEqual([
      "a.yaml:1:1  error  unreadable  This file can't be read: the system says ENOENT.",
    ])
  })

  it('is reported where a model file should be', async () => {
    const folder = catalogueWith({ 'model/a.graphql/b.txt': 'x', 'model/c.graphql': latin1('# Grüße') })
    const { findings } = await readCatalogue(folder, { today })
    expect(findings.map(inOneLine)).toStrictEqual([
      'model/a.graphql:1:1  error  model  This is no regular file: put a model file in its place.',
      'model/c.graphql:1:1  error  model  This file is not UTF-8: save it as UTF-8.',
    ])
  })
})
