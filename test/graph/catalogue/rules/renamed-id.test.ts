import { expect, it } from 'vitest'
import { foundBy, readFiles } from '../findings-of.ts'
import { layered } from '../layered.ts'
import { readCatalogue } from '../../../../graph/catalogue/read-catalogue.ts'

const files = {
  'teams/desk.yaml': 'name: Desk\nformerIds: [team/help]\n',
  'teams/b.md':
    '---\nname: B\nneeds: [team/help, {to: "team/desk-two"}]\npartOf: help\n---\n  Ask [them](team/help)\nor [here](team/help).\n',
  'teams/desk-two.yaml': 'name: Two\nbody: |\n    See\n      [them](team/help).\nsummary: S\n',
}

it('finds references and links by former ids, with what they are now', async () => {
  expect(await foundBy('renamed-id', files)).toStrictEqual([
    'teams/b.md:3:9  info  renamed-id  "team/help" is called team/desk now. → Write team/desk: both lead there.',
    'teams/b.md:4:9  info  renamed-id  "help" is called team/desk now. → Write team/desk: both lead there.',
    'teams/b.md:6:3  info  renamed-id  "team/help" is called team/desk now. → Write team/desk: both lead there.',
    'teams/b.md:7:1  info  renamed-id  "team/help" is called team/desk now. → Write team/desk: both lead there.',
    'teams/desk-two.yaml:4:1  info  renamed-id  "team/help" is called team/desk now. → Write team/desk: both lead there.',
  ])
})

it('says what to write where: short where it was short', async () => {
  const { findings } = await readFiles(files)
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? [])
  expect(edits.map(({ place: { line, column }, was, text }) => [line, column, was, text])).toStrictEqual([
    [3, 9, 'team/help', 'team/desk'],
    [4, 9, 'help', 'desk'],
    [6, 14, 'team/help', 'team/desk'],
    [7, 11, 'team/help', 'team/desk'],
    [4, 14, 'team/help', 'team/desk'],
  ])
})

it('finds them in the configuration too', async () => {
  const config =
    'name: own\nextends: [../below]\nwithout: ["team/help"]\naudiences:\n  a: { items: [team/x], fields: all }\n'
  const below = { 'teams/desk.yaml': files['teams/desk.yaml'], 'teams/now.yaml': 'name: N\nformerIds: [team/x]\n' }
  const { findings } = await readCatalogue(layered(below, {}, config))
  expect(findings.map(({ rule, fix }) => [rule, fix?.edits[0]?.was, fix?.edits[0]?.text])).toStrictEqual([
    ['renamed-id', '"team/help"', 'team/desk'],
    ['renamed-id', 'team/x', 'team/now'],
  ])
})

it('finds nothing in other layers: their files aren’t this catalogue’s', async () => {
  const { findings } = await readCatalogue(layered(files, { 'teams/own.yaml': 'name: Own\n' }))
  expect(findings.filter(({ rule }) => rule === 'renamed-id')).toStrictEqual([])
})
