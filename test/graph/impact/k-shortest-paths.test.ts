import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { kShortestPaths } from '../../../graph/impact/k-shortest-paths.ts'
import type { Snapshot } from '../../../graph/impact/snapshot.ts'
import { randomIds, randomSnapshots, types } from './random-snapshots.ts'
import { change, need, snapshotOf } from './small-snapshot.ts'

/** All paths between two items that come to no item twice, by length and ids. */
function allPaths({ needs }: Snapshot, from: string, to: string): string[][] {
  const on = (path: readonly string[]): string[][] => {
    const at = path.at(-1)
    if (at === to) return [[...path]]
    const joined = needs.flatMap(({ dependent, needed }) =>
      dependent === at ? [needed] : needed === at ? [dependent] : [],
    )
    return [...new Set(joined)].filter((id) => !path.includes(id)).flatMap((id) => on([...path, id]))
  }
  return on([from]).sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
}

describe('kShortestPaths', () => {
  const index = indexSnapshot(
    snapshotOf(
      need('stream', 'step'),
      need('step', 'app'),
      { ...need('step', 'app'), type: 'NEEDS_TOOL' },
      need('step', 'team'),
      need('app', 'acme'),
      change('team', 'acme'),
      need('other', 'acme'),
    ),
  )
  const itemsOf = (...args: [string, string, number, string[]?]): unknown =>
    kShortestPaths(index, ...args).map(({ items }) => items.join(' '))

  it('finds them in order, whichever end needs the other', () => {
    expect(itemsOf('stream', 'other', 5)).toEqual(['stream step app acme other', 'stream step team acme other'])
    expect(itemsOf('other', 'stream', 1)).toEqual(['other acme app step stream'])
  })

  it('shows of several relations the first by type', () => {
    const [path] = kShortestPaths(index, 'stream', 'app', 1)
    expect(path?.hops.map((hop) => hop.need.type)).toEqual(['NEEDS', 'NEEDS'])
  })

  it('follows only the relations asked for', () => {
    expect(itemsOf('step', 'acme', 5, ['NEEDS'])).toEqual(['step app acme'])
    expect(itemsOf('step', 'acme', 5, ['MEASURES'])).toEqual([])
  })

  it('finds an item at itself, and nothing where nothing is asked for', () => {
    expect(itemsOf('app', 'app', 3)).toEqual(['app'])
    expect(itemsOf('step', 'acme', 0)).toEqual([])
  })

  it('refuses unknown ids, both at once', () => {
    expect(() => itemsOf('strem', 'acne', 1)).toThrow(/no item strem.*\n.*no item acne/)
  })

  it('finds the same as trying everything', () => {
    fc.assert(
      fc.property(
        randomSnapshots,
        randomIds,
        randomIds,
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.subarray(types), { nil: undefined }),
        (snapshot, from, to, k, relations) => {
          const needs = snapshot.needs.filter(({ type }) => relations?.includes(type) !== false)
          const found = kShortestPaths(indexSnapshot(snapshot), from, to, k, relations)
          expect(found.map(({ items }) => items)).toEqual(allPaths({ ...snapshot, needs }, from, to).slice(0, k))
          for (const { items, hops } of found) {
            for (const [i, { need: each }] of hops.entries()) {
              expect([each.dependent, each.needed].sort()).toEqual([items[i], items[i + 1]].sort())
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
