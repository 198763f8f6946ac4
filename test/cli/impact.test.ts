import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asking } from '../../cli/ask.ts'
import { answerImpact, answerReach } from '../../cli/impact/answer-impact.ts'
import type { AskedItem } from '../../cli/impact/asked-items.ts'
import { impactText, reachText } from '../../cli/impact/impact-text.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { smallCatalogue } from '../graph/catalogue/small-catalogue.ts'
import { tributary } from './tributary.ts'

const example = ['--catalogue', 'catalogues/example']
const impact = (...args: readonly string[]): ReturnType<typeof tributary> => tributary(['impact', ...args, ...example])
const squeezed = (text: string): string => text.replace(/\s+/g, ' ')

describe('tributary impact', () => {
  it('says what fails, the summary on top, within 100 columns', async () => {
    const { code, stdout } = await impact('application/ticketing=down', 'supplier/vantorra-security=Degraded')
    expect(code).toBe(0)
    expect(squeezed(stdout)).toMatch(/^With Ticketing down and Vantorra Security degraded: of 9 value streams \d/)
    const headings = stdout.split('\n').filter((line) => /^[A-Z][A-Z -]+$/.test(line))
    expect(headings).toEqual(['VALUE STREAMS', 'SERVICES', 'STAKEHOLDERS', 'AFFECTED ITEMS'])
    expect(stdout).toMatch(/^ {2}down {2,}0 {2}application\/ticketing$/m)
    expect(stdout).toMatch(/^ {2}degraded {2,}0 {2}supplier\/vantorra-security$/m)
    expect(stdout).not.toContain('applications/ticketing.md:')
    expect(stdout.split('\n').filter((line) => line.length > 100 || line.endsWith(' '))).toEqual([])
  })

  it('names the lines that it rests on, and how redundancy groups stand', async () => {
    const { stdout } = await impact('internet-line-west', '--sources', '--kinds', 'Application')
    expect(squeezed(stdout)).toMatch(/Ticketing needs Internet line West: applications\/ticketing.md:48 \(fernhill\)/)
    expect(stdout).toMatch(/^ +\S+: 1 of 2 left\.$/m)
  })

  it('answers as JSON: the question as it was asked, and the API’s fields', async () => {
    const { stdout } = await impact('ticketing', '--max-degree', '1', '--format', 'json')
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      revision: 1,
      question: { impact: { failed: [{ id: 'application/ticketing', state: 'DOWN' }], maxDegree: 1 } },
      complete: false,
      cuts: [{ limit: 'maxDegree', value: 1 }],
    })
    expect(answer.affected[0]).toMatchObject({ id: 'application/ticketing', state: 'DOWN', degree: 0, because: [] })
    expect(answer.affected[1].because[0].sources[0]).toHaveProperty('line')
  })

  it('says what limits leave out, as options', async () => {
    const { stdout } = await impact('ticketing', '--max-degree', '1', '--first', '2')
    expect(stdout).toMatch(/^- --max-degree 1 leaves out \d+ of them\.$/m)
    expect(stdout).toMatch(/^- --first 2 leaves out \d+ of them\.$/m)
  })

  it('says what a change reaches, and what something needs', async () => {
    const change = await impact('policy/change-policy', '--change')
    expect(change.stdout).toMatch(/^If .+ changes, \d+ items must be looked at again/)
    const upstream = await impact('ticketing', '--upstream', '--relations', 'needs', '--format', 'json')
    const answer = JSON.parse(upstream.stdout)
    expect(answer.question).toEqual({ upstream: { ids: ['application/ticketing'], relations: ['NEEDS'] } })
    expect(answer.reached.map(({ id }: { id: string }) => id)).toContain('application/internet-line-west')
  })

  it('completes an id whose kind is left out, and names the candidates where there are several', async () => {
    const { code, stderr, stdout } = await impact('service-desk', 'fax-gateway')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('"service-desk" may be practice/service-desk or team/service-desk: write which.')
    expect((await impact('resolve-user-incident/capture', '--first', '0')).code).toBe(0)
  })

  it('exits with 1 for items that there aren’t, all of them, with what may be meant', async () => {
    const { code, stderr } = await impact('tikceting', 'supplier/nimbara-clod', '--change')
    expect(code).toBe(1)
    expect(stderr).toContain('There is no item tikceting. Did you mean "application/ticketing"?')
    expect(stderr).toContain('There is no item supplier/nimbara-clod. Did you mean "supplier/nimbara-cloud"?')
    expect((await impact('ticketing', '--kinds', 'servce')).stderr).toContain('Did you mean the enum value "SERVICE"?')
  })

  it('exits with 2 when it is used wrongly', async () => {
    const wrong = [
      [],
      ['ticketing=BROKEN'],
      ['=DOWN'],
      ['ticketing', '--change', '--upstream'],
      ['ticketing=DOWN', '--change'],
      ['ticketing', '--max-degree', 'two'],
      ['ticketing', '--scenario', 'x.yaml'],
      ['--scenario', 'x.yaml', '--change'],
    ]
    for (const args of wrong) expect([args, (await impact(...args)).code]).toEqual([args, 2])
  })

  it('takes an id that an item had before, and the item once where both are given', async () => {
    const folder = catalogueWith({
      ...smallCatalogue,
      'applications/ticketing.yaml': 'name: Ticketing\nowner: team/service-desk\nformerIds: [application/tickets]\n',
    })
    await asking({ catalogue: folder, store: 'memory:' }, async (api) => {
      const asked = (...ids: string[]): AskedItem[] => ids.map((id) => ({ id, state: undefined }))
      const { answer: once } = await answerReach(api, asked('application/ticketing'), {}, 'change')
      const { answer: twice } = await answerReach(api, asked('tickets', 'application/ticketing'), {}, 'change')
      expect(twice).toEqual(once)
      const states: readonly AskedItem[] = [
        { id: 'ticketing', state: 'DOWN' },
        { id: 'application/tickets', state: 'AT_RISK' },
      ]
      const { answer } = await answerImpact(api, states, {})
      expect(answer).toEqual((await answerImpact(api, asked('ticketing'), {})).answer)
    })
  })

  it('says word for word what the API answers', async () => {
    await asking({ catalogue: 'catalogues/example', store: 'memory:' }, async (api) => {
      for (const id of ['application/ticketing', 'supplier/northbeam-telecom', 'team/service-desk']) {
        const { answer } = await answerImpact(api, [{ id, state: undefined }], {})
        const text = squeezed(impactText(answer, 100, true))
        expect(answer.affected.length).toBeGreaterThan(50)
        expect(text).toContain(answer.summary)
        expect(answer.affected.filter(({ sentence }) => !text.includes(sentence))).toEqual([])
        const { answer: reach } = await answerReach(api, [{ id, state: undefined }], {}, 'upstream')
        const told = squeezed(reachText(reach, 100, false))
        expect(reach.reached.filter(({ sentence }) => !told.includes(sentence))).toEqual([])
      }
    })
  })
})

