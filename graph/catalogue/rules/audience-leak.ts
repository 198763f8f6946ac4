import { mentionedIn } from '../../audience/project-site.ts'
import { projectGraph } from '../../audience/project-graph.ts'
import type { Refused } from '../../audience/visible-items.ts'
import { wantedGraph } from '../../load/wanted-graph.ts'
import { itemsOf } from '../items-of.ts'
import type { PlacedAudience } from '../audience.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'
import type { View } from '../view.ts'

export const rule: Rule = {
  name: 'audience-leak',
  description:
    'What is published to an audience mentions nothing that isn’t: such texts and items are left out, and readers miss them.',
  severity: 'warning',
  *check(view) {
    // What has no name yet can't be in a graph; that is reported elsewhere.
    if (view.audiences.length === 0 || [...view.items.values()].some((item) => nameOf(item) === item.id)) return
    const graph = wantedGraph({ model: view.model, items: itemsOf(view), relations: view.relations })
    for (const { audience, place } of view.audiences) {
      const { visible, withheld } = projectGraph(graph, audience, view.model)
      for (const { id, because, other } of visible.refused) yield* refusal(id, because, other, audience.name, view)
      for (const { item: id, field, mentions } of withheld) {
        const item = view.items.get(id)
        if (item === undefined) continue
        yield {
          message: `"${field}" mentions ${mentions}, which isn’t published to ${audience.name}: it is left out for them.`,
          hint: howToMend(mentions),
          place: placeIn(item, field),
          item: id,
        }
      }
      yield* pages(audience.pages, (file) => mentionedIn(file, visible.mentions), audience.name, place, view)
    }
  },
}

function* refusal(
  id: string,
  because: Refused['because'],
  other: string,
  audience: string,
  view: View,
): Iterable<RuleFinding> {
  const item = view.items.get(id)
  if (item === undefined) return
  const why = because === 'needs' ? 'It can’t be without' : 'Its id or name mentions'
  yield {
    message: `${why} ${other}, which isn’t published to ${audience}: the whole item is left out for them.`,
    hint: because === 'needs' ? `Publish ${other} too, or leave both out.` : howToMend(other),
    place: placeIn(item, 'name'),
    item: id,
  }
}

function* pages(
  named: readonly string[],
  mentioned: (file: View['siteFiles'][number]) => string | undefined,
  audience: string,
  place: PlacedAudience['place'],
  { siteFiles }: View,
): Iterable<RuleFinding> {
  for (const file of siteFiles) {
    const other = named.includes(file.path) ? mentioned(file) : undefined
    if (other === undefined) continue
    const message = `${file.path} mentions ${other}, which isn’t published to ${audience}: it is left out for them.`
    yield { message, hint: howToMend(other), place }
  }
}

const howToMend = (id: string): string =>
  `Say it without that, publish ${id}, or list it under "mayMention" if its name is no secret.`
