import fc from 'fast-check'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportJson } from '../../exchange/export/json.ts'
import { applyImport } from '../../exchange/import/apply-import.ts'
import { importTarget } from '../../exchange/import/import-target.ts'
import type { LeftOut } from '../../exchange/import/imported.ts'
import { importJson } from '../../exchange/import/json/json.ts'
import { knownCatalogue } from '../../exchange/import/known-catalogue.ts'
import { planImport } from '../../exchange/import/plan-import.ts'
import type { Catalogue, Value } from '../../graph/catalogue/catalogue.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { catalogueWith, folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { catalogueIn } from '../graph/catalogue/findings-of.ts'
import { smallCatalogue } from '../site/built-site.ts'
import { exportedFrom } from './export/exported-from.ts'
import { randomCatalogue } from './random-catalogue.ts'

/** What a catalogue says, apart from where: empty lists say nothing. */
function saidBy({ items, relations }: Catalogue): unknown {
  const told = (values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => !(Array.isArray(value) && value.length === 0)))
  return {
    items: Object.fromEntries([...items.values()].map(({ id, kind, values }) => [id, { kind, ...told(values) }])),
    relations: Object.fromEntries(
      relations.map(({ type, from, to, values }) => [`${from} ${type} ${to}`, told(values)]),
    ),
  }
}

/** Exports a catalogue, and imports that into an empty one that has the same model. */
async function thereAndBack(
  folder: string,
): Promise<{ catalogue: Catalogue; leftOut: readonly LeftOut[]; again: boolean }> {
  const text = [...exportJson(await exportedFrom(folder))].join('')
  const { model = [] } = JSON.parse(text) as { model?: { path: string; text: string }[] }
  const own = catalogueWith(Object.fromEntries(model.map((file) => [file.path, file.text])))
  const file = join(folderWith({ 'catalogue.json': text }), 'catalogue.json')
  const target = importTarget(own, 'imports/json', 'Tributary')
  const planned = async () => {
    const known = await knownCatalogue(target)
    return planImport(await importJson(file, known), known, target)
  }
  const plan = await planned()
  applyImport(plan)
  const { added, changed, removed } = await planned()
  const again = added.length + changed.length + removed.length > 0
  return { catalogue: await catalogueIn(own), leftOut: plan.leftOut, again }
}

it.each([
  ['itil4', builtInFolder('itil4')],
  ['the example', builtInFolder('example')],
  ['a catalogue with a model of its own', smallCatalogue],
])(
  'exporting JSON and importing it gives the same catalogue: %s',
  async (_, folder) => {
    const { catalogue, leftOut, again } = await thereAndBack(folder)
    expect(leftOut).toEqual([])
    expect(saidBy(catalogue)).toEqual(saidBy(await catalogueIn(folder)))
    expect(again).toBe(false)
  },
  60_000,
)

it('exporting JSON and importing it gives the same catalogue, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(randomCatalogue, async (files) => {
      const folder = catalogueWith(files)
      const { catalogue, leftOut, again } = await thereAndBack(folder)
      expect(leftOut.map(({ record }) => record)).toEqual(['calendar'])
      expect(saidBy(catalogue)).toEqual(saidBy(await catalogueIn(folder)))
      expect(again).toBe(false)
    }),
    { numRuns: 40 },
  )
}, 120_000)
