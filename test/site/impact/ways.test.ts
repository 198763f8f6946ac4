import { describe, expect, it } from 'vitest'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { ReadGraph } from '../../../site/src/impact/read-impact-file.ts'
import { waysCsv, waysJson } from '../../../site/src/impact/ways-downloads.ts'
import { waysOf } from '../../../site/src/impact/ways.ts'
import { need, snapshotOf } from '../../graph/impact/small-snapshot.ts'

const index = indexSnapshot(
  snapshotOf(
    need('Service/mail', 'Application/server'),
    need('Application/server', 'Team/desk', 'IMPORTANT', { type: 'RUN_BY' }),
    need('Service/mail', 'Application/filter'),
    need('Application/filter', 'Team/desk', 'IMPORTANT', { type: 'RUN_BY' }),
    need('Service/other', 'Application/lonely'),
  ),
)
const graph: ReadGraph = {
  ...{ revision: 7, index },
  former: new Map(),
  verbs: new Map([
    ['NEEDS', ['needs', 'is needed by']],
    ['RUN_BY', ['is run by', 'runs']],
  ]),
  described: index.items.map((item) => ({ ...item, label: item.kind, area: '', aliases: '', note: '', href: '' })),
}
const asked = { from: 'Team/desk', to: 'Service/mail', first: 3, without: [] }
const nameOf = (id: string): string => index.items[index.numbers.get(id) ?? -1]?.name ?? ''
const [desk, mail, filter] = ['Team/desk', 'Service/mail', 'Application/filter'].map(nameOf)

describe('ways in the explorer', () => {
  it('are told as sentences, and whether they are all', () => {
    const all = waysOf(graph, asked)
    expect(all).toMatchObject({ summary: `2 ways lead from ${desk} to ${mail}.`, complete: true, unknown: [] })
    expect(all.ways.map(({ sentence }) => sentence)[0]).toBe(`${desk} runs ${filter}, which is needed by ${mail}.`)
    const one = waysOf(graph, { ...asked, first: 1 })
    expect(one).toMatchObject({ summary: `The shortest way from ${desk} to ${mail}.`, complete: false })
    expect(one.ways).toStrictEqual(all.ways.slice(0, 1))
  })

  it.each([
    [
      'no way leads there',
      { to: 'Service/other' },
      `No way leads from ${desk} to ${nameOf('Service/other')} along these relations.`,
    ],
    [
      'no relation is left that does',
      { without: ['RUN_BY'] },
      `No way leads from ${desk} to ${mail} along these relations.`,
    ],
    ['both are one', { to: 'Team/desk' }, 'Pick two different items.'],
    ['one is missing', { to: undefined }, ''],
  ])('say so where %s', (_, change, summary) => {
    expect(waysOf(graph, { ...asked, ...change })).toStrictEqual({ summary, ways: [], complete: true, unknown: [] })
  })

  it('name what an address has that isn’t there', () => {
    expect(waysOf(graph, { ...asked, from: 'Team/gone' }).unknown).toStrictEqual(['Team/gone'])
  })

  it('are handed over as files: a line a relation, and the words of the API', () => {
    const answer = waysOf(graph, asked)
    expect(waysCsv(graph, answer).trim().split('\r\n').slice(0, 3)).toStrictEqual([
      'Way,Relation,From,Id,How,To,Id,Type',
      `1,1,${desk},Team/desk,runs,${filter},Application/filter,RUN_BY`,
      `1,2,${filter},Application/filter,is needed by,${mail},Service/mail,NEEDS`,
    ])
    expect(JSON.parse(waysJson(graph, asked, answer))).toMatchObject({
      revision: 7,
      question: { from: 'Team/desk', to: 'Service/mail', first: 3, withoutRelations: [] },
      complete: true,
      paths: [
        {
          items: ['Team/desk', 'Application/filter', 'Service/mail'],
          hops: [{ verb: 'runs', criticality: 'IMPORTANT' }, {}],
        },
        {},
      ],
    })
  })
})
