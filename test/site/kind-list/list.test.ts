import { describe, expect, it } from 'vitest'
import { listCsv } from '../../../site/src/kind-list/list-csv.ts'
import type { ListFile } from '../../../site/src/kind-list/list-file.ts'
import { ListRows } from '../../../site/src/kind-list/list-rows.ts'
import { queryOf, stateIn, toggled, wholeList } from '../../../site/src/kind-list/list-state.ts'
import { nearPages, pagerHtml } from '../../../site/src/kind-list/pager-html.ts'
import { rowsHtml } from '../../../site/src/kind-list/rows-html.ts'

const file: ListFile = {
  folder: 'applications',
  names: ['Ärzteportal', 'Mail', '<Zoll>', 'Öffner 10', 'Öffner 9'],
  paths: ['aerzteportal', 'mail', 'zoll', 'oeffner-10', 'oeffner-9'],
  notes: [[1, 'as-is']],
  aliases: [[1, ['Post']]],
  items: [
    ['teams/a', 'Team A'],
    ['teams/b', 'Team B'],
  ],
  columns: [
    {
      key: 'summary',
      title: 'Summary',
      shown: true,
      is: 'text',
      values: ['For doctors', '=SUM(A1)', '', '', '"a", b'],
    },
    {
      ...{ key: 'priority', title: 'Priority', shown: true, is: 'words', values: [3, 1, 0, 2, 3] },
      words: [
        ['LOW', 'Low', 'weak'],
        ['MEDIUM', 'Medium', 'medium'],
        ['HIGH', 'High', 'strong'],
      ],
    },
    { key: 'owner', title: 'Owner', shown: true, is: 'links', values: [1, 2, 0, [1, 2], 2] },
    { key: 'needs', title: 'Needs', shown: false, is: 'number', values: [10, 9, null, 100, 2] },
    {
      key: 'leadTime',
      title: 'Lead time',
      shown: false,
      is: 'duration',
      values: ['PT90M', 'P1D', '', 'PT2H', 'PT45M'],
    },
    { key: 'end', title: 'End', shown: false, is: 'day', values: ['2027-01-31', '', '', '2026-12-01', ''] },
    {
      ...{ key: 'value', title: 'Value', shown: false, is: 'money' },
      values: [[1200.5, 'EUR'], null, null, [900, 'EUR'], [-3, 'EUR']],
    },
  ],
}
const list = new ListRows(file, 'de-DE')
const all = { ...wholeList }
const sortedBy = (key: string, descending = false): number[] => list.select({ ...all, sort: { key, descending } })

describe('rows of a list', () => {
  it('are sorted as the site’s language sorts, numbers in names as numbers', () => {
    expect(sortedBy('name')).toStrictEqual([2, 0, 1, 4, 3])
    expect(new ListRows(file, 'sv-SE').select({ ...all, sort: { key: 'name', descending: false } })).toStrictEqual([
      2, 1, 0, 4, 3,
    ])
  })

  it('are sorted by numbers, lengths of time, days and amounts, those without one last both ways', () => {
    expect(sortedBy('needs')).toStrictEqual([4, 1, 0, 3, 2])
    expect(sortedBy('needs', true)).toStrictEqual([3, 0, 1, 4, 2])
    expect(sortedBy('leadTime')).toStrictEqual([4, 0, 3, 1, 2])
    expect(sortedBy('end')).toStrictEqual([3, 0, 1, 2, 4])
    expect(sortedBy('value', true)).toStrictEqual([0, 3, 4, 1, 2])
  })

  it('are sorted by words in the model’s order, by items in the order of their names, otherwise as they come', () => {
    expect(sortedBy('priority')).toStrictEqual([1, 3, 0, 4, 2])
    expect(sortedBy('owner', true)).toStrictEqual([1, 4, 0, 3, 2])
    expect(list.select(all)).toStrictEqual([0, 1, 2, 3, 4])
  })

  it('are found by words in any column, shown or not, and in other names', () => {
    expect(list.select({ ...all, words: 'ARZTE high' })).toStrictEqual([0])
    expect(list.select({ ...all, words: 'post' })).toStrictEqual([1])
    expect(list.select({ ...all, words: 'team b' })).toStrictEqual([1, 3, 4])
  })

  it('have any of the values that are chosen of one column, and some of every column', () => {
    const filters = new Map([
      ['owner', new Set(['teams/b', ''])],
      ['priority', new Set(['LOW', ''])],
    ])
    expect(list.select({ ...all, filters })).toStrictEqual([1, 2])
  })

  it('are counted for each value with the other filters, those without any last', () => {
    const filters = new Map([['priority', new Set(['HIGH', 'MEDIUM'])]])
    expect(list.options('owner', { words: '', filters }, 'None')).toStrictEqual([
      { value: 'teams/a', said: 'Team A', count: 2 },
      { value: 'teams/b', said: 'Team B', count: 2 },
    ])
    expect(list.options('priority', { words: '', filters }, 'None')).toHaveLength(4)
    expect(list.options('needs', { words: '', filters }, 'None')).toStrictEqual([])
  })

  it('can be chosen by what stands in the table, by owner and by what is chosen already', () => {
    const keys = (state: Parameters<typeof list.facets>[0]): string[] => list.facets(state).map(({ key }) => key)
    expect(keys(all)).toStrictEqual(['priority', 'owner'])
    expect(keys({ ...all, columns: ['needs'] })).toStrictEqual(['owner'])
    expect(keys({ columns: [], filters: new Map([['priority', new Set(['LOW'])]]) })).toStrictEqual([
      'priority',
      'owner',
    ])
  })
})

