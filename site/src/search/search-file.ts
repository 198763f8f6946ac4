/**
 * What `search.json` holds: items in columns, each kind's items one after the other. A row is an item's place in the columns,
 * from 0.
 */
export interface SearchFile {
  /** Kinds that have items, in the order of their rows. */
  readonly kinds: readonly SearchKind[]
  readonly names: readonly string[]
  /** What follows the kind's folder in an item's address: `resolve-user-incident/capture`. */
  readonly paths: readonly string[]
  /** One line each; empty where an item has none. */
  readonly summaries: readonly string[]
  /** Other names of those that have some. */
  readonly aliases: readonly (readonly [row: number, names: readonly string[]])[]
  /** For an item written inside of another, that other one's row, otherwise its owner's; plus one, so that 0 is nobody. */
  readonly within: readonly number[]
}

/** A kind as the search shows it: what one and many are called, its folder, its area, how many items it has. */
export type SearchKind = readonly [one: string, many: string, folder: string, area: string, count: number]
