import type { LeftOut } from '../imported.ts'

/** A text, in the language that it says it is in. */
export interface LanguageText {
  readonly text: string
  /** `en`, `de-CH`; undefined where nothing is said. */
  readonly language: string | undefined
}

/** A property of a concept, by its definition's name. */
export interface Property {
  readonly name: string
  /** The same value, in each language. */
  readonly values: readonly LanguageText[]
}

/** What elements, relationships and views have in common. */
export interface Concept {
  readonly identifier: string
  /** `xsi:type` without prefix: `ApplicationComponent`, `Serving`. */
  readonly type: string
  readonly names: readonly LanguageText[]
  readonly documentation: readonly LanguageText[]
  readonly properties: readonly Property[]
  /** Where the file says it: `model.xml:120 id-4711`. */
  readonly record: string
}

/** A relationship between two elements (or, as associations may, of a relationship). */
export interface Relationship extends Concept {
  readonly source: string
  readonly target: string
  /** Of an Access: `Access`, `Read`, `Write` or `ReadWrite`. */
  readonly access: string | undefined
  /** Of an Influence: `+`, `--`, `7`. */
  readonly modifier: string | undefined
}

/** A diagram. */
export interface View extends Concept {
  /** Identifiers of the elements that it shows. */
  readonly shows: ReadonlySet<string>
}

/** What an exchange file holds, as it says it. */
export interface ArchimateModel {
  /** The model itself. */
  readonly about: Concept
  readonly elements: ReadonlyMap<string, Concept>
  readonly relationships: readonly Relationship[]
  readonly views: readonly View[]
  /** Names of the folders that something is in, from the outermost, by its identifier. */
  readonly folders: ReadonlyMap<string, readonly string[]>
  /** What can't be told apart or has no type. */
  readonly unreadable: readonly LeftOut[]
  /** How many elements, relationships and views there are, the unreadable among them. */
  readonly records: number
}

/**
 * The text to show: the one in the language asked for (`en` takes `en-GB` too), else the one that names none, else the
 * first. The others with another text follow.
 */
export function pick(texts: readonly LanguageText[], language?: string): readonly string[] {
  const asked = language?.toLowerCase()
  const rank = ({ language: said }: LanguageText): number => {
    if (asked !== undefined && said?.toLowerCase() === asked) return 0
    if (asked !== undefined && said?.toLowerCase().split('-')[0] === asked) return 1
    return said === undefined ? 2 : 3
  }
  const told = texts.filter(({ text }) => text !== '')
  const sorted = told.toSorted((a, b) => rank(a) - rank(b)).map(({ text }) => text)
  return [...new Set(sorted)]
}

/** What a concept is called: its name, or what tells it apart where it has none. */
export const called = ({ names, type, identifier }: Concept, language?: string): string =>
  pick(names, language)[0] ?? `${type} ${identifier}`
