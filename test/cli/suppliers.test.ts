import { describe, expect, it } from 'vitest'
import { asking } from '../../cli/ask.ts'
import { contractsText } from '../../cli/impact/contracts-text.ts'
import { contractsDocument, suppliersDocument } from '../../cli/impact/supplier-documents.ts'
import { suppliersText } from '../../cli/impact/suppliers-text.ts'
import { tributary } from './tributary.ts'

const example = ['--catalogue', 'catalogues/example']
const from = { catalogue: 'catalogues/example', store: 'memory:' }
const today = '2026-11-22'
const squeezed = (text: string): string => text.replace(/\s+/g, ' ')
const tooLong = (text: string): string[] =>
  text.split('\n').filter((line) => Array.from(line).length > 100 || line.endsWith(' '))

describe('tributary suppliers', () => {
  it('shows what hangs on each, the most depended-on first, within 100 columns', async () => {
    const { code, stdout } = await tributary(['suppliers', '--first', '2', ...example])
    expect(code).toBe(0)
    expect(stdout.match(/^supplier\/.+$/gm)).toEqual(['supplier/ironmere-datacentres', 'supplier/northbeam-telecom'])
    expect(stdout).toMatch(/^ {4}down {3}Fulfil a request for access \(as-is\) +100\.0 % +100\.0 % {2}alone$/m)
    expect(squeezed(stdout)).toContain(
      'or for Capture the report: Service desk agent; for Service desk: IT Service Desk',
    )
    expect(stdout).toMatch(/^\d+ more are left out: --first says how many are listed\.$/m)
    expect(tooLong(stdout)).toEqual([])
  })

  it('answers as JSON', async () => {
    const { stdout } = await tributary(['suppliers', '--first', '1', '--format', 'json', ...example])
    expect(JSON.parse(stdout)).toMatchObject({
      revision: 1,
      question: { supplierConcentration: {} },
      total: expect.any(Number),
      complete: false,
      supplierConcentration: [{ capacities: [{ as: 'CONTRACT_HOLDER' }] }],
    })
  })

  it('says word for word what the API answers, and sums up those on which nothing hangs', async () => {
    await asking(from, async ({ ask }) => {
      const { supplierConcentration: all } = await ask(suppliersDocument, {})
      const text = suppliersText(all, undefined, 100)
      expect(all.length).toBeGreaterThan(10)
      expect(all.filter(({ summary }) => !squeezed(text).includes(summary))).toEqual([])
      expect(tooLong(text)).toEqual([])
      const idle = ['Acme', 'Borealis'].map((name) => ({ supplier: { id: name, name }, capacities: [], summary: '' }))
      expect(suppliersText([...all.slice(0, 1), ...idle], 1, 100)).toMatch(
        /\n\nNo value stream and no service hangs on 2 suppliers: Acme, Borealis\.$/,
      )
    })
    expect(suppliersText([], undefined, 100)).toBe('There are no suppliers.')
  })
})

describe('tributary contracts', () => {
  it('shows those that end soon, the most harmful first', async () => {
    const { code, stdout } = await tributary(['contracts', '--today', today, ...example])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Within 90 days end: 2 contracts\. Ended and still in use: 0 contracts\.\n/)
    expect(stdout).toMatch(/^ +39 {2}2026-12-31 {2}2026-09-30 {2}itself {2}Monitoring +Signalbrook/m)
    expect(stdout.match(/^contract\/.+$/gm)).toEqual(['contract/monitoring-subscription', 'contract/internet-west'])
    expect(tooLong(stdout)).toEqual([])
    const none = await tributary(['contracts', '--today', today, '--within', '1', ...example])
    expect(none.stdout).toBe('No contract ends within 1 day, and none that has ended is still in use.\n')
  })

  it('answers as JSON: the question as it was asked, and the API’s fields', async () => {
    const { stdout } = await tributary(['contracts', '--today', '2027-01-01', '--format', 'json', ...example])
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      revision: 1,
      question: { endingContracts: { within: 90, today: '2027-01-01' } },
      endingContracts: [{ ended: true, daysLeft: -1, counts: { down: 4 }, streams: expect.any(Array) }, {}],
    })
  })

  it('says word for word what the API answers', async () => {
    await asking(from, async ({ ask }) => {
      const { endingContracts: all } = await ask(contractsDocument, { within: 1000, today })
      const text = contractsText(all, 1000, 100)
      expect(all.length).toBeGreaterThan(10)
      expect(all.filter(({ summary }) => !squeezed(text).includes(summary))).toEqual([])
      expect(tooLong(text)).toEqual([])
    })
  })

  it('exits with 2 when it is used wrongly', async () => {
    for (const args of [['--within', 'soon'], ['--today', 'tomorrow'], ['contract/x']]) {
      expect([args, (await tributary(['contracts', ...args, ...example])).code]).toEqual([args, 2])
    }
  })
})
