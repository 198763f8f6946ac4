import { expect, it } from 'vitest'
import { join } from 'node:path'
import { readCatalogue } from '../../../../graph/catalogue/read-catalogue.ts'
import { folderWith } from '../catalogue-folder.ts'
import { foundBy, inOneLine } from '../findings-of.ts'

it('finds items that nobody is accountable for', async () => {
  expect(
    await foundBy('missing-owner', { 'applications/a.yaml': '# Ours.\n\nform: PLATFORM\nname: A\n' }),
  ).toStrictEqual([
    'applications/a.yaml:4:1  warning  missing-owner  Application "A" has no owner. → Name the one party that is accountable for it: "owner: team/…".',
  ])
})

it('finds an owner that was taken back', async () => {
  expect(await foundBy('missing-owner', { 'metrics/a.yaml': 'name: A\nowner:\n' })).toHaveLength(1)
})

it('finds nothing where there is one, or where the kind needs none', async () => {
  expect(
    await foundBy('missing-owner', {
      'applications/a.yaml': 'name: A\nowner: team/a\n',
      'teams/a.yaml': 'name: A\n',
      'skills/a.yaml': 'name: A\n',
      'concepts/a.yaml': 'name: A\n',
    }),
  ).toStrictEqual([])
})

it('doesn’t repeat that an owner doesn’t exist', async () => {
  expect(await foundBy('missing-owner', { 'applications/a.yaml': 'name: A\nowner: team/nobody\n' })).toStrictEqual([])
})

it('asks of what a lower layer brings only once it is taken up', async () => {
  const folder = folderWith({
    'below/tributary.config.yaml': 'name: below\n',
    'below/practices/a.yaml': 'name: A\ngroup: SERVICE_MANAGEMENT\n',
    'below/practices/b.yaml': 'name: B\ngroup: SERVICE_MANAGEMENT\n',
    'own/tributary.config.yaml': 'name: own\nextends: [../below]\n',
    'own/practices/b.yaml': 'summary: Ours.\n',
  })
  const { findings } = await readCatalogue(join(folder, 'own'))
  const found = findings.filter(({ rule }) => rule === 'missing-owner')
  expect(found.map((finding) => `${finding.place.layer}/${inOneLine(finding)}`)).toStrictEqual([
    'own/practices/b.yaml:1:1  warning  missing-owner  Practice "B" has no owner. → Name the one party that is accountable for it: "owner: team/…".',
  ])
})
