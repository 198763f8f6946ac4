import { describe, expect, it } from 'vitest'
import { slug } from '../../../graph/catalogue/id-name.ts'
import { findingsOf, foundBy, readFiles } from './findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from './small-catalogue.ts'

describe('an item', () => {
  it('has the values of its file, and the place where it is written', async () => {
    const { catalogue, files } = await readFiles({ 'teams/desk.yaml': '# A remark.\nname: Desk\ntags: [a, b]\n' })
    expect(files).toBe(1)
    expect(catalogue?.items.get('team/desk')).toStrictEqual({
      id: 'team/desk',
      kind: 'Team',
      values: { name: 'Desk', tags: ['a', 'b'] },
      sources: [{ layer: 'own', file: 'teams/desk.yaml', line: 2 }],
    })
  })

  it('has the defaults of the model', async () => {
    const { catalogue } = await readFiles({ 'suppliers/s.yaml': 'name: S\n' })
    expect(catalogue?.items.get('supplier/s')?.values).toStrictEqual({ name: 'S', relationship: 'SUPPLIER' })
  })

  it('takes its id from its kind and file, not from subfolders', async () => {
    const { catalogue } = await readFiles({
      'teams/it/north/desk-2.yml': 'name: D\n',
      'information/kb.md': '---\nname: K\nowner: team/desk-2\n---\n',
    })
    expect([...(catalogue?.items.keys() ?? [])]).toStrictEqual(['information/kb', 'team/desk-2'])
    expect(catalogue?.items.get('team/desk-2')?.sources).toStrictEqual([
      { layer: 'own', file: 'teams/it/north/desk-2.yml', line: 1 },
    ])
  })
})

describe('a file’s name', () => {
  it.each([
    ['Service Desk', 'service-desk'],
    ['service_desk', 'service-desk'],
    ['Größe', 'gro-e'],
    ['Café', 'cafe'],
    ['-desk', 'desk'],
    ['desk-', 'desk'],
    ['a--b', 'a-b'],
    ['東京', 'a-name'],
    ['READ_ME', 'read-me'],
    ['desk.old', 'desk-old'],
  ])('%s can be no id', async (name, proposal) => {
    expect(await findingsOf({ [`teams/${name}.md`]: '---\nname: A\n---\n' })).toStrictEqual([
      `teams/${name}.md:1:1  error  file-name  "${name}" can't be part of an id. → Use lower-case letters, digits and hyphens: ${proposal}.md.`,
    ])
  })

  it('may hold digits', async () => {
    expect(await findingsOf({ 'teams/24x7.yaml': 'name: A\n', 'teams/7.yaml': 'name: B\n' })).toStrictEqual([])
  })
})

describe('slug', () => {
  it.each([
    ['Data#3 LIMITED', 'data-3-limited'],
    ['  Über uns! ', 'uber-uns'],
    ['!', ''],
  ])('makes a file name of %j', (text, expected) => {
    expect(slug(text)).toBe(expected)
  })
})

describe('fields that files don’t write', () => {
  const practice = (line: string) => foundBy('unknown-field', { 'practices/p.yaml': `name: P\n${line}\n` })

  it('an id', async () => {
    expect(await practice('id: practice/p')).toStrictEqual([
      `practices/p.yaml:2:1  error  unknown-field  "id" is set by Tributary, not in files. → The id is the kind and the file's name: rename the file.`,
    ])
  })

  it('sources', async () => {
    expect(await practice('sources: []')).toStrictEqual([
      'practices/p.yaml:2:1  error  unknown-field  "sources" is set by Tributary, not in files.',
    ])
  })

  it('a relation’s way back, save where either end may say it', async () => {
    expect(await practice('works: [step/a/b]')).toStrictEqual([
      'practices/p.yaml:2:1  error  unknown-field  "works" is the way back of Step.practices. → Write the relation there: it is read from both ends.',
    ])
    expect(await practice('neededBy: [team/a]')).toStrictEqual([
      'practices/p.yaml:2:1  error  unknown-field  "neededBy" is the way back of Item.needs. → Write the relation there: it is read from both ends.',
    ])
    expect(await practice('metrics: []')).toStrictEqual([])
  })

  it('a short cut, and its way back', async () => {
    expect(await practice('feeds: [value-stream/a]')).toStrictEqual([
      'practices/p.yaml:2:1  error  unknown-field  "feeds" is the way back of ValueStream.practices. → It is read off "steps" and their "practices": write it there.',
    ])
    expect(await foundBy('unknown-field', { 'value-streams/a.yaml': 'name: A\npractices: [p]\n' })).toStrictEqual([
      'value-streams/a.yaml:2:1  error  unknown-field  "practices" is not written in files. → It is read off "steps" and their "practices": write it there.',
    ])
  })
})

