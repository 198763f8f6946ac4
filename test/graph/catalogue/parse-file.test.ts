import { describe, expect, it } from 'vitest'
import { findingsOf, readFiles } from './findings-of.ts'

/** What a file `teams/a.yaml` of these lines is reported for. */
const yaml = (...lines: readonly string[]): Promise<string[]> => findingsOf({ 'teams/a.yaml': lines.join('\n') })
/** The same for `teams/a.md`. */
const markdown = (...lines: readonly string[]): Promise<string[]> => findingsOf({ 'teams/a.md': lines.join('\n') })

describe('YAML', () => {
  it('that is indented with tabs', async () => {
    expect(await yaml('name: A', 'links:', '\t- title: T')).toStrictEqual([
      'teams/a.yaml:3:1  error  yaml-syntax  Tabs are not allowed as indentation. → Indent with spaces.',
    ])
  })

  it('that says a field twice', async () => {
    expect(await yaml('name: A', 'summary: B', 'name: C')).toStrictEqual([
      'teams/a.yaml:3:1  error  yaml-syntax  Map keys must be unique. → Write each field once.',
    ])
  })

  it('that says a field twice, further in', async () => {
    expect(await yaml('name: A', 'needs:', '  - to: team/a', '    note: one', '    note: two')).toStrictEqual([
      'teams/a.yaml:5:5  error  yaml-syntax  Map keys must be unique. → Write each field once.',
    ])
  })

  it('that holds several documents', async () => {
    expect(await yaml('name: A', '---', 'name: B')).toStrictEqual([
      'teams/a.yaml:2:1  error  yaml-syntax  This file holds several documents. → One file holds one item: split it.',
    ])
  })

  it('whose quotes aren’t closed', async () => {
    expect(await yaml('name: "A', 'summary: B')).toStrictEqual([
      'teams/a.yaml:2:11  error  yaml-syntax  Missing closing "quote. → Check quotes and brackets: each needs its partner.',
    ])
  })

  it('whose brackets aren’t closed', async () => {
    expect(await yaml('name: A', 'aliases: [b, c')).toStrictEqual([
      'teams/a.yaml:2:15  error  yaml-syntax  Flow sequence in block collection must be sufficiently indented and end with a ]. → Check quotes and brackets: each needs its partner.',
    ])
  })

  it('with a colon in plain text', async () => {
    expect(await yaml('name: Support: the team')).toStrictEqual([
      'teams/a.yaml:1:7  error  yaml-syntax  Nested mappings are not allowed in compact mappings. → Put text that contains ": " into quotes.',
    ])
  })

  it('with a field without a colon', async () => {
    expect(await yaml('name: A', 'summary', 'tags: [a]')).toStrictEqual([
      `teams/a.yaml:2:1  error  yaml-syntax  Implicit keys need to be on a single line. → Put a colon and a space behind the field's name.`,
    ])
  })

  it('whose lines don’t stand below each other', async () => {
    const told = (place: string): string =>
      `teams/a.yaml:${place}  error  yaml-syntax  This line belongs to the field above, by its indentation. → Begin all fields of one item in the same column, and put text that contains ": " into quotes.`
    expect(await yaml('name: A', ' summary: B')).toStrictEqual([told('2:2')])
    expect(await yaml('name: A', '   summary: B', 'tags: [a]', '  aliases: [b]')).toContain(told('2:4'))
    expect((await yaml('  name: A', 'summary: B'))[0]).toContain('→ Check the indentation')
  })

  it('with several errors: each is reported', async () => {
    expect(await yaml('name: A', 'name: B', 'tags: [a', 'summary: C')).toHaveLength(2)
  })

  it.each(['', '\n\n', '# only a remark\n', '---\n', 'null\n'])('that is empty: %j', async (text) => {
    expect(await yaml(text)).toStrictEqual([
      'teams/a.yaml:1:1  error  yaml-syntax  This file is empty. → Write one field a line, at least "name: …".',
    ])
  })

  it.each(['- name: A\n', 'A\n', '42\n', '"name: A"\n'])('that is no mapping: %j', async (text) => {
    expect(await yaml(text)).toStrictEqual([
      'teams/a.yaml:1:1  error  yaml-syntax  This file is no mapping of fields. → Write one field a line, at least "name: …".',
    ])
  })

  it('with fields whose names aren’t text', async () => {
    expect(await yaml('name: A', '? [b]', ': c')).toStrictEqual([
      'teams/a.yaml:2:3  error  yaml-syntax  With stringKeys, all keys must be strings.',
    ])
  })

  it('with tags that nobody knows', async () => {
    expect(await yaml('name: !secret A', 'summary: !!js/function x')).toStrictEqual([
      'teams/a.yaml:1:7  error  yaml-syntax  Unresolved tag: !secret.',
      'teams/a.yaml:2:10  error  yaml-syntax  Unresolved tag: tag:yaml.org,2002:js/function.',
    ])
  })

  it('with Windows line ends: places stay right', async () => {
    expect(await findingsOf({ 'teams/a.yaml': 'name: A\r\nsummary: B\r\nsumary: red\r\n' })).toStrictEqual([
      'teams/a.yaml:3:1  error  unknown-field  Team has no field "sumary". → Did you mean "summary"?',
    ])
  })
})

