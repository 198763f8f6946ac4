import { describe, expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import type { Files } from '../catalogue-folder.ts'

const files: Files = {
  'tributary.config.yaml':
    'name: own\naudiences:\n  everyone: {kinds: [team, procedure], fields: {team: all, procedure: [practice]}, pages: [pages/a.md]}\n',
  'suppliers/acme-limited.yaml': 'name: Acmé\naliases: [The Works]\n',
  'practices/p.yaml': 'name: Incidents\ngroup: SERVICE_MANAGEMENT\n',
  'teams/desk.yaml': 'name: Desk\nsummary: Runs well.\n',
  'site/pages/a.md': '---\ntitle: A\n---\nHello.\n',
}
const found = (more: Files) => foundBy('audience-leak', { ...files, ...more })
const hint = (id: string): string =>
  `→ Say it without that, publish ${id}, or list it under "mayMention" if its name is no secret.`

it('finds texts that mention what isn’t published, by name, alias or id, and says that they are left out', async () => {
  const says = (text: string) => found({ 'teams/desk.yaml': `name: Desk\nsummary: ${text}\n` })
  const leak = `teams/desk.yaml:2:1  warning  audience-leak  "summary" mentions supplier/acme-limited, which isn’t published to everyone: it is left out for them. ${hint('supplier/acme-limited')}`
  for (const text of [
    'Asks ACME.',
    'In the works',
    'See supplier/acme-limited',
    '"[x](https://a.example/acme%2Dlimited)"',
  ])
    expect(await says(text)).toEqual([leak])
  for (const text of ['Acmes', 'The work', 'supplier']) expect(await says(text)).toEqual([])
})

it('finds remarks on relations, and nothing in fields that aren’t published', async () => {
  expect(
    await found({ 'teams/b.yaml': 'name: B\nbody: Acme\ncontributors: [{ to: team/desk, note: with Acme }]\n' }),
  ).toEqual([
    `teams/b.yaml:3:1  warning  audience-leak  "contributors" mentions supplier/acme-limited, which isn’t published to everyone: it is left out for them. ${hint('supplier/acme-limited')}`,
  ])
})

it('finds items that can’t be published, for their names or for what they can’t be without', async () => {
  expect(
    await found({
      'teams/c.yaml': 'name: Acme’s desk\n',
      'procedures/d.yaml': 'name: D\npractice: p\n',
    }),
  ).toEqual([
    'procedures/d.yaml:1:1  warning  audience-leak  It can’t be without practice/p, which isn’t published to everyone: the whole item is left out for them. → Publish practice/p too, or leave both out.',
    `teams/c.yaml:1:1  warning  audience-leak  Its id or name mentions supplier/acme-limited, which isn’t published to everyone: the whole item is left out for them. ${hint('supplier/acme-limited')}`,
  ])
})

it('finds pages', async () => {
  expect(await found({ 'site/pages/a.md': '---\ntitle: A\n---\nAsk Acme.\n' })).toEqual([
    `tributary.config.yaml:3:3  warning  audience-leak  pages/a.md mentions supplier/acme-limited, which isn’t published to everyone: it is left out for them. ${hint('supplier/acme-limited')}`,
  ])
})

it('finds nothing in names that are no secret', async () => {
  const config = String(files['tributary.config.yaml']).replace('kinds:', 'mayMention: [supplier/acme-limited], kinds:')
  const more = { 'tributary.config.yaml': config, 'teams/desk.yaml': 'name: Desk\nsummary: Asks Acme.\n' }
  expect(await found(more)).toEqual([])
  expect(await found({ 'teams/acme.yaml': 'name: Acmé\nsummary: Acme itself.\n' })).toEqual([])
})

describe('what built-in layers alone say', () => {
  const config = (audience: string, name = 'own'): string =>
    `name: ${name}\nextends: [itil4]\naudiences:\n  everyone: {kinds: [team, practice], fields: {team: all, practice: [all, body]}${audience}}\n`
  const leaks = (more: Files, audience = '') =>
    foundBy('audience-leak', {
      'tributary.config.yaml': config(audience),
      'teams/service-desk.yaml': 'name: Service desk\nsummary: Runs the service desk.\n',
      ...more,
    })

  it('is no secret, though it isn’t published: no finding in files that nobody here can change', async () => {
    expect(await leaks({})).toEqual([])
  })

  it('is one where the audience is to be without it', async () => {
    const found = await leaks({}, ', without: [concept/service]')
    expect(found).toContainEqual(
      expect.stringMatching(/^teams\/service-desk\.yaml:1:1 .* Its id or name mentions concept\/service,/),
    )
  })

  it('is one as soon as the catalogue itself says something of it, and its own items always are', async () => {
    const summary = 'name: B\nsummary: A guarantee, Acme says.\n'
    expect(await leaks({ 'teams/b.yaml': summary, 'suppliers/acme.yaml': 'name: Acme\n' })).toEqual([
      expect.stringContaining('"summary" mentions supplier/acme,'),
    ])
    const found = await leaks({ 'concepts/service.yaml': 'name: Secret service\n' })
    expect(found).toContainEqual(expect.stringContaining('Its id or name mentions concept/service,'))
  })
})
