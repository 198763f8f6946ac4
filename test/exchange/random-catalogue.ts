import fc from 'fast-check'
import type { Files } from '../graph/catalogue/catalogue-folder.ts'
import { assetModel } from '../graph/model/asset-model.ts'

/** Texts as people write them and as they don't; line ends are line feeds, as an import writes them. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'ß',
      '🙂',
      ' x ',
      'a\nb',
      'a\n\n- b\n',
      '1.10',
      'null',
      '"',
      '\\u0041',
      '[]',
      '=1+1',
      '- x',
      '{',
      '~',
      'a;b',
    ),
  )
  .map((each) => each.replaceAll('\r', ''))
  .filter((each) => each.trim() !== '' && each.isWellFormed())
const line = text.filter((each) => !/[\p{Cc}\u2028\u2029]/u.test(each))

/** A value as YAML: JSON is YAML, once what YAML won't have as it is is escaped. */
const yaml = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const names = ['a', 'b', 'c'] as const
const some = <T extends string>(all: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...all], { minLength: 0 })

/** What every item may have. */
const item = {
  summary: text,
  body: text,
  aliases: fc.array(line, { maxLength: 2 }),
  tags: fc.array(text, { maxLength: 2 }),
  links: fc.array(fc.record({ title: text, url: fc.constant('https://example.org/?a=1&b=2') }), { maxLength: 2 }),
  reviewBy: fc.constantFrom('2027-01-01', '2027-12-31'),
  costCentre: text,
}
const need = fc.record(
  {
    to: fc.constantFrom(...names),
    criticality: fc.constantFrom('ESSENTIAL', 'IMPORTANT', 'SUPPORTING'),
    redundancyGroup: text,
    note: text,
  },
  { requiredKeys: ['to'] },
)
const team = fc.record(
  { name: line, ...item, needs: fc.uniqueArray(need, { maxLength: 3, selector: ({ to }) => to }) },
  { requiredKeys: ['name'] },
)
const contract = fc.record(
  {
    name: line,
    ...item,
    form: fc.constantFrom('CONTRACT', 'FRAMEWORK'),
    end: fc.constant('2027-06-30'),
    noticePeriod: fc.constantFrom('3 months', 'P1Y'),
    renewsItself: fc.boolean(),
    value: fc.record({ amount: fc.double({ noNaN: true, noDefaultInfinity: true }), currency: fc.constant('EUR') }),
    covers: some(names).map((all) => all.map((name) => `team/${name}`)),
  },
  { requiredKeys: ['name'] },
)
const step = fc.record(
  {
    name: line,
    summary: text,
    optional: fc.boolean(),
    processTime: fc.constantFrom('5 min', '1 d 4 h', 'PT90S'),
    completeAndAccurate: fc.integer({ min: 0, max: 100 }),
    note: text,
    next: fc.uniqueArray(
      fc.record(
        { to: fc.nat(3), share: fc.integer({ min: 0, max: 25 }), rework: fc.boolean(), when: text },
        { requiredKeys: ['to'] },
      ),
      { maxLength: 3, selector: ({ to }) => to },
    ),
  },
  { requiredKeys: ['name'] },
)

/** A catalogue of teams, a contract and a stream with steps that lead anywhere; with a model of its own or without. */
export const randomCatalogue: fc.Arbitrary<Files> = fc
  .record({
    teams: fc.tuple(team, team, team),
    contract,
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    situation: text,
    days: fc.integer({ min: 1, max: 7 }),
    ownModel: fc.boolean(),
  })
  .map(({ teams, contract, steps, situation, days, ownModel }): Files => {
    const own = <T extends { readonly costCentre?: unknown }>({ costCentre, ...fields }: T) =>
      ownModel && costCentre !== undefined ? { ...fields, costCentre } : fields
    const stream = {
      ...{
        name: 'Stream',
        perspective: 'TO_BE',
        situation,
        starts: 'DEMAND',
        trigger: 'T',
        value: 'V',
        valueFor: ['user'],
      },
      steps: steps.map(({ next, note, ...fields }, i) => ({
        id: `s${String(i)}`,
        ...fields,
        activity: 'engage',
        practices: [{ to: 'desk', ...(note === undefined ? {} : { activities: [note] }) }],
        ...(next === undefined ? {} : { next: waysAmong(next, steps.length) }),
      })),
    }
    return {
      'tributary.config.yaml': `name: own\ntitle: Own\ncalendar: { hoursPerDay: 7.5, daysPerWeek: ${String(days)} }\n`,
      'activities/engage.yaml': 'name: Engage\n',
      'practices/desk.yaml': 'name: Desk\ngroup: SERVICE_MANAGEMENT\n',
      'stakeholders/user.yaml': 'name: User\nform: USER\n',
      'suppliers/s.yaml': 'name: S\n',
      'contracts/c.yaml': yaml({ ...own(contract), suppliers: ['s'] }),
      'value-streams/v.yaml': yaml(stream),
      ...Object.fromEntries(
        teams.map((each, i) => [
          `teams/${names[i] ?? ''}.yaml`,
          yaml({ ...own(each), needs: (each.needs ?? []).map((need) => ({ ...need, to: `team/${need.to}` })) }),
        ]),
      ),
      ...(ownModel ? { 'model/assets.graphql': assetModel, 'assets/x.yaml': 'name: X\nruns: []\n' } : {}),
    }
  })

/** Ways to steps that there are, each step once. */
const waysAmong = <W extends { readonly to: number }>(ways: readonly W[], count: number) =>
  [...new Map(ways.map((way) => [way.to % count, way])).entries()].map(([to, way]) => ({
    ...way,
    to: `s${String(to)}`,
  }))
