import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const files = { 'teams/a.yaml': 'name: A\n', 'teams/desk.yaml': 'name: Desk\n' }
const found = (file: string, ...lines: readonly string[]) =>
  foundBy('broken-link', { ...files, [`teams/${file}`]: lines.join('\n') })

it('finds links to ids of no item, with their lines', async () => {
  expect(
    await found(
      'b.md',
      '---',
      'name: B',
      '---',
      '',
      'See [the desk](team/dsek)',
      'and',
      '[nobody](team/entirely-elsewhere), [a step](step/a/b).',
    ),
  ).toStrictEqual([
    'teams/b.md:5:1  warning  broken-link  The text links to team/dsek, which doesn’t exist. → Did you mean "team/desk"?',
    'teams/b.md:7:1  warning  broken-link  The text links to step/a/b, which doesn’t exist. → Did you mean "team/b" or "team/a"?',
    'teams/b.md:7:1  warning  broken-link  The text links to team/entirely-elsewhere, which doesn’t exist.',
  ])
})

it('finds them in every text of a YAML file, in one line or in a block', async () => {
  const policy = ['name: P', 'form: POLICY', 'body: |', '  One', '', '  [two](team/b)', 'owner: team/a']
  expect(await foundBy('broken-link', { ...files, 'policies/p.yaml': policy.join('\n') })).toStrictEqual([
    'policies/p.yaml:6:1  warning  broken-link  The text links to team/b, which doesn’t exist. → Did you mean "team/a" or "policy/p"?',
  ])
  expect(await found('b.yaml', 'name: B', 'body: "[two](team/c)"')).toStrictEqual([
    'teams/b.yaml:2:7  warning  broken-link  The text links to team/c, which doesn’t exist. → Did you mean "team/a" or "team/b"?',
  ])
  expect(await found('b.yaml', 'name: B', 'body: |', '  [one](team/c)')).toStrictEqual([
    'teams/b.yaml:3:1  warning  broken-link  The text links to team/c, which doesn’t exist. → Did you mean "team/a" or "team/b"?',
  ])
})

it('finds nothing in links to items, to the web, and to what looks like no id', async () => {
  const text = '[a](team/a) [b](https://example.org/team/x) [c](docs/guide) [d](#team) [e](/team/x) team/x'
  expect(await found('b.md', '---', 'name: B', '---', text)).toStrictEqual([])
})
