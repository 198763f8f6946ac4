import { z } from 'zod'
import { after, first, itemId, kinds, narrowed } from '../arguments.ts'
import { Refused } from '../asking.ts'
import { listDocument, searchDocument } from '../documents/items.ts'
import { readItem } from '../read-item.ts'
import { tool } from '../tool.ts'

/** Finds items by words. */
export const search = tool({
  name: 'search',
  title: 'Search',
  description:
    'Find items of the catalogue by words: value streams, practices, applications, suppliers, contracts, teams and all other kinds. Use it first, to learn the ids that other tools take. Beginnings of words match, and words with a letter wrong.',
  input: {
    query: z.string().min(1).max(200).describe('The words. All must match; where no item has them all, some.'),
    kinds: kinds('Only items of these kinds'),
    first: first('items', 10, 100),
  },
  document: searchDocument,
  async answer(api, { query, first, ...said }) {
    const data = await api.ask(searchDocument, { query, first, ...narrowed(said) })
    const { totalCount, nodes } = data.search
    const shown = totalCount > nodes.length ? `; the best ${String(nodes.length)} are` : ''
    return {
      data,
      lead: totalCount === 0 ? `Nothing matches "${query}".` : `${count(totalCount)} match "${query}"${shown}:`,
    }
  },
})

/** One item, whole. */
export const getItem = tool({
  name: 'get_item',
  title: 'Get an item',
  description:
    'Everything that the catalogue says of one item: all fields of its kind, where it is written, and its relations to other items, both ways.',
  input: {
    id: itemId('The item'),
    relations: first('relations', 50, 100),
    after,
  },
  async answer(api, { id, relations, after }) {
    const [known = id] = await api.known([id])
    const item = await readItem(api, known, relations, after)
    if (item === undefined) throw new Refused(`There is no item ${known} any more.`)
    const { totalCount, edges } = item.relations
    const rest = totalCount > edges.length ? `, of which ${String(edges.length)} are shown` : ''
    const lead = `${item.name} (${item.id}) is of the kind ${item.kind}. It has ${String(totalCount)} relations${rest}.`
    return { data: { item }, lead }
  },
})

/** Items of a kind, a page at a time. */
export const listItems = tool({
  name: 'list_items',
  title: 'List items',
  description:
    'Items of one or several kinds, a page at a time, narrowed by a filter. For questions that filter by fields of one kind, use the tool "graphql".',
  input: {
    kinds: kinds('Only items of these kinds'),
    filter: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'The API’s ItemFilter: {"owner": {"exists": false}}, {"tags": {"any": ["core"]}}, {"name": {"contains": "mail"}}, combined by and, or, not.',
      ),
    orderBy: z.enum(['NAME', 'ID', 'REVIEW_BY']).default('NAME').describe('How they are sorted.'),
    first: first('items', 20, 100),
    after,
  },
  document: listDocument,
  async answer(api, { filter, orderBy, first, after, ...said }) {
    const { kinds } = narrowed(said)
    const all = [...(kinds === undefined ? [] : [{ kind: kinds }]), ...(filter === undefined ? [] : [filter])]
    const data = await api.ask(listDocument, {
      first,
      after,
      orderBy: { field: orderBy },
      ...(all.length === 0 ? {} : { filter: { and: all } }),
    })
    const { totalCount, nodes, pageInfo } = data.items
    const more = pageInfo.hasNextPage ? ' Ask for the next page with "after": the endCursor.' : ''
    return { data, lead: `${count(totalCount)}, ${String(nodes.length)} on this page.${more}` }
  },
})

const count = (items: number): string => `${String(items)} item${items === 1 ? '' : 's'}`
