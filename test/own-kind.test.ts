import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../api/execute.ts'
import type { Api } from '../api/execute.ts'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { impactRules } from '../graph/impact/impact-rules.ts'
import { jsonSchemaOf } from '../graph/model/json-schema.ts'
import { kindOf } from '../graph/model/model.ts'
import { buildSite } from '../site/build.ts'
import { loadedStore } from './loaded-store.ts'
import { storesUnderTest } from './stores-under-test.ts'

const files: Readonly<Record<string, string>> = {
  'tributary.config.yaml': 'name: workshop\nextends: [itil4]\n',
  'model/assets.graphql': `
    """A thing that is bought, kept and written off."""
    type Asset implements Resource @kind(folder: "assets", dimension: INFORMATION_AND_TECHNOLOGY) {
      """What is stamped on it."""
      serialNumber: String @search(weight: 6)
      """What stops when it breaks."""
      runs: [Application!] @relation(type: "RUNS", inverse: "runsOn", verbs: ["runs", "runs on"], edge: "Need", impact: SERVES)
    }
    extend type Application {
      """What it costs in a year."""
      costPerYear: Money
    }
    extend enum ContractForm {
      """Use against a rate, given back at the end."""
      LEASE
    }`,
  'assets/rack-seven.yaml':
    'name: Rack seven\nserialNumber: R7-0815\nruns:\n  - to: ledger\n    criticality: ESSENTIAL\n',
  'applications/ledger.yaml': 'name: Ledger\ncostPerYear: { amount: 1200, currency: EUR }\n',
  'assets/odd.yaml':
    'name: "</title><script>alert(1)</script>"\nsummary: "<img src=x onerror=alert(1)>"\nbody: "<script>alert(1)</script>"\n',
  'suppliers/lessor.yaml': 'name: Lessor\n',
  'contracts/rack-lease.yaml': 'name: Rack lease\nform: LEASE\nsuppliers: [lessor]\ncovers: [asset/rack-seven]\n',
}

describe('a kind that a catalogue adds in its own model folder, without code', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-own-kind-'))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('is validated', async () => {
    const file = join(folder, 'assets/rack-seven.yaml')
    const right = readFileSync(file, 'utf8')
    writeFileSync(file, right.replace('serialNumber', 'serialNumer').replace('ledger', 'leger'))
    const { findings } = await readCatalogue(folder)
    writeFileSync(file, right)
    expect(
      findings
        .filter((each) => each.severity === 'error')
        .map(({ message, hint, place }) => `${String(place.line)}: ${message} ${hint ?? ''}`),
    ).toEqual([
      '2: Asset has no field "serialNumer". Did you mean "serialNumber"?',
      '4: There is no Application "leger". Did you mean "application/ledger"?',
    ])
  })

  it('has a JSON Schema, and impact rules', async () => {
    const { catalogue } = await readCatalogue(folder)
    if (catalogue === undefined) throw new Error('The catalogue has errors.')
    expect(jsonSchemaOf(catalogue.model, kindOf(catalogue.model, 'Asset'))).toMatchObject({
      properties: { serialNumber: { type: ['string', 'number'] } },
    })
    expect(impactRules(catalogue.model).get('RUNS')).toEqual({
      type: 'RUNS',
      direction: 'SERVES',
      carriesFailure: true,
    })
  })

  describe.each(storesUnderTest())('on $name', ({ fresh }) => {
    let api: Api
    beforeAll(async () => {
      api = await createApi(await loadedStore(folder, await fresh()))
    })
    afterAll(() => api.close())

    it('is loaded and queried, from both ends', async () => {
      const result = await api.execute(`{
        assets(filter: { serialNumber: { is: ["R7-0815"] } }) { nodes { id dimension runs { edges { criticality node { name costPerYear { amount } } } } } }
        application(id: "ledger") { runsOn { nodes { __typename name } } }
        contract(id: "rack-lease") { form covers { nodes { id } } }
        search(query: "0815") { nodes { item { id } } }
      }`)
      expect(result.errors).toBeUndefined()
      expect(result.data).toMatchObject({
        assets: {
          nodes: [
            {
              id: 'asset/rack-seven',
              dimension: 'INFORMATION_AND_TECHNOLOGY',
              runs: { edges: [{ criticality: 'ESSENTIAL', node: { name: 'Ledger', costPerYear: { amount: 1200 } } }] },
            },
          ],
        },
        application: { runsOn: { nodes: [{ __typename: 'Asset', name: 'Rack seven' }] } },
        contract: { form: 'LEASE', covers: { nodes: [{ id: 'asset/rack-seven' }] } },
        search: { nodes: [{ item: { id: 'asset/rack-seven' } }] },
      })
    })

    it('is published', async () => {
      const outDir = join(folder, 'site')
      await buildSite({ execute: api.execute.bind(api), outDir, base: '/', title: 'Workshop' })
      const page = readFileSync(join(outDir, 'assets/rack-seven/index.html'), 'utf8')
      expect(page).toContain('R7-0815')
      expect(page).toContain('href="../../applications/ledger/"')
      expect(readFileSync(join(outDir, 'applications/ledger/index.html'), 'utf8')).toContain(
        'href="../../assets/rack-seven/"',
      )
      expect(readFileSync(join(outDir, 'assets/index.html'), 'utf8')).toContain('Rack seven')
      expect(readFileSync(join(outDir, 'model/asset/index.html'), 'utf8')).toContain('What stops when it breaks.')
      expect(readFileSync(join(outDir, 'model/application/index.html'), 'utf8')).toContain('runs on')
      const odd = ['assets/odd/index.html', 'assets/index.html', 'search.json']
        .map((name) => readFileSync(join(outDir, name), 'utf8'))
        .join('')
      expect(odd).toContain('alert(1)')
      expect(odd.replace(/"[^"]*"/g, '')).not.toMatch(/<script>alert|<img src=x/)
    })
  })
})
