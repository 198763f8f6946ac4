import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { kindLabel, kindsLabel } from '../words/labels.ts'
import { inSiteLanguage } from '../words/site-language.ts'
import { improvementRegister } from './improvement-register.ts'
import { kindList } from './kind-list/kind-list.ts'
import { nextContracts } from './next-contracts.ts'
import type { ItemLink, Page, Section } from './section.ts'

const words = messages.kindPage

/** What some kinds' pages tell before they list everything. */
const ownSections: Readonly<Record<string, (kind: Kind, catalogue: Catalogue) => Section[]>> = {
  Contract: nextContracts,
  Improvement: improvementRegister,
}

/** The page of a kind: what it is, and all its items. */
export function kindPage(kind: Kind, catalogue: Catalogue): Page {
  const items = catalogue.byKind.get(kind.name) ?? []
  const [one, many] = [messages.inSentence(kindLabel(kind)), messages.inSentence(kindsLabel(kind))]
  const above = items.length === 0 ? [] : (ownSections[kind.name]?.(kind, catalogue) ?? [])
  return {
    title: kindsLabel(kind),
    description: words.summary(words.all(items.length, one, many), catalogue.about.title),
    about: [...matrixLink(kind, items), { href: linkTo({ modelOf: kind }), name: words.model }],
    lead: inSiteLanguage(kind.description.replace(/\s+/g, ' ')),
    folder: kind.folder,
    sections: [
      ...above,
      {
        id: 'all',
        ...(above.length === 0 ? {} : { title: words.all(items.length, one, many) }),
        blocks:
          items.length === 0
            ? [{ is: 'note', text: kind.inside === undefined ? words.empty(kind.folder) : words.emptyInside }]
            : [{ is: 'list', list: kindList(kind, catalogue) }],
      },
    ],
  }
}

/** Lists of practices and of streams lead to where the two meet. */
const matrixLink = ({ name }: Kind, items: readonly Item[]): ItemLink[] =>
  (name === 'Practice' || name === 'ValueStream') && items.length > 0
    ? [{ href: linkTo({ page: 'practices-and-streams/' }), name: words.matrix }]
    : []
