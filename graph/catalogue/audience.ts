import type { Place } from './finding.ts'

/**
 * A profile of readers: what a catalogue publishes to them. It is an allow-list: what it doesn't name isn't published
 * (`graph/audience` makes the graph that they get).
 */
export interface Audience {
  readonly name: string
  /** Names of the kinds all of whose items are published, save those that are written inside of others. */
  readonly kinds: readonly string[]
  /** Ids of items that are published besides. */
  readonly items: readonly string[]
  /** Tags whose items are published besides. */
  readonly tags: readonly string[]
  /** Ids of items that aren't published though something above names them. */
  readonly without: readonly string[]
  /** Ids of items that aren't published, but that published texts may mention. */
  readonly mayMention: readonly string[]
  /** By the name of the kind: attributes and relations of its items that are published. Others have their name only. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Files of the site's folder whose text is published: pages and sections. */
  readonly pages: readonly string[]
  /**
   * Names of the layers below the catalogue that come with Tributary: what only these say is everybody's words, and no
   * secret. None where it is left out.
   */
  readonly publicLayers?: readonly string[]
  /** Whether layers, files, lines and systems are published. */
  readonly sources: boolean
  /** Whether findings about published items are; they name files and lines. */
  readonly findings: boolean
  /** Whether earlier revisions' changes of published fields are. */
  readonly changes: boolean
}

/** An audience, and where it is written. */
export interface PlacedAudience {
  readonly audience: Audience
  readonly place: Place
}

/** Whether a file of the site's folder is text for readers, and not how the site looks. */
export const isPage = (path: string): boolean => path.endsWith('.md')
