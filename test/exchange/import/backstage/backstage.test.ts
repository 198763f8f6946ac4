import { describe, expect, it } from 'vitest'
import { importBackstage } from '../../../../exchange/import/backstage/backstage.ts'
import { ImportError } from '../../../../exchange/import/imported.ts'
import type { Imported } from '../../../../exchange/import/imported.ts'
import { readModel } from '../../../../graph/model/read-model.ts'
import { folderWith } from '../../../graph/catalogue/catalogue-folder.ts'
import type { Files } from '../../../graph/catalogue/catalogue-folder.ts'
import { Importing } from '../import-run.ts'

const model = readModel()

/** An entity as YAML: metadata and spec in one line each. */
const entity = (kind: string, name: string, spec = '{}', metadata = ''): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name}${metadata} }\nspec: ${spec}\n`

async function imported(files: Files | string, path = ''): Promise<Imported> {
  const folder = folderWith(typeof files === 'string' ? { 'catalog-info.yaml': files } : files)
  return importBackstage(`${folder}${path}`, { model })
}

const fieldsOf = ({ items }: Imported): Record<string, unknown> =>
  Object.fromEntries(items.map(({ id, fields }) => [id, fields]))
const leftOutOf = ({ leftOut }: Imported): string[] =>
  leftOut.map(({ record, part, text, reason }) => `${record} ${part ?? '(all)'}: ${text}: ${reason}`)

describe('entities', () => {
  it('become items with what they say of themselves', async () => {
    const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop.Web
  title: Web shop
  description: |
    Sells things to people on phones. And on desks.

    More of it.
  tags: [java]
  links:
    - { url: https://admin.example.org, title: Admin, icon: dashboard }
    - url: https://plain.example.org
    - title: none
  annotations:
    backstage.io/source-location: url:https://git.example.org/shop/
    backstage.io/techdocs-ref: dir:.
    github.com/project-slug: acme/shop
    backstage.io/managed-by-location: file:/x
    pagerduty.com/service-id: P1
  labels: { tier: "1" }
spec: { type: website, lifecycle: Production, "x-own": 1 }
`
    const result = await imported(text)
    expect(result.items).toMatchObject([{ id: 'application/shop-web', record: 'component:default/shop.web' }])
    expect(fieldsOf(result)).toStrictEqual({
      'application/shop-web': {
        name: 'Web shop',
        aliases: ['shop.Web'],
        summary: 'Sells things to people on phones.',
        body: 'Sells things to people on phones. And on desks.\n\nMore of it.\n',
        form: 'APPLICATION',
        lifecycle: 'LIVE',
        links: [
          { title: 'Admin', url: 'https://admin.example.org' },
          { title: 'https://plain.example.org', url: 'https://plain.example.org' },
          { title: 'Source code', url: 'https://git.example.org/shop/' },
          { title: 'Repository', url: 'https://github.com/acme/shop' },
        ],
        tags: ['java', 'website'],
      },
    })
    expect(result.leftOut.map(({ part }) => part)).toStrictEqual([
      'metadata.links',
      'metadata.annotations.backstage.io/techdocs-ref',
      'metadata.annotations.pagerduty.com/service-id',
      'metadata.labels',
      'spec.x-own',
    ])
  })

  it('of one name have ids that tell them apart and stay', async () => {
    const result = await imported(
      [
        entity('Resource', 'shop', '{ type: kubernetes-cluster }'),
        entity('API', 'shop', '{ type: openapi, lifecycle: odd, definition: x }'),
        entity('Component', 'shop'),
        entity('Component', 'Shop', '{}', ', namespace: Payments'),
        entity('Component', 'shop_'),
      ].join('---\n'),
    )
    expect(result.items.map(({ id, record }) => [record, id])).toStrictEqual([
      ['resource:default/shop', 'application/shop-resource'],
      ['api:default/shop', 'application/shop-api'],
      ['component:default/shop', 'application/shop'],
      ['component:payments/shop', 'application/payments-shop'],
      ['component:default/shop_', 'application/shop-component'],
    ])
    expect(fieldsOf(result)).toMatchObject({
      'application/shop-resource': { form: 'INFRASTRUCTURE' },
      'application/shop-api': { name: 'shop API', tags: ['openapi'] },
    })
    expect(result.leftOut.map(({ part }) => part)).toStrictEqual(['spec.lifecycle', 'spec.definition'])
  })

  it('that are no items, twice there or no entities at all are left out, each with why', async () => {
    const result = await imported(
      [
        entity('User', 'jane', '{ memberOf: [sales] }'),
        entity('Domain', 'selling'),
        entity('Template', 'start'),
        entity('constructor', 'x'),
        entity('Group', 'sales'),
        entity('Group', 'SALES'),
        entity('Group', '__'),
        'kind: Group\napiVersion: backstage.io/v1alpha1\n',
        'just: this\n',
        'a: &a [x, x]\nb: *none\n',
      ].join('---\n'),
    )
    expect(result.records).toBe(10)
    expect(result.items.map(({ id }) => id)).toStrictEqual(['team/sales'])
    expect(leftOutOf(result).sort()).toStrictEqual([
      'catalog-info.yaml:36 (all): {"kind":"Group","apiVersion":"backstage.io/v1alpha1"}: An entity needs "kind" and "metadata.name".',
      'catalog-info.yaml:39 (all): {"just":"this"}: An entity needs "kind" and "metadata.name".',
      expect.stringMatching(/^catalog-info\.yaml:4\d \(all\): catalog-info\.yaml: This .*none/),
      'constructor:default/x (all): x: There is nothing in a catalogue for an entity of kind "constructor".',
      'domain:default/selling (all): selling: A domain is no item: its systems have its name as a tag.',
      'group:default/__ (all): __: Its name has no letter or digit that an id may have.',
      'group:default/sales in catalog-info.yaml:26 (all): SALES: This entity is also in catalog-info.yaml:21, which counts.',
      'template:default/start (all): start: A template for new software is nothing of service management.',
      'user:default/jane (all): jane: People are no part of a catalogue: it names teams and roles.',
    ])
  })
})