describe('tributary impact --scenario', () => {
  it('compares what is with what would be, and finds the expectations of the example to hold', async () => {
    const { code, stdout } = await impact('--scenario', 'catalogues/example/scenarios/second-carrier.yaml')
    expect(code).toBe(0)
    expect(squeezed(stdout)).toContain('A second carrier for the western line: 2 value streams and 6 services lose ')
    expect(stdout).toMatch(/^ {2}✓ Policy and claims processing is at risk\.$/m)
    expect(stdout).toMatch(/^ {2}Policy and claims processing {2,}Northbeam Telecom {2}down {2,}–$/m)
    expect(stdout).toMatch(/^ {2}Resolve a user's incident {2,}down {2,}degraded$/m)
  })

  it('exits with 1 where an expectation doesn’t hold, and says what is so instead', async () => {
    await withFile(
      'name: Nothing\nfail: { application/ticketing: DOWN }\nexpect:\n  - item: value-stream/resolve-user-incident\n    atWorst: AT_RISK\n',
      async (file) => {
        const { code, stdout } = await impact('--scenario', file)
        expect(code).toBe(1)
        expect(squeezed(stdout)).toMatch(/^Nothing: no single point .+; what is expected doesn’t hold\./)
        expect(squeezed(stdout)).toMatch(
          /✗ Resolve a user's incident is at worst at risk\. Resolve a user's incident is down because /,
        )
        expect(squeezed(stdout).replaceAll(' ', '')).toContain(`${file}:4:11`)
        const json = await impact('--scenario', file, '--format', 'json')
        expect([json.code, JSON.parse(json.stdout)]).toMatchObject([
          1,
          { revision: 1, holds: false, singlePoints: [], expectations: [{ holds: false, line: 4, column: 11 }] },
        ])
      },
    )
  })

  it('exits with 1 for a file with errors, and names them all with their places', async () => {
    await withFile('name: Wrong\nchanges:\n  - remove: supplier/nimbara\n  - hope: for the best\n', async (file) => {
      const { code, stdout, stderr } = await impact('--scenario', file)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/wrong.yaml:3:13 {2}error {2}unknown-reference {2}There is no item supplier\/nimbara here/)
      expect(stderr).toContain('wrong.yaml:4:5  error')
      expect(stderr).toContain('2 errors. Nothing was worked out.')
    })
    expect((await impact('--scenario', 'no-such-file.yaml')).code).toBe(1)
  })
})