describe('the state of a list', () => {
  const keys = ['summary', 'priority', 'owner', 'page']
  const state = {
    words: 'mail & post',
    filters: new Map([
      ['owner', new Set(['teams/a', ''])],
      ['page', new Set(['7'])],
    ]),
    sort: { key: 'priority', descending: true },
    columns: ['summary', 'owner'],
    page: 3,
  }

  it('stands in the address and comes back from it', () => {
    const query = queryOf(state)
    expect(query).toBe('?q=mail+%26+post&owner=teams/a&owner=&page.=7&sort=-priority&columns=summary,owner&page=3')
    expect(stateIn(query, keys)).toStrictEqual(state)
    expect(queryOf(wholeList)).toBe('')
    const moved = [['teams/old', 'teams/a']] as const
    expect(stateIn('?owner=teams/old&owner=teams/b', keys, moved).filters).toStrictEqual(
      new Map([['owner', new Set(['teams/a', 'teams/b'])]]),
    )
    expect(stateIn('', keys)).toStrictEqual(wholeList)
    expect(stateIn(queryOf({ ...wholeList, columns: [] }), keys).columns).toStrictEqual([])
  })

  it('is read without what the list hasn’t', () => {
    expect(stateIn('?gone=x&sort=gone&columns=gone,owner&page=-2', keys)).toStrictEqual({
      ...wholeList,
      columns: ['owner'],
    })
  })

  it('begins at the first page when a value is taken in or out', () => {
    const less = toggled(toggled(state, 'owner', 'teams/a'), 'owner', '')
    expect([less.page, less.filters.has('owner')]).toStrictEqual([1, false])
    expect(toggled(less, 'owner', 'teams/b').filters.get('owner')).toStrictEqual(new Set(['teams/b']))
  })
})

it('gives the chosen rows and columns as CSV, in which nothing is a formula', () => {
  const csv = listCsv(
    file,
    [4, 1, 3],
    list.shown({ columns: ['summary', 'owner', 'value', 'leadTime'] }),
    { name: 'Name', id: 'Id' },
    'application',
  )
  expect(csv.split('\r\n')).toStrictEqual([
    '\uFEFFName,Summary,Owner,Lead time,Value,Id',
    'Öffner 9,"""a"", b",Team B,45 min,EUR -3,application/oeffner-9',
    "Mail,'=SUM(A1),Team B,1 d,,application/mail",
    'Öffner 10,,Team A; Team B,2 h,EUR 900,application/oeffner-10',
    '',
  ])
})

it('shows rows with links under the base, and never text as HTML', () => {
  const html = rowsHtml(file, [1, 2, 3], list.shown({ columns: ['priority', 'owner'] }), '/itsm/')
  expect(html).toContain('<a href="/itsm/applications/mail/">Mail</a><span class="aside">as-is</span>')
  expect(html).toContain('&lt;Zoll&gt;')
  expect(html).not.toContain('<Zoll>')
  expect(html).toContain('<ul class="plain"><li><a href="/itsm/teams/a/">Team A</a></li><li>')
  expect(html).toContain('<span class="badge" data-tone="medium">Medium</span>')
})

it('leads to the first, the near and the last pages, and on and back where there is one', () => {
  expect(nearPages(5, 9)).toStrictEqual([1, 4, 5, 6, 9])
  expect(nearPages(1, 1)).toStrictEqual([1])
  const html = pagerHtml({ ...wholeList, words: 'a"b', page: 9 }, 9)
  expect(html).toContain('href="?q=a%22b&amp;page=8"')
  expect(html).toContain('aria-current="page"')
  expect(html).toMatch(/<span class="pager-step">[^<]+<\/span>$/)
})
