import type { ListFile } from './list-file.ts'

/** What somebody looks at in a list: it stands in the address, so that it can be passed on and gone back to. */
export interface ListState {
  /** Words that rows must have. */
  readonly words: string
  /** What rows must have in columns: any of the values of each. An empty value stands for rows that have none. */
  readonly filters: ReadonlyMap<string, ReadonlySet<string>>
  /** The column that it is sorted by; undefined: as the list comes. `name` is the name. */
  readonly sort: { readonly key: string; readonly descending: boolean } | undefined
  /** Keys of the columns that it shows, undefined for the usual ones. */
  readonly columns: readonly string[] | undefined
  /** From 1. */
  readonly page: number
}

/** Everything, as the list comes. */
export const wholeList: ListState = { words: '', filters: new Map(), sort: undefined, columns: undefined, page: 1 }

const own = ['q', 'sort', 'columns', 'page']
/** A column's name in addresses. One that is named like a part of ours gets a mark behind it. */
const nameOf = (key: string): string => (own.includes(key) ? `${key}.` : key)

/**
 * Reads a list's state from an address's query. What the list hasn't is left out: addresses outlive columns.
 * @param keys of all columns.
 * @param moved addresses that items had before, with those that they have now.
 */
export function stateIn(query: string, keys: readonly string[], moved: ListFile['moved'] = []): ListState {
  const said = new URLSearchParams(query)
  const now = new Map(moved)
  const sort = said.get('sort') ?? ''
  const key = sort.replace(/^-/, '')
  const page = Number(said.get('page') ?? 1)
  return {
    words: said.get('q') ?? '',
    filters: new Map(
      keys.flatMap((each) => {
        const values = said.getAll(nameOf(each)).map((value) => now.get(value) ?? value)
        return values.length === 0 ? [] : [[each, new Set(values)] as const]
      }),
    ),
    sort: key === 'name' || keys.includes(key) ? { key, descending: sort.startsWith('-') } : undefined,
    columns: said.has('columns')
      ? (said.get('columns') ?? '').split(',').filter((each) => keys.includes(each))
      : undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The query that says a state; empty for the whole list. */
export function queryOf({ words, filters, sort, columns, page }: ListState): string {
  const said = new URLSearchParams()
  if (words.trim() !== '') said.set('q', words.trim())
  for (const [key, values] of filters) for (const value of values) said.append(nameOf(key), value)
  if (sort !== undefined) said.set('sort', `${sort.descending ? '-' : ''}${sort.key}`)
  if (columns !== undefined) said.set('columns', columns.join())
  if (page > 1) said.set('page', String(page))
  // Slashes and commas mean nothing in a query, and addresses are for people too.
  const query = said.toString().replaceAll('%2F', '/').replaceAll('%2C', ',')
  return query === '' ? '' : `?${query}`
}

/** The same state with a value taken into a column's filter, or out of it, on its first page. */
export function toggled(state: ListState, key: string, value: string): ListState {
  const values = new Set(state.filters.get(key))
  if (!values.delete(value)) values.add(value)
  const filters = new Map(state.filters)
  if (values.size === 0) filters.delete(key)
  else filters.set(key, values)
  return { ...state, filters, page: 1 }
}
