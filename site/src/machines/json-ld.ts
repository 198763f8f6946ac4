import { buildInput } from '../catalogue/build-input.ts'
import { targetsOf } from '../catalogue/catalogue.ts'
import type { Item } from '../catalogue/catalogue.ts'
import { addressOf, linkTo } from '../links.ts'
import type { Page } from '../page/section.ts'

type Thing = Readonly<Record<string, unknown>>

/** What schema.org calls the items of some kinds. Others have no word there that would be true. */
const types: Readonly<Record<string, string>> = {
  Activity: 'DefinedTerm',
  Concept: 'DefinedTerm',
  GoverningBody: 'Organization',
  GuidingPrinciple: 'DefinedTerm',
  Practice: 'DefinedTerm',
  Service: 'Service',
  Supplier: 'Organization',
  Team: 'Organization',
}

/**
 * What a page is about in schema.org's words, as JSON that is safe inside of a script: no text of a catalogue can end it.
 * @param at the page's own link.
 * @returns undefined where there is nothing to say.
 */
export function jsonLd(page: Page, at: string): string | undefined {
  const isStart = at === linkTo({ page: '' })
  const graph = [
    ...(isStart ? [website(page)] : trail(page, at)),
    ...(page.item === undefined ? [] : thing(page.item, at)),
  ]
  if (graph.length === 0) return undefined
  const [only] = graph
  const said = graph.length === 1 ? only : { '@graph': graph }
  return JSON.stringify({ '@context': 'https://schema.org', ...said }).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The site, and how to search it, where its address is known: templates of addresses must be whole. */
function website({ description }: Page): Thing {
  const url = addressOf(linkTo({ page: '' }))
  const search = addressOf(linkTo({ page: 'search/' }))
  return {
    '@type': 'WebSite',
    name: buildInput().title,
    description,
    ...(url === undefined || search === undefined
      ? {}
      : {
          url,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${search}?q={words}`,
            'query-input': 'required name=words',
          },
        }),
  }
}

/** Where the page stands. Without an address links would mean nothing outside of the page, so there are only names then. */
function trail({ trail: above = [], title }: Page, at: string): Thing[] {
  const entries = [...above, { href: at, name: title }]
  return above.length === 0
    ? []
    : [
        {
          '@type': 'BreadcrumbList',
          itemListElement: entries.map(({ href, name }, place) => {
            const item = place === entries.length - 1 ? undefined : addressOf(href)
            return { '@type': 'ListItem', position: place + 1, name, ...(item === undefined ? {} : { item }) }
          }),
        },
      ]
}

function thing(item: Item, at: string): Thing[] {
  const type = item.values['perspective'] === 'TO_BE' ? 'HowTo' : types[item.kind.name]
  if (type === undefined) return []
  const url = addressOf(at)
  const steps = type === 'HowTo' ? targetsOf(item, 'HAS_STEP') : []
  return [
    {
      '@type': type,
      name: item.name,
      ...(item.summary === undefined ? {} : { description: item.summary }),
      ...(url === undefined ? {} : { url }),
      ...(steps.length === 0
        ? {}
        : { step: steps.map(({ item: step }) => ({ '@type': 'HowToStep', name: step.name })) }),
    },
  ]
}