describe('references', () => {
  const team = (...lines: readonly string[]) => findingsOf({ 'teams/a.yaml': ['name: A', ...lines].join('\n') })

  it('are one where the field takes one', async () => {
    expect(await team('partOf: [a]')).toStrictEqual([
      'teams/a.yaml:2:9  error  wrong-type  "partOf" takes one item, not a list. → Write it behind the colon, without a hyphen.',
    ])
  })

  it('are a list where the field takes several', async () => {
    expect(await team('needs: team/a')).toStrictEqual([
      'teams/a.yaml:2:8  error  wrong-type  "needs" takes a list, not "team/a". → Write each entry on a line of its own, behind a hyphen.',
    ])
    expect(await team('needs: {to: team/a}')).toStrictEqual([
      'teams/a.yaml:2:8  error  wrong-type  "needs" takes a list, not a mapping. → Write each entry on a line of its own, behind a hyphen.',
    ])
  })

  it('are ids, or mappings that say whereto', async () => {
    expect(await team('needs:', '  - [team/a]', '  - note: x', '  - to: [team/a]', '  -', '  - {to: }')).toStrictEqual([
      `teams/a.yaml:3:5  error  wrong-type  "needs" takes an item's id, or a mapping with "to", not a list.`,
      `teams/a.yaml:4:5  error  wrong-type  "needs" takes an item's id, or a mapping with "to", not a mapping.`,
      `teams/a.yaml:5:5  error  wrong-type  "needs" takes an item's id, or a mapping with "to", not a mapping.`,
      'teams/a.yaml:6:4  error  wrong-type  An entry of "needs" is empty. → Write something behind its hyphen, or take it out.',
      `teams/a.yaml:7:5  error  wrong-type  "needs" takes an item's id, or a mapping with "to", not a mapping.`,
    ])
  })

  it('carry what their edge takes, and nothing else', async () => {
    expect(await team('needs:', '  - to: team/a', '    atLeast: two', '    criticality: VITAL')).toStrictEqual([
      'teams/a.yaml:4:14  error  wrong-type  "atLeast" takes a whole number, not "two".',
      'teams/a.yaml:5:18  error  wrong-type  "criticality" has no value "VITAL". → It is one of ESSENTIAL, IMPORTANT, SUPPORTING.',
    ])
    expect(await team('roles: []', 'partOf:', '  to: a', '  note: x')).toContain(
      'teams/a.yaml:5:3  error  unknown-field  A relation in "partOf" has no field "note". → It has none.',
    )
  })

  it('may be taken back, or be none', async () => {
    expect(await team('needs:', 'owner: ~', 'skills: []')).toStrictEqual([])
  })
})

describe('items written inside another', () => {
  const stream = (steps: string) =>
    findingsOf({ ...smallCatalogue, 'value-streams/resolve.yaml': `${streamHead}steps:\n${steps}` })

  it('have ids below the other’s, and places in its file', async () => {
    const { catalogue } = await readFiles(smallCatalogue)
    expect(catalogue?.items.get('step/resolve/capture')).toStrictEqual({
      id: 'step/resolve/capture',
      kind: 'Step',
      values: { name: 'Capture', optional: false, position: 1 },
      sources: [{ layer: 'own', file: 'value-streams/resolve.yaml', line: 10 }],
    })
    expect(catalogue?.relations.find((each) => each.type === 'HAS_STEP')).toStrictEqual({
      type: 'HAS_STEP',
      from: 'value-stream/resolve',
      to: 'step/resolve/capture',
      values: { criticality: 'ESSENTIAL' },
      sources: [{ layer: 'own', file: 'value-streams/resolve.yaml', line: 10 }],
    })
  })

  it('have their places in the order of the file', async () => {
    const { catalogue } = await readFiles({
      ...smallCatalogue,
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}${captureStep.replace('id: capture', 'id: close')}`,
    })
    const positions = [...(catalogue?.items.values() ?? [])]
      .filter((item) => item.kind === 'Step')
      .map((item) => [item.id, item.values.position])
    expect(positions).toStrictEqual([
      ['step/resolve/capture', 1],
      ['step/resolve/close', 2],
    ])
  })

  it('need an id', async () => {
    expect(await stream(`${captureStep}  - name: Close\n    activity: engage\n`)).toStrictEqual([
      'value-streams/resolve.yaml:20:5  error  required  Each of "steps" is a mapping with an "id". → The id is short and never changes: "id: capture".',
    ])
    expect(await stream(`${captureStep}  - close\n`)).toStrictEqual([
      'value-streams/resolve.yaml:20:5  error  required  Each of "steps" is a mapping with an "id". → The id is short and never changes: "id: capture".',
    ])
  })

  it('need an id that can be part of one, as it is written', async () => {
    expect(await stream(`${captureStep}  - id: Close It\n`)).toStrictEqual([
      `value-streams/resolve.yaml:20:9  error  file-name  "Close It" can't be part of an id. → Use lower-case letters, digits and hyphens: close-it.`,
    ])
    const { catalogue } = await readFiles({
      ...smallCatalogue,
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep.replace('id: capture', 'id: 010')}`,
    })
    expect(catalogue?.items.has('step/resolve/010')).toBe(true)
  })

  it('need an id that no other has', async () => {
    expect(await stream(`${captureStep}  - id: capture\n    name: Again\n`)).toStrictEqual([
      'value-streams/resolve.yaml:20:9  error  duplicate-id  "capture" is the id of another of these "steps".',
    ])
  })

  it('report their own problems with their own id', async () => {
    const { findings } = await readFiles({
      ...smallCatalogue,
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}    position: 7\nshare: most\n`,
    })
    expect(findings.map(({ item, message }) => [item, message])).toStrictEqual([
      ['step/resolve/capture', '"position" is set by Tributary, not in files.'],
      ['value-stream/resolve', '"share" takes a number from 0 to 100, not "most".'],
    ])
  })
})
