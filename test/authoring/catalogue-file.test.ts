import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { CatalogueFileText, FileNotEditable } from '../../authoring/catalogue-file.ts'
import type { FileValue } from '../../authoring/file-value.ts'
import { fileText } from '../../authoring/yaml-text.ts'

const written = `# Who runs the shop.
name: Shop # its name

# What it is.
summary: 'Sells things.'
tags: [web, "java"] # flow
needs:
  # the ledger
  - application/ledger # essential
  - to: application/mail
    criticality: SUPPORTING

  - application/bank
# before the body
body: |
  Text.

  More.
lifecycle:
`

/** The text after some changes. */
function changed(change: (file: CatalogueFileText) => void, text = written, path = 'shop.yaml'): string {
  const file = new CatalogueFileText(path, text)
  change(file)
  return file.toString()
}

describe('a file that is changed', () => {
  it('stays as it is where a field says the same already', () => {
    expect(changed((file) => file.set('tags', ['web', 'java']))).toBe(written)
  })

  it.each<[string, string, FileValue, string, string]>([
    ['keeps the comment behind a value', 'name', 'The shop', 'name: Shop #', 'name: The shop #'],
    ['keeps the quotes', 'summary', 'It’s "this"', "'Sells things.'", `'It’s "this"'`],
    ['doubles quotes within', 'summary', "It's", "'Sells things.'", "'It''s'"],
    ['keeps lists in one line', 'tags', ['web', 'go'], '[web, "java"]', '[web, go]'],
    ['replaces a block of text', 'body', 'Else.\n', '  Text.\n\n  More.\n', '  Else.\n'],
    ['fills in what was empty', 'lifecycle', 'LIVE', 'lifecycle:\n', 'lifecycle: LIVE\n'],
    ['quotes what would be read as something else', 'name', 'null', 'name: Shop #', 'name: "null" #'],
    [
      'puts a comment above what becomes a block',
      'name',
      'One.\nTwo.\n',
      'name: Shop # its name\n',
      '# its name\nname: |\n  One.\n  Two.\n',
    ],
  ])('%s', (_, field, value, before, after) => {
    const text = changed((file) => file.set(field, value))
    expect(text).toBe(written.replace(before, after))
    expect((parse(text) as Record<string, unknown>)[field]).toStrictEqual(value)
  })

  it('keeps entries of a list with their comments, and adds others where they belong', () => {
    const mail = { to: 'application/mail', criticality: 'SUPPORTING' }
    const text = changed((file) => file.set('needs', ['application/ledger', 'application/new', mail]))
    expect(text).toBe(
      written.replace('essential\n', 'essential\n  - application/new\n').replace('\n\n  - application/bank\n', '\n'),
    )
  })

  it('takes a field out, but not the comments above it', () => {
    expect(changed((file) => file.remove('needs'))).toBe(written.replace(/needs:[^]*bank\n/, ''))
    expect(changed((file) => file.remove('summary'))).toContain('# What it is.\ntags:')
  })

  it('writes a new field where the order says', () => {
    const order = ['name', 'aliases', 'summary', 'body', 'record']
    expect(changed((file) => file.set('aliases', ['Store'], order))).toBe(
      written.replace('its name\n', 'its name\naliases:\n  - Store\n'),
    )
    expect(changed((file) => file.set('record', 'a:1', order))).toContain('  More.\nrecord: a:1\nlifecycle:')
    expect(changed((file) => file.set('form', 'DEVICE'))).toBe(`${written}form: DEVICE\n`)
    expect(changed((file) => file.set('form', 'DEVICE'), 'name: X')).toBe('name: X\nform: DEVICE')
  })

  it('keeps the line ends of the file', () => {
    const text = changed(
      (file) => file.set('needs', ['application/a', 'application/bank']),
      written.replaceAll('\n', '\r\n'),
    )
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text).toContain('  - application/a\r\n')
  })

  it('changes Markdown’s front matter, and the text below it', () => {
    const markdown = '---\nname: Shop # x\n---\n\n  Text --- and\n\nmore.\n'
    expect(changed((file) => file.set('name', 'Store'), markdown, 'shop.md')).toBe(markdown.replace('Shop', 'Store'))
    expect(changed((file) => file.set('body', 'Else.\n'), markdown, 'shop.md')).toBe(
      '---\nname: Shop # x\n---\n\n  Else.\n',
    )
    expect(changed((file) => file.remove('body'), markdown, 'shop.md')).toBe('---\nname: Shop # x\n---\n\n  ')
    expect(changed((file) => file.set('form', 'DEVICE'), markdown, 'shop.md')).toContain('x\nform: DEVICE\n---')
  })

  it.each([
    ['name: [', 'shop.yaml:1 can’t be changed'],
    ['{name: Shop}', 'one pair of braces'],
    ['- name', 'no mapping'],
    ['a: &a [b, b]\nc: *a\nd: *x\n', 'Unresolved alias'],
  ])('is refused when it can’t be one: %s', (text, message) => {
    expect(() => new CatalogueFileText('shop.yaml', text)).toThrow(FileNotEditable)
    expect(() => new CatalogueFileText('shop.yaml', text)).toThrow(message.replace('’', "'"))
  })

  it('refuses a change that would change another field too', () => {
    const file = new CatalogueFileText('shop.yaml', 'name: &name Shop\nsummary: *name\n')
    expect(() => file.set('name', 'Store')).toThrow(FileNotEditable)
    expect(file.toString()).toBe('name: &name Shop\nsummary: *name\n')
  })

  it('tells whether anybody wrote a remark', () => {
    expect(new CatalogueFileText('a.yaml', 'a:\n  - b # c\n').hasComments).toBe(true)
    expect(new CatalogueFileText('a.yaml', 'a: "# c"\nb: |\n  # d\n').hasComments).toBe(false)
  })
})

const values = fc.letrec<{ value: FileValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({
      unit: fc.constantFrom(...'ab Z0-:#\'"\n\t,[]{}&*!|>%@`~?.é😀\u0000\u2028'.split('')),
      minLength: 1,
      maxLength: 150,
    }),
    fc.constantFrom(
      'null',
      'true',
      '1.0',
      '0x1',
      '2027-06-30',
      '---',
      '- a',
      'long text '.repeat(20),
      ' led',
      'trailed ',
    ),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(fc.constantFrom('to', 'note', '__proto__', 'a b'), tie('value'), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}))
const fields = fc.uniqueArray(fc.tuple(fc.constantFrom('name', 'needs', 'tags', 'body', 'x'), values.value), {
  selector: ([name]) => name,
  minLength: 1,
})

describe('whatever is written', () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(fields, (some) => {
        const file = new CatalogueFileText('a.yaml', fileText(new Map(some)))
        expect([...file.fields]).toStrictEqual(some)
      }),
      { numRuns: 500 },
    )
  })

  it('can be changed into whatever else', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const file = new CatalogueFileText('a.yaml', fileText(new Map(before)))
        for (const [name, value] of after) file.set(name, value)
        expect(Object.fromEntries(file.fields)).toStrictEqual(Object.fromEntries([...before, ...after]))
      }),
      { numRuns: 500 },
    )
  })
})
