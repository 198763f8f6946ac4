import { describe, expect, it } from 'vitest'
import { english } from '../../../graph/impact/phrases.ts'
import type { Phrases } from '../../../graph/impact/phrases.ts'
import type { State } from '../../../graph/impact/states.ts'
import { messages as german } from '../../../site/src/messages/de.ts'
import { messages } from '../../../site/src/messages/messages.ts'

const group = { left: 1, members: 3, atLeast: 2 }
const clauses = [
  { from: 'Capture', verb: 'wird erledigt mit', to: 'Ticketing', group },
  { from: 'Ticketing', verb: 'ist gedeckt durch', to: 'C-104' },
]
const { impactPhrases: phrases }: { impactPhrases: Phrases } = german

describe('impact in German', () => {
  it('tells why in main clauses, whose verbs stand where the model’s verbs can', () => {
    expect(phrases.failure({ name: 'Capture', state: 'DEGRADED', clauses, cause: 'DOWN' })).toBe(
      'Capture ist beeinträchtigt, denn Capture wird erledigt mit Ticketing (noch 1 von 3, 2 nötig) und Ticketing ist gedeckt durch C-104; C-104 ist ausgefallen.',
    )
    expect(phrases.path(clauses.slice(1))).toBe('Ticketing ist gedeckt durch C-104.')
    expect(phrases.declared('Ticketing', 'AT_RISK')).toBe('Ticketing gilt als gefährdet.')
  })

  it('sums up what a failure does', () => {
    const failed = [{ name: 'Ticketing', state: 'DOWN' as const }]
    expect(
      phrases.summary({
        failed,
        kinds: [
          {
            kind: 'ValueStream',
            others: false,
            all: 9,
            states: [
              { state: 'DOWN', count: 1 },
              { state: 'DEGRADED', count: 2 },
            ],
          },
          { kind: 'Service', others: false, all: 3, states: [] },
        ],
        others: 1,
        nothing: false,
      }),
    ).toBe(
      'Ist Ticketing ausgefallen: von 9 Wertströmen ist 1 ausgefallen und 2 beeinträchtigt; kein Service ist betroffen. 1 weiterer Eintrag ist nicht in Ordnung.',
    )
    expect(phrases.summary({ failed, kinds: [], others: 0, nothing: true })).toBe(
      'Ist Ticketing ausgefallen, ist sonst nichts betroffen.',
    )
  })

  it('says it shortly where all there are are in one state', () => {
    const start = 'Ist Ticketing ausgefallen: '
    expect(summaryOfAll(phrases, 9, 2)).toBe(
      `${start}alle 9 Wertströme sind ausgefallen; beide Services sind gefährdet.`,
    )
    expect(summaryOfAll(phrases, 1, 1)).toBe(
      `${start}der eine Wertstrom ist ausgefallen; der eine Service ist gefährdet.`,
    )
  })

  it('tells of the others where one was declared itself', () => {
    const start = 'Ist Ticketing ausgefallen: '
    expect(summaryOfAll(phrases, 9, 1, true)).toBe(
      `${start}alle 9 anderen Wertströme sind ausgefallen; der eine andere Service ist gefährdet.`,
    )
    expect(summaryOfAll(phrases, 0, 0, true)).toBe(
      `${start}kein anderer Wertstrom ist betroffen; kein anderer Service ist betroffen.`,
    )
  })

  it('says what a change reaches and what something needs', () => {
    const names = ['Ticketing']
    expect(phrases.reach({ question: 'CHANGE', names, total: 6, kinds: [{ kind: 'ValueStream', count: 4 }] })).toBe(
      'Ändert sich Ticketing, sind 6 Einträge zu überprüfen, darunter 4 Wertströme.',
    )
    expect(phrases.reach({ question: 'CHANGE', names: ['A', 'B'], total: 1, kinds: [] })).toBe(
      'Ändern sich A und B, ist 1 Eintrag zu überprüfen.',
    )
    expect(phrases.reach({ question: 'CHANGE', names, total: 0, kinds: [] })).toBe('Nichts hängt von Ticketing ab.')
    expect(phrases.reach({ question: 'UPSTREAM', names: ['A', 'B'], total: 1, kinds: [] })).toBe(
      'A und B brauchen über alle Stufen 1 Eintrag.',
    )
  })
})

/** So many value streams are down, and so many services at risk: all there are. */
function summaryOfAll({ summary }: Phrases, streams: number, services: number, others = false): string {
  const inState = (state: State, count: number) => (count === 0 ? [] : [{ state, count }])
  return summary({
    failed: [{ name: 'Ticketing', state: 'DOWN' }],
    kinds: [
      { kind: 'ValueStream', others, all: streams, states: inState('DOWN', streams) },
      { kind: 'Service', others, all: services, states: inState('AT_RISK', services) },
    ],
    others: 0,
    nothing: false,
  })
}

it('in English, pages and the API say the same', () => {
  expect(messages.impactPhrases).toBe(english)
})
