import type { SeedItem } from '../../api/seed.ts'

/** What improvements may have in tests: attributes of each sort that can be asked for and sorted by, often missing. */
const priorities = ['LOW', 'MEDIUM', 'HIGH', undefined]
const days = ['2026-01-01', '2026-01-02', '2026-02-01', undefined, undefined]
const names = ['Älter', 'alter', 'Alter', 'beta', 'Straße', 'strasse', 'Zeta']
const tags = [['a'], ['a', 'b'], ['B'], undefined]

/** Items with many ties and many gaps: improvements that differ in name, priority, day and tags. */
export const manyItems: readonly SeedItem[] = Array.from({ length: 60 }, (_, i): SeedItem => {
  const item = {
    id: `improvement/${String((i * 37) % 60).padStart(2, '0')}`,
    name: pick(names, i * 5),
    priority: pick(priorities, i),
    due: pick(days, i * 3),
    tags: pick(tags, i * 7),
    summary: i % 4 === 0 ? undefined : `Summary ${i % 5} Ä`,
  }
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as SeedItem
})

/** Relations among them: each improves up to three others. */
export const manyRelations = manyItems.flatMap(({ id }, i) =>
  [1, 7, 19]
    .slice(0, i % 4)
    .map((step): readonly [string, string, string] => [
      id,
      'IMPROVES',
      manyItems[(i + step) % manyItems.length]?.id ?? id,
    ]),
)

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T
}
