import { expect, it } from 'vitest'
import { toldTogether } from '../../cli/diff/told-together.ts'
import type { Meaning } from '../../graph/diff/meaning/topic.ts'

const meaning = (name: string, sentence: string, effect: Meaning['effect'] = 'WORSE'): Meaning => ({
  ...{ topic: 'single-points', effect, item: { id: `team/${name}`, kind: 'Team', name }, others: [], sentence },
})

it('tells once what is said of several, in the order of the first, and keeps apart what differs', () => {
  const told = toldTogether([
    meaning('A', 'A alone now takes Help down.'),
    meaning('B', 'B is new.'),
    meaning('C', 'C alone now takes Help down.'),
    meaning('D', 'Nobody owns D any more.'),
    meaning('E', 'Nobody owns E any more.'),
    meaning('F', 'F is new.', 'NEUTRAL'),
  ])
  expect(told.map(({ effect, sentence }) => `${effect} ${sentence}`)).toEqual([
    'WORSE A and C: each alone now takes Help down.',
    'WORSE B is new.',
    'WORSE Nobody owns D any more.',
    'WORSE Nobody owns E any more.',
    'NEUTRAL F is new.',
  ])
})
