import type { Catalogue } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import type { Page } from './section.ts'

const words = messages.search

/** The search page; its results come from the browser. */
export const searchPage = ({ about, items }: Catalogue): Page => ({
  title: words.title,
  description: words.description(about.title),
  lead: words.lead(items.size),
  sections: [],
})
