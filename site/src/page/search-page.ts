import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Page } from './section.ts'

/** The search page; its results come from the browser. */
export const searchPage = ({ about, items }: Catalogue): Page => ({
  title: 'Search',
  description: `Search ${about.title}.`,
  lead: `Names, other names and summaries of all ${items.size.toLocaleString('en-GB')} items. Beginnings of words count, and so do words with a letter wrong.`,
  sections: [],
})
