import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { PageTerms, Terms } from '../words/terms.ts'
import type { Term } from '../words/terms.ts'

type Glossary = Pick<Catalogue, 'about' | 'items' | 'byKind'>

const glossaries = new WeakMap<Glossary['items'], Terms>()

/** Finds the words on an item's page that others' pages explain. All words are read once for a build. */
export function termsFor(item: Pick<Item, 'id' | 'kind'>, catalogue: Glossary): PageTerms {
  const known = glossaries.get(catalogue.items)
  const terms = known ?? new Terms(glossaryOf(catalogue))
  if (known === undefined) glossaries.set(catalogue.items, terms)
  return new PageTerms(terms, linkTo(item))
}

/** Kinds whose items explain words, those first that explain best. */
const explaining = ['Concept', 'Practice', 'Activity']

function glossaryOf({ about, byKind }: Glossary): Term[] {
  return explaining.flatMap((kind) =>
    (byKind.get(kind) ?? []).flatMap((item) => {
      const aliases = (item.values['aliases'] ?? []) as readonly string[]
      const names = [item.name, ...aliases].filter((words) => isTelling(words, item, about.name))
      return names.map((words) => ({
        href: linkTo(item),
        words,
        ...(isAbbreviation(words) ? { exact: true } : {}),
      }))
    }),
  )
}

/**
 * Whether a name is a term rather than a word of every day. Several words are. One word is, where it is an abbreviation, or
 * names a concept that the organisation itself explains; "plan", "value" and "direct", which are activities and concepts of a
 * built-in layer, stand in every other sentence and mostly mean no more than they say.
 */
function isTelling(words: string, { kind, sources }: Item, own: string): boolean {
  if (/[\s\p{Pd}]/u.test(words.trim()) || isAbbreviation(words)) return true
  return kind.name === 'Concept' && sources.length > 0 && sources.every(({ layer }) => layer === own)
}

const isAbbreviation = (words: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(words)
