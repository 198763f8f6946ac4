import { validated } from './catalogue.ts'
import type { Catalogue, ItemRelation } from './catalogue.ts'
import { completenessIn } from './completeness/completeness.ts'
import { byPlace } from './finding.ts'
import { itemsOf } from './items-of.ts'
import type { Config } from './layer.ts'
import type { Report } from './report.ts'
import type { View } from './view.ts'
import { compareText } from '../text/compare-text.ts'

/**
 * The catalogue of a view that no error was found in.
 * @param foreign names of layers that come from elsewhere: what only they say doesn’t make an item complete.
 */
export function catalogueOf(view: View, foreign: ReadonlySet<string>, config: Config, report: Report): Catalogue {
  const relations = view.relations.map(({ type, from, to, values, sources }): ItemRelation => ({
    type,
    from,
    to,
    values,
    sources,
  }))
  relations.sort((a, b) => compareText(a.type, b.type) || compareText(a.from, b.from) || compareText(a.to, b.to))
  return {
    name: config.name,
    title: config.title,
    site: view.siteFiles.length === 0 ? config.site : { ...config.site, files: view.siteFiles },
    calendar: view.calendar,
    audiences: view.audiences.map(({ audience }) => audience),
    model: view.model,
    items: itemsOf(view),
    relations,
    findings: [...report.findings].sort(byPlace),
    completeness: completenessIn(view, foreign),
    [validated]: true,
  }
}