describe('relations', () => {
  it('go to the item that holds them, with the entity that says them', async () => {
    const result = await imported(
      [
        entity('Component', 'shop', '{ owner: sales, system: web, dependsOn: ["resource:db"], consumesApis: [pay] }'),
        entity('Component', 'payments', '{ owner: "group:default/sales", providesApis: [pay], subcomponentOf: shop }'),
        entity('Component', 'ledger', '{ providesApis: [books] }'),
        entity('Component', 'ledger2', '{ providesApis: [books], dependencyOf: ["component:shop", "component:none"] }'),
        entity('API', 'pay', '{ system: web }'),
        entity('API', 'books'),
        entity('Resource', 'db', '{ dependencyOf: [component:shop], system: Default/WEB }'),
        entity('System', 'web', '{ domain: sub }'),
        entity('Domain', 'sub', '{ subdomainOf: selling }', ', title: Web selling'),
        entity('Domain', 'selling', '{ subdomainOf: sub }'),
      ].join('---\n'),
    )
    expect(fieldsOf(result)).toMatchObject({
      'application/shop': {
        owner: 'team/sales',
        needs: [
          'application/db',
          'application/pay-api',
          { to: 'application/payments', record: 'component:default/payments' },
          { to: 'application/ledger2', record: 'component:default/ledger2' },
        ],
      },
      'application/pay-api': {
        needs: [{ to: 'application/payments', criticality: 'ESSENTIAL', record: 'component:default/payments' }],
      },
      'application/books-api': {
        needs: [
          { to: 'application/ledger', record: 'component:default/ledger' },
          { to: 'application/ledger2', record: 'component:default/ledger2' },
        ],
      },
      'product/web': {
        tags: ['Web selling', 'selling'],
        resources: [
          { to: 'application/shop', record: 'component:default/shop' },
          { to: 'application/pay-api', record: 'api:default/pay' },
          { to: 'application/db', record: 'resource:default/db' },
        ],
      },
    })
    expect(leftOutOf(result).filter((each) => !each.startsWith('domain'))).toStrictEqual([
      'component:default/ledger2 needs: component:default/none: There is no such entity in what was imported, and the relation is written in its file.',
    ])
  })

  it('to people are left out, with the groups that they are in', async () => {
    const result = await imported(
      [
        entity('Component', 'shop', '{ owner: "user:jane", dependsOn: ["domain:x"] }'),
        entity('User', 'jane', '{ memberOf: [sales] }'),
        entity('Group', 'sales', '{ members: [jane] }'),
      ].join('---\n'),
    )
    expect(result.leftOut).toMatchObject([
      { record: 'component:default/shop', part: 'spec.owner', text: 'user:jane', hint: 'They are in sales.' },
      { record: 'component:default/shop', part: 'spec.dependsOn' },
      { record: 'group:default/sales', part: 'spec.members', text: 'jane' },
      { record: 'user:default/jane' },
    ])
  })

  it('of groups are told by parents and by children', async () => {
    const result = await imported(
      [
        entity('Group', 'all', '{ children: [sales, web, other] }'),
        entity('Group', 'sales', '{ profile: { displayName: Sales!, email: s@example.org, picture: x }, parent: all }'),
        entity('Group', 'web'),
        entity('Group', 'other', '{ parent: sales }'),
      ].join('---\n'),
    )
    expect(fieldsOf(result)).toStrictEqual({
      'team/all': { name: 'all' },
      'team/sales': { name: 'Sales!', aliases: ['sales'], contact: 's@example.org', partOf: 'team/all' },
      'team/web': { name: 'web', partOf: { to: 'team/all', record: 'group:default/all' } },
      'team/other': { name: 'other', partOf: 'team/sales' },
    })
    expect(leftOutOf(result)).toStrictEqual([
      'group:default/all spec.children: other: It has another parent: team/sales.',
      'group:default/sales spec.profile.picture: x: A catalogue holds no pictures of teams.',
    ])
  })
})

