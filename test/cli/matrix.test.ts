import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { matrixText } from '../../cli/matrix/matrix-text.ts'
import { tributary } from './tributary.ts'

const example = ['--catalogue', 'catalogues/example']

describe('tributary matrix', () => {
  it('numbers streams whose names don’t fit, and names practices that feed none', async () => {
    const { code, stdout } = await tributary(['matrix', ...example])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Practice +1 {3}2 {3}3 {3}4 {3}5 {3}6 {3}7 {3}8 {3}9$/m)
    expect(stdout).toMatch(/^Service desk +2 {11}1 {3}3 {2}15 {3}6 {2}46 {2}28$/m)
    expect(stdout).toMatch(/^Supplier management .* \? /m)
    expect(stdout).toContain('? works steps of it, but no lead time is known')
    expect(stdout).toContain("\n  9  Resolve a user's incident\n")
    expect(stdout).toMatch(/Practices in none of them: .*Project management/s)
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([])
  })

  it('counts steps by activity', async () => {
    const { stdout } = await tributary(['matrix', '--by', 'activity', ...example])
    expect(stdout).toMatch(/^Practice +Deliver {2}Design and {2}Engage {2}Improve {2}Obtain\/build {2}Plan$/m)
    expect(stdout).toMatch(/^Service desk +2 +14$/m)
  })

  it('writes CSV with every practice', async () => {
    const { stdout } = await tributary(['matrix', '--format', 'csv', ...example])
    const rows = parse(stdout)
    expect(rows[0]).toEqual(expect.arrayContaining(['id', 'practice', "Resolve a user's incident"]))
    expect(rows).toHaveLength(35)
    expect(
      rows
        .find(([id]) => id === 'practice/service-desk')
        ?.slice(1)
        .join(' '),
    ).toBe('Service desk 2.0   0.7 3.3 14.6 6.0 45.5 27.7')
  })

  it('answers as JSON', async () => {
    const { stdout } = await tributary(['matrix', '--by', 'activity', '--format', 'json', ...example])
    const { revision, by, columns, rows } = JSON.parse(stdout)
    expect([revision, by, columns.length, rows.length]).toEqual([1, 'ACTIVITY', 6, 34])
  })

  it('goes on in a table below where there are too many streams', () => {
    const columns = Array.from({ length: 40 }, (_, place) => ({ id: `s${place}`, name: `Stream ${place}` }))
    const cells = columns.map((column) => ({ column, steps: [], alone: 0, share: 0.002 }))
    const rows = [{ practice: { id: 'p', name: 'Service desk' }, cells }]
    const lines = matrixText({ columns, rows }, 'VALUE_STREAM', 100).split('\n')
    expect(lines.filter((line) => line.startsWith('Service desk'))).toHaveLength(2)
    expect(lines.join(' ').match(/<1/g)).toHaveLength(40)
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(matrixText({ columns, rows: [] }, 'VALUE_STREAM', 100)).toBe('No practice works any step.')
  })
})