describe('front matter', () => {
  it('stands above the body, which is trimmed', async () => {
    const { catalogue } = await readFiles({ 'teams/a.md': '---\nname: A\n---\n\n# Heading\n\nText.\n\n' })
    expect(catalogue?.items.get('team/a')?.values).toStrictEqual({ name: 'A', body: '# Heading\n\nText.' })
  })

  it('may stand alone', async () => {
    const { catalogue } = await readFiles({ 'teams/a.md': '---\nname: A\n---', 'teams/b.md': '---\nname: B\n---\n\n' })
    expect(catalogue?.items.get('team/a')?.values).toStrictEqual({ name: 'A' })
    expect(catalogue?.items.get('team/b')?.values).toStrictEqual({ name: 'B' })
  })

  it('ends at its first line of hyphens: others are the body’s', async () => {
    const { catalogue } = await readFiles({ 'teams/a.md': '---\nname: A\n---\nabove\n\n---\n\nbelow\n' })
    expect(catalogue?.items.get('team/a')?.values.body).toBe('above\n\n---\n\nbelow')
  })

  it('may have Windows line ends, which the body loses', async () => {
    const { catalogue } = await readFiles({ 'teams/a.md': '---\r\nname: A\r\n---\r\none\r\ntwo\r\n' })
    expect(catalogue?.items.get('team/a')?.values).toStrictEqual({ name: 'A', body: 'one\ntwo' })
  })

  it('shifts no place', async () => {
    expect(await markdown('---', 'name: A', 'sumary: red', '---', 'Text.')).toStrictEqual([
      'teams/a.md:3:1  error  unknown-field  Team has no field "sumary". → Did you mean "summary"?',
    ])
  })

  it.each([
    ['is missing', ['# A team', '', 'Text.']],
    ['comes too late', ['', '---', 'name: A', '---']],
    ['begins with other hyphens', ['----', 'name: A', '----']],
    ['is missing, as all is', ['']],
  ])('is reported where it %s', async (_, lines) => {
    expect(await markdown(...lines)).toStrictEqual([
      'teams/a.md:1:1  error  front-matter  A Markdown file begins with front matter. → Write the fields between two lines of three hyphens (---), and the text below.',
    ])
  })

  it.each([
    ['has no end', ['---', 'name: A', '', 'Text.']],
    ['ends with other hyphens', ['---', 'name: A', '----', 'Text.']],
    ['ends with hyphens that are indented', ['---', 'name: A', ' ---', 'Text.']],
    ['ends at once', ['---']],
  ])('is reported where it %s', async (_, lines) => {
    expect(await markdown(...lines, '')).toStrictEqual([
      'teams/a.md:1:1  error  front-matter  The front matter has no end. → Close it with a line of three hyphens (---).',
    ])
  })

  it('is reported where it is empty', async () => {
    expect(await markdown('---', '---', 'Text.')).toStrictEqual([
      'teams/a.md:1:1  error  yaml-syntax  This file is empty. → Write one field a line, at least "name: …".',
    ])
  })

  it('is reported where it says the body too', async () => {
    expect(await markdown('---', 'name: A', 'body: One.', '---', '', 'Two.')).toStrictEqual([
      'teams/a.md:6:1  error  unknown-field  The body is written twice: as a field and below the front matter.',
    ])
  })
})

describe('a file that nobody writes', () => {
  const tooDeep =
    'teams/a.yaml:1:1  error  yaml-syntax  This file is nested too deeply. → Catalogue files have few levels.'

  it.each([
    ['brackets', `summary: ${'['.repeat(20_000)}`],
    ['lists', `summary:\n  ${'- '.repeat(1500)}a`],
    ['mappings', `links: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`],
    ['101 levels', `summary: ${'['.repeat(101)}${']'.repeat(101)}`],
  ])('with too many levels of %s is reported', async (_, field) => {
    expect(await yaml('name: A', field)).toStrictEqual([tooDeep])
  })

  it('is read in time: many unknown fields, many unknown references', async () => {
    const many = (write: (i: number) => string) => Array.from({ length: 20_000 }, (_, i) => write(i))
    expect(await yaml('name: A', ...many((i) => `k${String(i)}: 1`))).toHaveLength(20_000)
    expect(await yaml('name: A', 'needs:', ...many((i) => `- team/x${String(i)}`))).toHaveLength(20_000)
  })
})
