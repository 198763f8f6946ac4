import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

vi.mock('../../../site/src/messages/messages.ts', () => import('../../../site/src/messages/de.ts'))
const { enumLabel, fieldLabel, firstSentence, kindLabel, kindsLabel } =
  await import('../../../site/src/words/labels.ts')
const { apiFigure, longPeriod, shortDuration } = await import('../../../site/src/words/durations.ts')
const { inSiteLanguage, saidByApi } = await import('../../../site/src/words/site-language.ts')
const { longDay, money, plainNumber } = await import('../../../site/src/words/values.ts')
const { terms } = await import('../../../site/src/messages/de-terms.ts')

/** Labels that German took from English, or shares with it. */
const alike = new Set(
  `Id Name Links Form Version Status Position Optional System Service Services Practice Practices Team Teams Stakeholder
   Information Standard Pilot Plan Portfolio Support Partner Sponsor Expert Commodity Service\u00a0levels`
    .split(/\s+/)
    .map((each) => each.replace('\u00a0', ' ')),
)
const isGerman = (english: string): boolean => english in terms || alike.has(english)

describe('what the API says, on a German site', () => {
  let read: SiteCatalogue
  beforeAll(async () => {
    read = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
  })
  afterAll(() => read.api.close())

  it('names every kind, field and word of the built-in model, and says every verb, in German', async () => {
    const english = await import('../../../site/src/messages/en.ts')
    const { model } = read.catalogue
    const { data } = (await read.api.execute('{ model { relations { verbs } paths { verbs } } }')) as {
      data: Record<'model', Record<'relations' | 'paths', { verbs: string[] }[]>>
    }
    expect(english.terms).toStrictEqual({})
    const fields = [model.kinds, model.edges, model.values].flatMap((all) =>
      [...all.values()].flatMap(({ attributes }) => attributes.map(({ name }) => name)),
    )
    const ends = [...model.relations.values(), ...model.paths].flatMap(({ field, inverse }) => [field, inverse])
    const spoken = (name: string): string => {
      const words = name
        .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
        .replace(/[-_]/g, ' ')
        .toLowerCase()
      return words.charAt(0).toUpperCase() + words.slice(1)
    }
    const special: Readonly<Record<string, string>> = { AS_IS: 'As-is', TO_BE: 'To-be', CALL_OFF: 'Call-off' }
    const labels = [
      ...[...model.kinds.values()].flatMap(({ name, folder }) => [spoken(name), spoken(folder)]),
      ...[...fields, ...ends].map(spoken),
      ...[...model.enums.values()].flatMap(({ values }) => values.map(({ name }) => special[name] ?? spoken(name))),
      ...[...data.model.relations, ...data.model.paths].flatMap(({ verbs }) => verbs),
      ...[...model.kinds.values()].flatMap(({ description }) => [
        description.replace(/\s+/g, ' '),
        firstSentence(description),
      ]),
    ]
    expect(labels.length).toBeGreaterThan(500)
    expect([...new Set(labels)].filter((each) => !isGerman(each))).toStrictEqual([])
  })

  it('has figures, formulas, questions, gaps and statements in German', () => {
    const { streams, traces, contractEnds } = read.catalogue
    const said = [...streams.values()].flatMap(({ measures, answers, comparisons }) => [
      measures.clock,
      ...measures.figures.flatMap(({ name, formula, remarks }) => [name, formula, ...remarks]),
      ...measures.missing.map(({ message }) => message),
      ...answers.flatMap(({ asks, statement, gaps }) => [asks, statement, ...gaps.map(({ message }) => message)]),
      ...comparisons.flatMap(({ figures, steps, asIsRemarks, toBeRemarks }) => [
        ...[...figures, ...steps.flatMap((step) => step.figures)].map(({ name }) => name),
        ...asIsRemarks,
        ...toBeRemarks,
      ]),
    ])
    const governed = [...traces.values()].flatMap(({ summary, gaps }) => [
      summary,
      ...gaps.map(({ message }) => message),
    ])
    const ending = [...contractEnds.values()].map(({ summary }) => summary)
    const all = [...new Set([...said, ...governed, ...ending])]
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((each) => inSiteLanguage(each) === each && each !== '%C&A')).toStrictEqual([])
  })

  it.each([
    ['2 of 7 steps have no lead time.', '2 von 7 Schritten haben keine Durchlaufzeit.'],
    ['1 of 1 step is worked by no practice.', '1 von 1 Schritt wird von keiner Practice bearbeitet.'],
    ['Working time: a day is 7.5 h, a week 5 days', 'Arbeitszeit: ein Tag hat 7,5 h, eine Woche 5 Tage'],
    ['The step "A "b" c" names no tool.', 'Der Schritt „A "b" c“ nennt kein Werkzeug.'],
    [
      'The step "A" doesn’t say when and where "B" is at hand.',
      'Der Schritt „A“ sagt nicht, wann und wo „B“ vorliegt.',
    ],
    [
      'The catalogue answers only a part of it: 1 contract with 2 suppliers.',
      'Der Katalog beantwortet nur einen Teil davon: 1 Vertrag mit 2 Lieferanten.',
    ],
    [
      'Decision "D" expired on 2026-01-31, and "A" and "B" are in use.',
      'Die Entscheidung „D“ ist am 31. Januar 2026 abgelaufen, und „A“ und „B“ sind in Gebrauch.',
    ],
    [
      'C ends on 2026-12-31, in 1 day; notice could be given until 2026-09-30, and it renews itself. With C down: of 9 value streams 1 is down and 2 degraded; no service is affected. 41 other items aren’t OK.',
      'C endet am 31. Dezember 2026, in 1 Tag; kündbar war er bis 30. September 2026, und er verlängert sich selbst. Ist C ausgefallen: von 9 Wertströmen ist 1 ausgefallen und 2 beeinträchtigt; kein Service ist betroffen. 41 weitere Einträge sind nicht in Ordnung.',
    ],
    [
      'C ends on 2026-12-31, in 1 day. With C down: all 9 value streams are down; both services are at risk.',
      'C endet am 31. Dezember 2026, in 1 Tag. Ist C ausgefallen: alle 9 Wertströme sind ausgefallen; beide Services sind gefährdet.',
    ],
    [
      'C ends on 2026-12-31, today. With C down: the one value stream is degraded; of 3 services 2 are down.',
      'C endet am 31. Dezember 2026, heute. Ist C ausgefallen: der eine Wertstrom ist beeinträchtigt; von 3 Services sind 2 ausgefallen.',
    ],
    [
      'P names 5 items. It reaches 12 steps of 3 value streams, 9 resources and 1 supplier. 1 gap is left.',
      'P nennt 5 Einträge. Damit erreicht es 12 Schritte aus 3 Wertströmen, 9 Ressourcen und 1 Lieferant. 1 Lücke bleibt.',
    ],
    [
      'As contract holder, Acme alone carries 2 value streams and 1 service; 1 value stream more would be at risk without it.',
      'Als Vertragspartner trägt Acme allein 2 Wertströme und 1 Service; zusätzlich ohne ihn gefährdet: 1 Wertstrom.',
    ],
  ])('says "%s" as "%s"', (english, german) => {
    expect(saidByApi(english)).toStrictEqual({ text: german })
  })

  it('marks what it can’t say in German, a sentence of several among it', () => {
    const unknown = '2 of 7 steps have no lead time. Nobody knows this one.'
    expect(saidByApi(unknown)).toStrictEqual({ text: unknown, lang: 'en' })
    expect(inSiteLanguage('Our own kind')).toBe('Our own kind')
  })

  it('says labels, days, numbers, money and times as Germans do', () => {
    expect([kindLabel({ name: 'ValueStream' }), kindsLabel({ folder: 'value-streams' })]).toStrictEqual([
      'Wertstrom',
      'Wertströme',
    ])
    expect([fieldLabel('reviewBy'), enumLabel('AS_IS')]).toStrictEqual(['Überprüfen bis', 'Ist'])
    expect(longDay('2027-03-31')).toBe('31. März 2027')
    expect(plainNumber(3_700_000.5)).toBe('3.700.000,5')
    expect(money({ amount: 1200, currency: 'EUR' })).toBe('1.200\u00a0EUR')
    expect([shortDuration('P1DT4H'), shortDuration('P2D'), shortDuration('PT0.5H')]).toStrictEqual([
      '1\u00a0Tag 4\u00a0h',
      '2\u00a0Tage',
      '0,5\u00a0h',
    ])
    expect(longPeriod('P1Y6M')).toBe('1 Jahr und 6 Monate')
    expect(apiFigure('−2 d 3.5 h, at Fix, at last')).toBe('−2\u00a0Tage 3,5\u00a0h, bei Fix, at last')
    expect([apiFigure('7.1 %'), apiFigure('+1.34'), apiFigure('+7.5 points')]).toStrictEqual([
      '7,1 %',
      '+1,34',
      '+7,5 Punkte',
    ])
  })
})
