import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storesUnderTest } from '../stores-under-test.ts'
import { apiOver } from './api-under-test.ts'
import type { ApiUnderTest } from './api-under-test.ts'
import { sample } from './sample.ts'

interface Cursored {
  readonly practices: { readonly pageInfo: { readonly endCursor: string } }
}

describe.each(storesUnderTest())('what the API refuses on $name', (tested) => {
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(tested.fresh(), sample)
  })
  afterAll(() => under.api.close())

  it.each([
    [
      'both ends at once',
      'practices(first: 1, last: 1) { totalCount }',
      'A page is read from the start (first) or from the end (last), not both. Leave one out.',
    ],
    [
      'pages too large',
      'practices(first: 101) { totalCount }',
      '"first" is 101: a page has from 0 to 100 items. Read more in several pages.',
    ],
    [
      'pages of less than nothing',
      'practices { nodes { resources(last: -1) { totalCount } } }',
      '"last" is -1: a page has from 0 to 100 items. Read more in several pages.',
    ],
    [
      'what is no cursor',
      'practices(after: "nonsense") { totalCount }',
      '"after" is not a cursor of this list sorted by NAME. Take cursors from the same list in the same order.',
    ],
    [
      'too many ids',
      `nodes(ids: [${'"a", '.repeat(101)}]) { id }`,
      '101 ids are too many: ask for at most 100 at once.',
    ],
    [
      'half an id where items of several kinds are possible',
      'applications(filter: {owner: {id: ["service-desk"]}}) { totalCount }',
      '"service-desk" is not a whole id. Write it with its kind, as one of governing-body/, team/, role/, supplier/',
    ],
    [
      'filters within filters without end',
      `items(filter: ${'{owner: {some: '.repeat(9)}{id: ["x"]}${'}}'.repeat(9)}) { totalCount }`,
      'A filter follows more than 8 relations, one after the other. Ask in several steps.',
    ],
    [
      'long chains of relations that any item could begin',
      `items(filter: {not: ${'{owner: {some: '.repeat(5)}{name: {contains: "x"}}${'}}'.repeat(5)}}) { totalCount }`,
      'A filter follows more than 4 relations, one after the other, within "not", "or", beside another such chain, or on what one item leads to. Ask in several steps.',
    ],
    [
      'long chains of relations on what one item leads to',
      `practices { nodes { feeds(filter: ${'{owner: {some: '.repeat(5)}{name: {contains: "x"}}${'}}'.repeat(5)}) { totalCount } } }`,
      'A filter follows more than 4 relations, one after the other, within "not", "or", beside another such chain, or on what one item leads to. Ask in several steps.',
    ],
    [
      'paths, which are two relations each',
      'valueStreams(filter: {not: {practices: {some: {feeds: {some: {owner: {exists: true}}}}}}}) { totalCount }',
      'A filter follows more than 4 relations, one after the other, within "not", "or", beside another such chain, or on what one item leads to. Ask in several steps.',
    ],
    [
      'filters on ever more relations',
      `items(filter: {or: [${'{owner: {exists: true}}, '.repeat(17)}]}) { totalCount }`,
      'A filter asks about more than 16 relations. Ask in several steps.',
    ],
    [
      'a day that is none',
      'applications(filter: {reviewBy: {from: "2026-02-30"}}) { totalCount }',
      '"2026-02-30" is not a date. There is no 2026-02-30 in the calendar.',
    ],
    [
      'fields that there are not',
      'practice(id: "x") { nmae }',
      'Cannot query field "nmae" on type "Practice". Did you mean "name"?',
    ],
    [
      'long searches',
      `search(query: "${'x'.repeat(201)}") { totalCount }`,
      'The query has 201 characters. Search for at most 200.',
    ],
  ])('%s', async (_, field, message) => {
    expect(await under.refusals(`{ ${field} }`)).toStrictEqual([message])
  })

  it('says whose fault it is', async () => {
    const { errors } = await under.api.execute('{ practices(first: 101) { totalCount } }')
    expect(errors?.map((error) => ({ ...error.extensions, path: error.path }))).toStrictEqual([
      { code: 'BAD_USER_INPUT', path: ['practices'] },
    ])
  })

  it('a cursor of another order', async () => {
    const data = await under.ask<Cursored>('{ practices(first: 1, orderBy: {field: ID}) { pageInfo { endCursor } } }')
    const after = data.practices.pageInfo.endCursor
    expect(
      await under.refusals('query ($after: String) { practices(after: $after) { totalCount } }', { after }),
    ).toStrictEqual([
      '"after" is not a cursor of this list sorted by NAME. Take cursors from the same list in the same order.',
    ])
  })
})
