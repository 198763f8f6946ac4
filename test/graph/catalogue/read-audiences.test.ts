import { describe, expect, it } from 'vitest'
import { audienceSettings } from '../../../graph/catalogue/read-audiences.ts'
import { findingsOf, readFiles } from './findings-of.ts'

const files = {
  'teams/desk.yaml': 'name: Desk\ntags: [public]\n',
  'contracts/support.yaml': 'name: Support\nsuppliers: [acme]\nend: 2027-12-31\nowner: team/desk\n',
  'suppliers/acme.yaml': 'name: Acme\n',
  'activities/engage.yaml': 'name: Engage\n',
  'site/pages/about.md': '---\ntitle: About\n---\nHello.\n',
}
const config = (...lines: readonly string[]) => ({
  ...files,
  'tributary.config.yaml': ['name: own', 'audiences:', '  everyone:', ...lines.map((line) => `    ${line}`)].join('\n'),
})
const at = 'tributary.config.yaml'
const errorsOf = async (...lines: readonly string[]): Promise<string[]> =>
  (await findingsOf(config(...lines))).filter((line) => line.startsWith(at))
const audienceOf = async (...lines: readonly string[]) => (await readFiles(config(...lines))).catalogue?.audiences[0]

describe('an audience', () => {
  it('says everything', async () => {
    expect(
      await audienceOf(
        'kinds: [team]',
        'items: [contract/support]',
        'tags: [public]',
        'without: [supplier/acme]',
        'mayMention: [supplier/acme]',
        'pages: [pages/about.md]',
        'fields: {item: [summary], team: [all, body], contract: [form, end]}',
        'sources: true',
        'findings: true',
        'changes: true',
      ),
    ).toMatchObject({
      name: 'everyone',
      kinds: ['Team'],
      items: ['contract/support'],
      tags: ['public'],
      without: ['supplier/acme'],
      mayMention: ['supplier/acme'],
      pages: ['pages/about.md'],
      ...{ sources: true, findings: true, changes: true },
      fields: { Contract: ['summary', 'form', 'end'], Supplier: ['summary'] },
    })
  })

  it('publishes names alone where it names no fields, and nothing about files, findings and changes', async () => {
    expect(await audienceOf('kinds: [team]')).toEqual({
      ...{ name: 'everyone', kinds: ['Team'], items: [], tags: [], without: [], mayMention: [], pages: [], fields: {} },
      ...{ sources: false, findings: false, changes: false },
    })
  })

  it('is told all fields but prose with "all", of one kind or of all', async () => {
    const one = await audienceOf('kinds: [team]', 'fields: {team: all}')
    expect(one?.fields['Team']).toEqual(expect.arrayContaining(['summary', 'owner', 'skills', 'contact']))
    expect(one?.fields['Team']).not.toContain('body')
    expect(Object.keys(one?.fields ?? {})).toEqual(['Team'])
    const every = await audienceOf('kinds: [team]', 'fields: all')
    expect(every?.fields['Team']).toEqual(one?.fields['Team'])
    expect(every?.fields['Contract']).toContain('number')
    expect(every?.fields['Contract']).not.toContain('body')
  })

  it('is told what an interface’s kinds have in common', async () => {
    const audience = await audienceOf('kinds: [team]', 'fields: {party: [contact]}')
    expect(audience?.fields).toMatchObject({ Team: ['contact'], Supplier: ['contact'] })
    expect(audience?.fields['Contract']).toBeUndefined()
  })

  it('has settings that are described', () => {
    for (const { description } of audienceSettings) expect(description).toMatch(/^[A-Z].*\.$/)
  })
})

describe('problems of audiences, all at once', () => {
  it('what doesn’t exist', async () => {
    expect(
      await errorsOf(
        'kinds: [teem]',
        'items: [team/dsek]',
        'tags: [publik]',
        'without: [supplier/amce]',
        'mayMention: [contract/suport]',
        'pages: [pages/abut.md]',
        'fields: {contrakt: all, team: [sumary, usedBy]}',
      ),
    ).toEqual([
      `${at}:4:13  error  config  There is no kind "teem". → Did you mean "team"?`,
      `${at}:5:13  error  unknown-reference  There is no item "team/dsek". → Did you mean "team/desk"?`,
      `${at}:6:12  warning  config  No item has the tag "publik". → Did you mean "public"?`,
      `${at}:7:15  error  unknown-reference  There is no item "supplier/amce". → Did you mean "supplier/acme"?`,
      `${at}:8:18  error  unknown-reference  There is no item "contract/suport". → Did you mean "contract/support"?`,
      `${at}:9:13  error  config  There is no page "pages/abut.md". → Did you mean "pages/about.md"?`,
      `${at}:10:14  error  config  There is no kind "contrakt". → Did you mean "contract" or "concept"?`,
      `${at}:10:36  error  config  "team" has no field "sumary" that can be published. → Did you mean "summary"?`,
      `${at}:10:44  error  config  "team" has no field "usedBy" that can be published. → It is "resources" of practice, read from the other end.`,
    ])
  })

  it('fields without which nothing is an item of its kind', async () => {
    expect(await errorsOf('kinds: [contract]', 'fields: {contract: [end]}')).toEqual([
      `${at}:3:3  error  config  The audience gets items of the kind contract, but its "fields" leave out "form", which no contract can be without. → Write under its "fields": "contract: [form]", or "contract: all"; or take contract off its "kinds".`,
    ])
    expect(await errorsOf('items: [contract/support]')).toHaveLength(1)
    expect(await errorsOf('kinds: [team]', 'fields: {contract: [end]}')).toEqual([])
  })

  it('what is written inside of something else', async () => {
    expect(await errorsOf('kinds: [step]')).toEqual([
      `${at}:4:13  error  config  A step is published with what it is written inside of. → Take it off the list, and name "steps" among that one’s fields.`,
    ])
  })

  it('findings without the files that they name', async () => {
    expect(await errorsOf('kinds: [team]', 'findings: true')).toEqual([
      `${at}:5:5  error  config  Findings name files and lines. → Say "sources: true" too, or leave the findings out.`,
    ])
  })

  it('what has another shape', async () => {
    expect(await errorsOf('kinds: team', 'fields: [name]', 'kind: [team]', 'sources: perhaps')).toEqual([
      `${at}:4:12  error  wrong-type  "kinds" takes a list, not "team". → Write the entries in brackets, or each behind a hyphen.`,
      `${at}:5:13  error  wrong-type  "fields" takes "all", or a mapping of kinds and their fields, not a list.`,
      expect.stringContaining(`${at}:6:5  error  unknown-field  Audience "everyone" has no field "kind".`),
      expect.stringContaining(`${at}:7:14  error  wrong-type  "sources" takes`),
    ])
    const of = (text: string) => findingsOf({ 'tributary.config.yaml': `name: own\naudiences: ${text}\n` })
    expect(await of('[everyone]')).toEqual([
      `${at}:2:12  error  wrong-type  "audiences" takes a mapping of names and what each is told, not a list.`,
    ])
    expect(await of('{Every One: {kinds: [team]}}')).toEqual([
      `${at}:2:13  error  config  "Every One" can't be an audience's name. → Write lower-case letters, digits and hyphens: all-staff.`,
    ])
    expect(await of('{everyone: all}')).toEqual([
      `${at}:2:13  error  config  Audience "everyone" says nothing that is published. → Name at least its "kinds" and "fields".`,
    ])
  })
})
