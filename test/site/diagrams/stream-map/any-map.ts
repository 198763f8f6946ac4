import fc from 'fast-check'
import type { HandOff, MapTime, StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'
import { activities, madeMap, practices } from './made-map.ts'

const name = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'Find a solution or a workaround',
      'Ask',
      'Review for an underlying problem',
      'Check what was agreed with the supplier, and by when',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Donaudampfschifffahrtsgesellschaftskapitänsmütze prüfen',
      'サービス要求を受け付けて担当者に割り当てる',
      'Проверить запрос',
      '<b>&"quotes"</b> \u0001\ud800',
      '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂',
      '',
    ),
  },
)
const time = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 20_000 })).map((minutes): MapTime => ({
  minutes,
  text: minutes < 480 ? `${minutes} min` : `${Math.floor(minutes / 480)} d ${Math.floor((minutes % 480) / 60)} h`,
}))
const handOff = fc.constantFrom<HandOff>('NONE', 'PRACTICE', 'PERFORMER', 'BOTH')

/** Any stream of so many steps: branches, loops, steps beside each other, several practices, names and times of any sort. */
export const anyMap = (fewest: number, most: number): fc.Arbitrary<StreamMap> =>
  fc.integer({ min: fewest, max: most }).chain((count) =>
    fc
      .record({
        steps: fc.array(
          fc.record(
            {
              name,
              optional: fc.boolean(),
              activity: fc.constantFrom(...activities),
              practices: fc.uniqueArray(fc.constantFrom(...practices), { maxLength: 3, selector: ({ id }) => id }),
              process: time,
              lead: time,
              wait: time,
              endsHere: fc.integer({ min: 1, max: 100 }),
              completeAndAccurate: fc.integer({ min: 0, max: 100 }),
            },
            { requiredKeys: ['name', 'optional', 'activity', 'practices'] },
          ),
          { minLength: count, maxLength: count },
        ),
        goesOn: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        ways: fc.uniqueArray(
          fc.record({
            from: fc.nat(count - 1),
            to: fc.nat(count - 1),
            loop: fc.boolean(),
            share: fc.option(fc.nat(100), { nil: undefined }),
            handOff,
          }),
          { maxLength: Math.ceil(count / 2), selector: ({ from, to }) => `${from} ${to}` },
        ),
        perspective: fc.constantFrom('AS_IS' as const, 'TO_BE' as const),
      })
      .map(({ steps, goesOn, ways, perspective }) => madeMap(steps, goesOn, ways, perspective)),
  )
