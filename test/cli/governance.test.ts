import { describe, expect, it } from 'vitest'
import { asking } from '../../cli/ask.ts'
import { governanceGapsDocument, traceDocument } from '../../cli/impact/governance-documents.ts'
import { governanceGapsText, traceText } from '../../cli/impact/governance-text.ts'
import { tributary } from './tributary.ts'

const today = '2026-11-22'
const governance = (...args: readonly string[]): ReturnType<typeof tributary> =>
  tributary(['governance', ...args, '--today', today, '--catalogue', 'catalogues/example'])
const squeezed = (text: string): string => text.replace(/\s+/g, ' ')
const tooLong = (text: string): string[] =>
  text.split('\n').filter((line) => Array.from(line).length > 100 || line.endsWith(' '))

describe('tributary governance', () => {
  it('follows a policy down to suppliers, as a tree', async () => {
    const { code, stdout } = await governance('change-policy')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Change policy names 5 items\. /)
    expect(stdout).toMatch(
      /^ {2}policy\/change-policy\n {2}- Change enablement\n {4}- Make the emergency change · Bring/m,
    )
    expect(stdout).toMatch(/^ {6}- Ticketing → Ticketing subscription → Deskwell Software, Kestrelby Resale$/m)
    expect(stdout).toMatch(
      /^ {6}- Contract Cloud production order → Nimbara Cloud\n {6}- No contract: Build pipeline, /m,
    )
    expect(stdout).toMatch(/^ {4}- Change enablement, outside of steps$/m)
  })

  it('shows the gaps of the whole catalogue', async () => {
    const { code, stdout } = await governance()
    expect(code).toBe(0)
    expect(squeezed(stdout)).toMatch(
      /^4 gaps in governance\. - .+ "Fax gateway" is in use\. \(decision\/fax-gateway-sunset\)/,
    )
  })

  it('answers as JSON: the question as it was asked, and the API’s fields', async () => {
    const trace = JSON.parse((await governance('change-policy', '--first', '1', '--format', 'json')).stdout)
    expect(trace).toMatchObject({
      revision: 1,
      question: { governanceTrace: { id: 'policy/change-policy', today, first: 1 } },
      ...{ complete: false, gaps: [], rows: [{ governor: { id: 'policy/change-policy' } }] },
    })
    const gaps = JSON.parse((await governance('--format', 'json')).stdout)
    expect(gaps).toMatchObject({ revision: 1, question: { governanceGaps: { today } } })
    expect(gaps.governanceGaps[0]).toEqual({
      about: { id: expect.any(String), name: expect.any(String) },
      message: expect.any(String),
    })
  })

  it('says word for word what the API answers, with the name of every cell', async () => {
    await asking({ catalogue: 'catalogues/example', store: 'memory:' }, async ({ ask }) => {
      for (const id of [
        ...['policy/supplier-policy', 'policy/provider-code-of-conduct', 'decision/fax-gateway-sunset'],
        'guiding-principle/optimize-and-automate',
      ]) {
        const { governanceTrace: trace } = await ask(traceDocument, { id, today })
        const report = traceText(trace, 100)
        const cells = trace.rows.flatMap(({ governor, governed, practices, ...row }) => [
          ...[governor.id, governed.name, ...practices.map(({ name }) => name)],
          ...[row.stream, row.step, row.resource, row.contract, row.supplier].flatMap((cell) => cell?.name ?? []),
        ])
        const texts = new Set([trace.summary, ...trace.gaps.map(({ message }) => message), ...cells])
        const text = squeezed(report).replaceAll(' - ', ' ')
        expect([id, [...texts].filter((each) => !text.includes(each))]).toEqual([id, []])
        expect(tooLong(report)).toEqual([])
      }
      const { governanceGaps: gaps } = await ask(governanceGapsDocument, { today })
      const text = squeezed(governanceGapsText(gaps, 100))
      expect(gaps.filter(({ message }) => !text.includes(message))).toEqual([])
    })
    expect(governanceGapsText([], 100)).toBe('Nothing is missing in governance.')
  })

  it('says what --first leaves out, and refuses it without an id', async () => {
    expect((await governance('change-policy', '--first', '3')).stdout).toMatch(/^\d+ more rows are left out: --first/m)
    expect((await governance('--first', '3')).code).toBe(2)
  })

  it('exits with 1 for what isn’t there or governs nothing', async () => {
    const { code, stdout, stderr } = await governance('policy/chnge-policy')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('There is no item policy/chnge-policy. Did you mean "policy/change-policy"?')
    const practice = await governance('practice/service-desk')
    expect([practice.code, practice.stderr]).toEqual([1, expect.stringContaining('ask for a policy, a decision or')])
  })
})