describe('files', () => {
  const group = entity('Group', 'sales')

  it('are found in the whole folder tree; other tools’ are passed by', async () => {
    const result = await imported({
      'a/b/catalog-info.yaml': group,
      'org.yml': entity('Group', 'web'),
      'deploy/app.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\n',
      'chart.yaml': '{{ template }}: [',
      'node_modules/x/catalog-info.yaml': entity('Group', 'no'),
      '.hidden/catalog-info.yaml': entity('Group', 'no'),
      'readme.md': 'backstage.io/',
    })
    expect(result.items.map(({ id }) => id)).toStrictEqual(['team/sales', 'team/web'])
    expect([result.records, result.leftOut]).toStrictEqual([2, []])
  })

  it('that are broken are left out with their line, though nothing in them shows whose they are', async () => {
    const result = await imported({
      'org.yml': group,
      'shop.yaml': 'apiVersion: v1\nmetadata: { name: [shop }\n',
      'deep.yaml': '['.repeat(20_000),
    })
    expect(result.records).toBe(3)
    expect(leftOutOf(result)).toStrictEqual([
      'deep.yaml:1 (all): deep.yaml: This is no YAML, and nothing in it shows whether it holds entities.',
      'shop.yaml:2 (all): shop.yaml: This is no YAML, and nothing in it shows whether it holds entities.',
    ])
  })

  it('are found by locations, within the folder only', async () => {
    const location = entity(
      'Location',
      'all',
      '{ targets: [./org/*.yaml, ./all.yaml, ../../x, ../*, "https://a.example/x"] }',
    )
    const result = await imported({ 'all.yaml': location, 'org/sales.yaml': group, 'other.yaml': group }, '/all.yaml')
    expect(result.items.map(({ id }) => id)).toStrictEqual(['team/sales'])
    expect(leftOutOf(result)).toStrictEqual([
      'all.yaml:1 target: ../../x: There is no such file in the folder that is imported.',
      'all.yaml:1 target: ../*: There is no such file in the folder that is imported.',
      'all.yaml:1 target: https://a.example/x: Targets of locations are followed where they are files, not addresses.',
    ])
  })

  it.each<[string, Files, string]>([
    ['there is none', {}, '/none'],
    ['nothing is Backstage’s', { 'a.yaml': 'name: x\n' }, ''],
  ])('that hold nothing are refused: %s', async (_, files, path) => {
    await expect(imported(files, path)).rejects.toThrow(ImportError)
  })

  it('may be an attack, and do no harm', async () => {
    const bomb = `a: &a [x, x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${`*${'abcdefghi'.charAt(i)}, `.repeat(9)}]\n`)
      .join('')}`
    const result = await imported({
      'catalog-info.yaml': `${group}---\n${bomb}`,
      'proto.yaml': entity('Group', '__proto__x', '{ __proto__: { polluted: 1 }, type: ../../etc }'),
      'large.yaml': `# backstage.io/\n${'# x\n'.repeat(1_400_000)}`,
    })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(result.items.map(({ id }) => id)).toStrictEqual(['team/sales', 'team/proto-x'])
    expect(leftOutOf(result)).toStrictEqual([
      expect.stringContaining("This can't be read: ReferenceError: Excessive alias count"),
      'large.yaml (all): large.yaml: This file is larger than 5 MiB.',
      expect.stringContaining('spec.__proto__'),
    ])
  })
})

it('a whole catalog is imported into a catalogue without errors', async () => {
  const importing = new Importing({ 'tributary.config.yaml': 'name: own\nextends: [itil4]\n' })
  await importing.apply(
    await imported(
      [
        entity(
          'Component',
          'shop',
          '{ type: service, lifecycle: production, owner: sales, system: web, dependsOn: [component:gone] }',
        ),
        entity('System', 'web', '{ owner: sales }'),
        entity('Group', 'sales', '{ type: team, children: [] }'),
      ].join('---\n'),
    ),
  )
  expect(await importing.errors()).toStrictEqual([])
  expect(importing.text('imports/crm/products/web.yaml')).toBe(
    'name: web\nowner: team/sales\nresources:\n  - to: application/shop\n    record: component:default/shop\nrecord: system:default/web\n',
  )
})
