import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FileMemory } from '../../../graph/catalogue/file-memory.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { layered } from './layered.ts'
import { today } from './findings-of.ts'
import { smallCatalogue } from './small-catalogue.ts'

const folderOf = () =>
  layered({ 'teams/desk.yaml': 'name: Desk\n' }, { ...smallCatalogue, 'teams/broken.yaml': 'name: Broken\nsize: 3\n' })

it('gives what reading anew gives, again and again', async () => {
  const folder = folderOf()
  const memory = new FileMemory()
  const anew = await readCatalogue(folder, { today })
  for (let i = 0; i < 3; i += 1) {
    const { catalogue, findings, files } = await readCatalogue(folder, { today, memory })
    expect({ findings, files }).toStrictEqual({ findings: anew.findings, files: anew.files })
    expect(catalogue).toBe(undefined)
  }
})

it('reads again what changed, came and went, and keeps the rest', async () => {
  const folder = folderOf()
  const memory = new FileMemory()
  await readCatalogue(folder, { today, memory })
  writeFileSync(join(folder, 'teams/broken.yaml'), 'name: Mended\n')
  writeFileSync(join(folder, 'teams/added.yaml'), 'name: Added\npartOf: broken\n')
  const { catalogue } = await readCatalogue(folder, { today, memory })
  expect(catalogue?.items.get('team/broken')?.values['name']).toBe('Mended')
  expect(catalogue?.items).toStrictEqual((await readCatalogue(folder, { today })).catalogue?.items)
  expect(catalogue?.relations).toStrictEqual((await readCatalogue(folder, { today })).catalogue?.relations)

  rmSync(join(folder, 'teams/added.yaml'))
  const after = await readCatalogue(folder, { today, memory })
  expect(after.catalogue?.items.has('team/added')).toBe(false)
})

it('reads everything again when the model is another', async () => {
  const folder = layered({}, { 'teams/desk.yaml': 'name: Desk\n' })
  const memory = new FileMemory()
  const before = await readCatalogue(folder, { today, memory })
  writeFileSync(join(folder, 'teams/desk.yaml'), 'name: Desk\nshift: late\n')
  expect((await readCatalogue(folder, { today, memory })).catalogue).toBe(undefined)
  mkdirSync(join(folder, 'model'))
  writeFileSync(join(folder, 'model/team.graphql'), 'extend type Team {\n  """When it works."""\n  shift: String\n}\n')
  const after = await readCatalogue(folder, { today, memory })
  expect(after.catalogue?.items.get('team/desk')?.values).toStrictEqual({ name: 'Desk', shift: 'late' })
  expect(before.catalogue?.items.get('team/desk')?.values).toStrictEqual({ name: 'Desk' })
})
