import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { tributary } from './tributary.ts'

const ask = (...args: string[]) => tributary(['completeness', '--catalogue', 'catalogues/example', ...args])

describe('tributary completeness', () => {
  it('says how complete each kind is, what would help most, and what lacks most', async () => {
    const { code, stdout } = await ask('--first', '3')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Application +62 +\d+ %/m)
    expect(stdout).toMatch(/^all +\d+ +\d+ %/m)
    expect(stdout).toMatch(/"\w+" of \d+ items? of kind \w+ lifts the kind from \d+ % to \d+ %, all to \d+ %\. /)
    expect(stdout).toMatch(/^skill\/facilitation +\d+ % {2}teams/m)
    expect(stdout).toMatch(/\d+ more aren’t complete: --first \d+ lists all\.\n$/)
  })

  it('answers as JSON and CSV, of the kinds and owners that are asked for', async () => {
    const json = JSON.parse((await ask('--kinds', 'application,contract', '--format', 'json')).stdout) as {
      readonly items: number
      readonly kinds: readonly { kind: string }[]
      readonly list: readonly { item: string; score: number }[]
    }
    expect(json.kinds.map(({ kind }) => kind)).toStrictEqual(['Application', 'Contract'])
    expect(json.list).toHaveLength(json.items)
    const scores = json.list.map(({ score }) => score)
    expect(scores).toStrictEqual([...scores].sort((a, b) => a - b))
    const csv = (await ask('--owner', 'team/network', '--format', 'csv')).stdout
    const rows: { owner: string }[] = parse(csv, { columns: true })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ owner }) => owner))).toStrictEqual(new Set(['team/network']))
  })

  it('refuses a kind that there isn’t', async () => {
    const run = await ask('--kinds', 'aplication')
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('Did you mean "application"?')
    expect((await ask('--kinds', 'foo')).stderr).toMatch(/There is no kind "foo"\. There are concept, .*, metric\./i)
  })
})