describe('tributary paths', () => {
  it('tells the shortest ways between two items', async () => {
    const { code, stdout } = await tributary(['paths', 'ticketing', 'nimbara-cloud', '--sources', ...example])
    expect(code).toBe(0)
    expect(stdout.split('\n').filter((line) => /^\d\. Ticketing /.test(line))).toHaveLength(3)
    expect(stdout).toContain('contracts/ticketing-subscription.md:')
    const json = await tributary([
      'paths',
      'ticketing',
      'nimbara-cloud',
      '--first',
      '1',
      '--format',
      'json',
      ...example,
    ])
    expect(JSON.parse(json.stdout)).toMatchObject({
      question: { paths: { from: 'application/ticketing', to: 'supplier/nimbara-cloud', first: 1 } },
      paths: [{ sentence: expect.stringMatching(/^Ticketing .+Nimbara Cloud\.$/) }],
    })
  })

  it('says where there is no way', async () => {
    const { code, stdout } = await tributary(['paths', 'ticketing', 'nimbara-cloud', '--relations', 'next', ...example])
    expect([code, squeezed(stdout)]).toEqual([
      0,
      'No way leads from application/ticketing to supplier/nimbara-cloud along NEXT. ',
    ])
  })

  it('asks which is meant where several kinds have such an item, of both ends at once', async () => {
    const { code, stdout, stderr } = await tributary(['paths', 'change-enablement', 'service-desk', ...example])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('"service-desk" may be practice/service-desk or team/service-desk: write which.')
  })

  it('says so where both ends are the same', async () => {
    const { code, stdout } = await tributary(['paths', 'ticketing', 'application/ticketing', ...example])
    expect([code, stdout]).toEqual([0, '1. Ticketing is both where it starts and where it ends. (0 relations)\n'])
  })
})

describe('tributary single-points', () => {
  it('lists them, of the organisation or of items', async () => {
    const whole = await tributary(['single-points', '--kinds', 'supplier', ...example])
    expect(whole.stdout).toMatch(/^\d+ single points of failure of 22 items\.\n/)
    expect(whole.stdout).toMatch(/^down +supplier\/northbeam-telecom +Northbeam Telecom +\d+ +\d+ +\d+$/m)
    const one = ['single-points', 'resolve-user-incident', '--first', '1', ...example]
    const { stdout } = await tributary(one)
    expect(stdout).toMatch(/^\d+ single points of failure of Resolve a user's incident\.\n/)
    expect(stdout).toMatch(/^\d+ more are left out: --first says how many are listed\.$/m)
    const json = await tributary([...one, '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      question: { singlePointsOfFailure: { of: ['value-stream/resolve-user-incident'], first: 1 } },
      complete: false,
      points: [{ state: 'DOWN' }],
    })
  })
})

async function withFile(text: string, use: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-scenario-'))
  try {
    const file = join(folder, 'wrong.yaml')
    writeFileSync(file, text)
    await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
