import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const found = (more: Readonly<Record<string, string>>) =>
  foundBy('unheld-skill', {
    'skills/s.yaml': 'name: S\n',
    'skills/t.yaml': 'name: T\n',
    'teams/a.yaml': 'name: A\nskills: [t]\n',
    ...more,
  })
const role = { 'roles/r.yaml': 'name: R\nskills: [s, t]\n' }

it('finds skills that are called for and that no team has', async () => {
  expect(await found(role)).toStrictEqual([
    'skills/s.yaml:1:1  warning  unheld-skill  No team has the skill "S", which role/r calls for. → Write it under the "skills" of the team that has it, or plan to learn, hire or buy it.',
  ])
})

it('names up to three who call for it', async () => {
  const activities = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`activities/${name}.yaml`, `name: ${name}\nskills: [s]\n`]),
  )
  expect(await found(activities)).toStrictEqual([
    expect.stringContaining('which activity/a, activity/b, activity/c call for.'),
  ])
  expect(await found({ ...activities, ...role })).toStrictEqual([
    expect.stringContaining('which role/r, activity/a, activity/b and others call for.'),
  ])
})

it('finds nothing where a team has it, or nobody calls for it', async () => {
  expect(await found({ ...role, 'teams/b.yaml': 'name: B\nskills: [s]\n' })).toStrictEqual([])
  expect(await found({})).toStrictEqual([])
})

it('asks nothing of catalogues that say of no team what it can do', async () => {
  expect(await found({ ...role, 'teams/a.yaml': 'name: A\n' })).toStrictEqual([])
})
