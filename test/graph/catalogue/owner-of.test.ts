import { describe, expect, it } from 'vitest'
import type { Files } from './catalogue-folder.ts'
import { readFiles } from './findings-of.ts'

/** Who can mend what is found, by the item or file that it is about. */
async function owners(files: Files): Promise<Record<string, string | undefined>> {
  const { findings } = await readFiles({ 'tributary.config.yaml': 'name: own\nextends: [itil4]\n', ...files })
  return Object.fromEntries(findings.map(({ item, place, owner }) => [item ?? place.file, owner]))
}

const teams: Files = { 'teams/desk.yaml': 'name: Desk\n', 'teams/net.yaml': 'name: Net\n' }
const wrong = 'unknwon: 1\n'

describe('who can mend a finding', () => {
  it('is the item’s owner', async () => {
    expect(
      await owners({ ...teams, 'applications/mail.yaml': `name: Mail\nowner: team/desk\n${wrong}` }),
    ).toMatchObject({
      'application/mail': 'team/desk',
    })
  })

  it('is the owner of what the item is written inside of', async () => {
    const stream = `name: S
perspective: TO_BE
situation: S
starts: DEMAND
trigger: T
value: V
valueFor: [users]
owner: team/net
steps:
  - id: one
    name: One
    activity: engage
    practices: [service-desk]
    ${wrong}`
    const files = { ...teams, 'stakeholders/users.yaml': 'name: Users\nform: USER\n', 'value-streams/s.yaml': stream }
    expect(await owners(files)).toMatchObject({ 'step/s/one': 'team/net' })
  })

  it('is a party within the organisation itself, but not a supplier', async () => {
    const files = { 'teams/desk.yaml': `name: Desk\n${wrong}`, 'suppliers/acme.yaml': `name: Acme\n${wrong}` }
    expect(await owners(files)).toMatchObject({ 'team/desk': 'team/desk', 'supplier/acme': undefined })
  })

  it('is the owner of the one thing that an item belongs to, at any distance', async () => {
    const files = {
      ...teams,
      'suppliers/acme.yaml': 'name: Acme\nowner: team/net\n',
      'contracts/frame.yaml': 'name: Frame\nsuppliers: [acme]\nowner: team/desk\n',
      'contracts/order.yaml': 'name: Order\nsuppliers: [acme]\nparent: frame\n',
      'contracts/part.yaml': `name: Part\nsuppliers: [acme]\nparent: order\n${wrong}`,
      'practices/service-desk.yaml': 'owner: team/net\n',
      'procedures/call.yaml': `name: Call\npractice: service-desk\n${wrong}`,
    }
    expect(await owners(files)).toMatchObject({ 'contract/part': 'team/desk', 'procedure/call': 'team/net' })
  })

  it('is nobody where things belong to each other in a circle', async () => {
    const files = { 'services/a.yaml': 'name: A\npartOf: b\n', 'services/b.yaml': 'name: B\npartOf: a\n' }
    expect(await owners(files)).toMatchObject({ 'service/a': undefined, 'service/b': undefined })
  })

  it('of a file that says nothing readable is nobody', async () => {
    expect(await owners({ 'applications/mail.yaml': 'name: [\n' })).toMatchObject({
      'applications/mail.yaml': undefined,
    })
  })
})
