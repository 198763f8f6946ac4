import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScenario } from '../../../../graph/impact/scenario/run-scenario.ts'
import type { ScenarioRun } from '../../../../graph/impact/scenario/run-scenario.ts'
import type { Store } from '../../../../graph/store/store.ts'
import { loadedStore } from '../../../loaded-store.ts'

let store: Store
let folder: string
beforeAll(async () => {
  store = await loadedStore('catalogues/example')
  folder = mkdtempSync(join(tmpdir(), 'tributary-scenario-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await store.close()
})

function run(...lines: readonly string[]): Promise<ScenarioRun> {
  const file = join(folder, 'scenario.yaml')
  writeFileSync(file, lines.join('\n'))
  return runScenario(store, file)
}

/** What is wrong with a file, by line and column. */
async function wrong(...lines: readonly string[]): Promise<string[]> {
  const result = await run(...lines)
  if (!('findings' in result)) return []
  return result.findings.map(({ place, message, hint = '' }) =>
    `${place.line}:${place.column} ${message} ${hint}`.trim(),
  )
}

describe('runScenario', () => {
  it('takes every change that its description shows', async () => {
    const result = await run(
      'name: Move from Nimbara',
      'note: Because.',
      'changes:',
      '  - add: supplier/borealis',
      '    name: Borealis',
      '    needs: [{ to: supplier/northbeam-telecom, criticality: SUPPORTING, note: Lines }]',
      '  - add: contract/borealis',
      '    name: Borealis contract',
      '    suppliers: [borealis]',
      '    covers: [{ to: application/ticketing, criticality: ESSENTIAL }]',
      '  - { replace: supplier/deskwell-software, with: supplier/borealis }',
      '  - { replace: supplier/nimbara-cloud, with: supplier/borealis, in: supplier/tesselium-identity }',
      '  - remove: [contract/ticketing-support, contract/ticketing-subscription]',
      '  - relate: application/ticketing',
      '    needs: [{ to: application/chat, criticality: SUPPORTING, redundancyGroup: channels, atLeast: 1 }]',
      '  - unrelate: application/ticketing',
      '    needs: [application/internet-line-east]',
      'fail: { supplier/borealis: DOWN }',
      'expect:',
      '  - { item: application/ticketing, is: DOWN }',
      '  - { singlePointsOf: application/ticketing, kinds: [Supplier, Contract], atMost: 20, noneOf: [supplier/deskwell-software] }',
    )
    expect(result).toMatchObject({ revision: 1, outcome: { holds: true, failure: { gone: [], better: [] } } })
  })

  it('finds nothing to tell of a file that only has a name', async () => {
    expect(await run('name: As it is')).toMatchObject({
      outcome: { holds: true, singlePoints: [], failure: undefined },
    })
  })

  it('reports everything that is wrong with a file at once, with places and suggestions', async () => {
    expect(
      await wrong(
        'nam: x',
        'changes:',
        '  - { add: suplier/borealis, name: B }',
        '  - { add: supplier/Borealis, name: B }',
        '  - { add: supplier/nimbara-cloud, name: B }',
        '  - add: supplier/acme',
        '    needs: [supplier/nimbara-clod]',
        '    colour: red',
        '    contracts: [contract/internet-west]',
        '  - { relate: service/remote-access, consumers: [stakeholder/member] }',
        '  - { replace: supplier/nimbara-cloud, wiht: supplier/x }',
        '  - { replace: supplier/deskwell-software, with: team/service-desk }',
        '  - { replace: supplier/deskwell-software, with: supplier/deskwell-software }',
        '  - { replace: supplier/nimbara-cloud, with: supplier/acme, in: [role/buyer] }',
        '  - relate: application/ticketing',
        '    needs: [{ to: application/mail, criticality: VITAL }, { criticality: ESSENTIAL }]',
        '  - { unrelate: application/ticketing, needs: [application/fax-gateway] }',
        '  - relate: contract/internet-west',
        '  - { relate: contract/internet-west, suppliers: [team/service-desk] }',
        '  - { remove: role/buyer, add: role/buyer }',
        '  - removed: role/buyer',
        '  - words',
        'fail: { application/ticketing: BROKEN, application/tikceting: DOWN }',
        'expect:',
        '  - { item: value-stream/resolve-user-inciden, atWrost: DOWN }',
        '  - { singlePointsOf: service/remote-access, kinds: [Suplier], atMost: few }',
        '  - { singlePointsOf: service/remote-access }',
        '  - hope: x',
      ),
    ).toEqual([
      '1:1 A scenario needs "name".',
      '1:1 A scenario has no field "nam". Did you mean "name"?',
      '3:12 "suplier/borealis" begins with no kind. Did you mean "supplier"?',
      `4:12 "supplier/Borealis" can't be an id. Use lower-case letters, digits and hyphens: supplier/a-name.`,
      '5:12 There is already an item supplier/nimbara-cloud. Use "relate" to change it.',
      '6:5 "add" needs "name".',
      '7:13 There is no item supplier/nimbara-clod here. Did you mean "supplier/nimbara-cloud"?',
      '8:5 Supplier has no field "colour". It has name, needs.',
      '9:5 "contracts" is the way back of Contract.suppliers. Write the relation there.',
      '10:38 "consumers" carries neither failure nor change, so it changes nothing here. Take it out.',
      '11:5 "replace" needs "with".',
      '11:40 "replace" has no field "wiht". Did you mean "with"?',
      '12:50 "suppliers" leads to Supplier, but team/service-desk is of kind Team.',
      "13:50 supplier/deskwell-software can't replace itself.",
      '14:66 role/buyer has no relation with supplier/nimbara-cloud.',
      '16:50 "criticality" has no value "VITAL". It is one of ESSENTIAL, IMPORTANT, SUPPORTING.',
      `16:59 "needs" takes an item's id, or a mapping with "to", not a mapping.`,
      `17:48 "needs" of application/ticketing doesn't name application/fax-gateway. Take it out.`,
      '18:13 "relate" needs relations. Write what it relates: needs, parent, suppliers …',
      '19:51 "suppliers" leads to Supplier, but team/service-desk is of kind Team.',
      '20:27 A change does one of add, remove, replace, relate, unrelate.',
      '21:5 A change does one of add, remove, replace, relate, unrelate. Did you mean "remove"?',
      '22:5 An entry of "changes" is a mapping, not "words".',
      '23:32 "application/ticketing" has no value "BROKEN". It is one of OK, AT_RISK, DEGRADED, DOWN.',
      '23:40 There is no item application/tikceting here. Did you mean "application/ticketing"?',
      '25:5 An expectation with "item" needs "is" or "atWorst".',
      '25:13 There is no item value-stream/resolve-user-inciden here. Did you mean "value-stream/resolve-user-incident", "value-stream/resolve-user-incident-as-is", or "value-stream/resolve-user-incident-night"?',
      '25:48 An expectation of an item has no field "atWrost". Did you mean "atWorst"?',
      '26:54 "kinds" has no value "Suplier". Did you mean "Supplier"?',
      '26:72 "atMost" takes a whole number, not "few".',
      '27:5 An expectation with "singlePointsOf" needs "atMost" or "noneOf".',
      '28:5 An expectation is about an "item", or "singlePointsOf" one.',
    ])
  })

  it('asks for what fails where states are expected, and knows what the changes took out', async () => {
    expect(
      await wrong(
        'name: x',
        'changes: [{ remove: application/ticketing }]',
        'expect: [{ item: application/ticketing, is: OK }]',
      ),
    ).toEqual([
      '3:10 Without "fail", every item is OK. Say what fails: "fail: {application/ticketing: DOWN}".',
      expect.stringMatching(/^3:18 There is no item application\/ticketing any more after the changes\./),
    ])
    expect(await wrong('name: x', 'fail: [application/ticketing]')).toEqual([
      '2:7 "fail" takes ids with states, not a list. Write each on a line: "application/ticketing: DOWN".',
    ])
  })

  it('reports a file that can’t be read', async () => {
    expect(await wrong('name: "x')).toHaveLength(1)
    expect(await wrong('')).toEqual(['1:1 This file is empty. Write one field a line, at least "name: …".'])
    expect(await runScenario(store, join(folder, 'none.yaml'))).toMatchObject({ findings: [{ severity: 'error' }] })
  })
})
