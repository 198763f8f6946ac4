import { expect, it } from 'vitest'
import { readCatalogue } from '../../../../graph/catalogue/read-catalogue.ts'
import { folderWith } from '../catalogue-folder.ts'
import { foundBy, inOneLine } from '../findings-of.ts'
import { smallCatalogue } from '../small-catalogue.ts'

it('finds practices that work no step', async () => {
  const files = { ...smallCatalogue, 'practices/idle.yaml': 'group: SERVICE_MANAGEMENT\nname: Idle\n' }
  expect(await foundBy('practice-feeds-no-stream', files)).toStrictEqual([
    'practices/idle.yaml:2:1  info  practice-feeds-no-stream  Practice "Idle" feeds no value stream. → Name it in the steps that it works, or ask what it is for.',
  ])
})

it('finds nothing where they do', async () => {
  expect(await foundBy('practice-feeds-no-stream', smallCatalogue)).toStrictEqual([])
})

it('finds nothing in practices that nobody has taken up', async () => {
  const { findings } = await readCatalogue(folderWith({ 'tributary.config.yaml': 'name: own\nextends: [itil4]\n' }))
  expect(findings).toStrictEqual([])
  const folder = folderWith({
    'tributary.config.yaml': 'name: own\nextends: [itil4]\n',
    'practices/risk-management.yaml': 'owner: team/a\n',
    'teams/a.yaml': 'name: A\n',
  })
  const taken = await readCatalogue(folder)
  expect(taken.findings.map((finding) => `${finding.place.layer}/${inOneLine(finding)}`)).toStrictEqual([
    'own/practices/risk-management.yaml:1:1  info  practice-feeds-no-stream  Practice "Risk management" feeds no value stream. → Name it in the steps that it works, or ask what it is for.',
  ])
})
