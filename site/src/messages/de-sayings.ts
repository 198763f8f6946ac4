import type { Saying } from './messages.ts'

/** Nouns that the API counts: one, several. */
const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  item: ['Eintrag', 'Einträge'],
  step: ['Schritt', 'Schritte'],
  gap: ['Lücke', 'Lücken'],
  'value stream': ['Wertstrom', 'Wertströme'],
  service: ['Service', 'Services'],
  resource: ['Ressource', 'Ressourcen'],
  contract: ['Vertrag', 'Verträge'],
  supplier: ['Lieferant', 'Lieferanten'],
  practice: ['Practice', 'Practices'],
  skill: ['Kompetenz', 'Kompetenzen'],
  tool: ['Werkzeug', 'Werkzeuge'],
  metric: ['Kennzahl', 'Kennzahlen'],
  report: ['Bericht', 'Berichte'],
  time: ['Mal', 'Mal'],
}

/** "12 steps of 3 value streams, 4 contracts and 3 suppliers", counted in German. */
const counts = (english: string): string =>
  english
    .replace(
      / of (\d+) value streams?/g,
      (_, count: string) => ` aus ${count} ${count === '1' ? 'Wertstrom' : 'Wertströmen'}`,
    )
    .replace(
      /(\d+) (item|step|gap|value stream|service|resource|contract|supplier|practice|skill|tool|metric|report|time)s?\b/g,
      (_, count: string, noun: string) => `${count} ${nouns[noun]?.[count === '1' ? 0 : 1] ?? noun}`,
    )
    .replace(/ and (?=\d)/g, ' und ')

const day = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayOf = (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`))
const days = (count: string): string => `${count} ${count === '1' ? 'Tag' : 'Tagen'}`

const states: Readonly<Record<string, string>> = {
  down: 'ausgefallen',
  degraded: 'beeinträchtigt',
  'at risk': 'gefährdet',
}
const levels: Readonly<Record<string, string>> = {
  basic: 'grundlegend',
  sound: 'solide',
  advanced: 'fortgeschritten',
  expert: 'Experte',
}
const capacities: Readonly<Record<string, string>> = {
  'contract holder': 'Vertragspartner',
  'sub-supplier': 'Unterauftragnehmer',
  maker: 'Hersteller',
  'owner of other suppliers': 'Eigentümer anderer Lieferanten',
}
const decimal = (english = ''): string => Number(english).toLocaleString('de-DE')
const quoted = (english: string): string => english.replaceAll(/"([^"]+)"/g, '„$1“').replaceAll('“ and „', '“ und „')

/** "of 9 value streams 3 are down and 2 degraded", "all 9 value streams are down", or "no service is affected". */
function affected(english: string): string {
  const [, every = '', which = '', be = '', state = ''] =
    /^(the one|both|all \d+) (value stream|service)s? (is|are) (.+)$/.exec(english) ?? []
  if (every !== '') {
    const start = every === 'the one' ? 'der eine' : every === 'both' ? 'beide' : every.replace('all', 'alle')
    const noun = nouns[which]?.[be === 'is' ? 0 : 1] ?? which
    return `${start} ${noun} ${be === 'is' ? 'ist' : 'sind'} ${states[state] ?? state}`
  }
  const [, all = '', noun = '', said = ''] = /^of (\d+) (value stream|service)s? (.+)$/.exec(english) ?? []
  if (said === '') return english.startsWith('no value') ? 'kein Wertstrom ist betroffen' : 'kein Service ist betroffen'
  const of = noun === 'service' ? 'Services' : 'Wertströmen'
  const counted = said
    .replace(/(\d+) (is|are) /, (_, count: string, verb: string) => `${verb === 'is' ? 'ist' : 'sind'} ${count} `)
    .replaceAll(/at risk|degraded|down/g, (state) => states[state] ?? state)
    .replace(' and ', ' und ')
  return `von ${all} ${of} ${counted}`
}

const places: Readonly<Record<string, string>> = { when: 'wann', where: 'wo', 'when and where': 'wann und wo' }

/** What figures leave out, of one step and of several. */
const lacks: Readonly<Record<string, string>> = {
  'has no lead time': 'hat keine Durchlaufzeit',
  'have no lead time': 'haben keine Durchlaufzeit',
  'has no process time': 'hat keine Bearbeitungszeit',
  'have no process time': 'haben keine Bearbeitungszeit',
  'has no %C&A': 'hat keine %C&A',
  'have no %C&A': 'haben keine %C&A',
  'has a process time above its lead time; its wait is left out':
    'hat eine Bearbeitungszeit über der Durchlaufzeit; die Wartezeit ist ausgelassen',
  'have a process time above their lead time; their waits are left out':
    'haben eine Bearbeitungszeit über der Durchlaufzeit; die Wartezeiten sind ausgelassen',
  'names nobody who does it': 'nennt niemanden, der ihn ausführt',
  'name nobody who does them': 'nennen niemanden, der sie ausführt',
  'is worked by no practice': 'wird von keiner Practice bearbeitet',
  'are worked by no practice': 'werden von keiner Practice bearbeitet',
  'is optional, but no share says how many cases pass it by; it is counted as though none did':
    'ist optional, aber kein Anteil sagt, wie viele Fälle ihn auslassen; gezählt ist er, als ließe ihn keiner aus',
  'are optional, but no share says how many cases pass them by; they are counted as though none did':
    'sind optional, aber kein Anteil sagt, wie viele Fälle sie auslassen; gezählt sind sie, als ließe sie keiner aus',
  'has several ways on without a share; equal parts are assumed':
    'hat mehrere Wege weiter ohne Anteil; angenommen sind gleiche Teile',
  'have several ways on without a share; equal parts are assumed':
    'haben mehrere Wege weiter ohne Anteil; angenommen sind gleiche Teile',
  'is reached by no way from the first step, and left out':
    'ist vom ersten Schritt aus auf keinem Weg erreichbar und ausgelassen',
  'are reached by no way from the first step, and left out':
    'sind vom ersten Schritt aus auf keinem Weg erreichbar und ausgelassen',
}

/** Sentences of the API with something in them. Their English is that of `graph/`, word for word. */
export const sayings: readonly Saying[] = [
  // Times.
  [
    /^(Working time|Elapsed time, nights and weekends included): a day is (\S+) h, a week (\S+) days$/,
    (what, hours, week) =>
      `${what === 'Working time' ? 'Arbeitszeit' : 'Verstrichene Zeit, Nächte und Wochenenden eingeschlossen'}: ein Tag hat ${decimal(hours)} h, eine Woche ${decimal(week)} Tage`,
  ],
  // Figures.
  [
    /^(\d+) of (\d+) steps? (.+)\.$/,
    (some, all, lack = '') =>
      lacks[lack] && `${some} von ${all} ${all === '1' ? 'Schritt' : 'Schritten'} ${lacks[lack]}.`,
  ],
  [
    /^It is (\S+) times as long as once through: a case that always takes the longest way goes back often\.$/,
    (times) =>
      `Das ist ${decimal(times)}-mal so lang wie einmal durch: Ein Fall, der immer den längsten Weg nimmt, geht oft zurück.`,
  ],
  [/^"(.+)" has no steps\.$/, (stream) => `„${stream}“ hat keine Schritte.`],
  [
    /^Step "(.+)" leads to (.+), which is no step of "(.+)"\.$/,
    (step, to, stream) => `Der Schritt „${step}“ führt zu ${to}, keinem Schritt von „${stream}“.`,
  ],
  [
    /^The ways out of step "(.+)" add up to (\S+) of 100 cases\.$/,
    (step, cases) => `Die Wege aus dem Schritt „${step}“ ergeben zusammen ${decimal(cases)} von 100 Fällen.`,
  ],
  [
    /^From steps? (.+) no case comes to an end: all ways on lead round in a circle, so no time can be worked out\. Write a way out, or "next: \[\]" where the stream ends\.$/,
    (steps) =>
      `Von ${quoted(steps)} aus kommt kein Fall zu einem Ende: Alle Wege weiter führen im Kreis, daher lässt sich keine Zeit berechnen. Schreiben Sie einen Weg hinaus oder „next: []“, wo der Wertstrom endet.`,
  ],
  // The six questions.
  [
    /^The catalogue answers only a part of it: (.+)$/,
    (found = '') => {
      const said = germanOf(found)
      return said && `Der Katalog beantwortet nur einen Teil davon: ${said}`
    },
  ],
  [
    /^(\d+ practices?) contributes? (\d+) process activit(?:y|ies)\.$/,
    (practices, activities) =>
      `${counts(practices)} ${practices.startsWith('1 ') ? 'trägt' : 'tragen'} ${activities} ${activities === '1' ? 'Prozessaktivität' : 'Prozessaktivitäten'} bei.`,
  ],
  [/^No practice works the step "(.+)"\.$/, (step) => `Keine Practice bearbeitet den Schritt „${step}“.`],
  [
    /^The step "(.+)" doesn’t say what it asks of "(.+)"\.$/,
    (step, practice) => `Der Schritt „${step}“ sagt nicht, was er von „${practice}“ verlangt.`,
  ],
  [
    /^(\d+ skills?) called for: (?:all of them are held|(\d+ gaps?))\.$/,
    (skills, gaps) => `${counts(skills)} erforderlich: ${gaps === '' ? 'alle sind vorhanden' : counts(gaps)}.`,
  ],
  [
    /^No team has the skill "(.+)" at the level asked for \((.*)\)\.$/,
    (skill, level = '') =>
      `Kein Team hat die Kompetenz „${skill}“ auf der verlangten Stufe (${levels[level] ?? level}).`,
  ],
  [/^No team has the skill "(.+)"\.$/, (skill) => `Kein Team hat die Kompetenz „${skill}“.`],
  [
    /^(\d+) kinds? of information, needed (\d+) times? and provided (\d+) times?\.$/,
    (kinds, needed, provided) =>
      `${kinds} ${kinds === '1' ? 'Art' : 'Arten'} von Information, ${needed}-mal benötigt und ${provided}-mal geliefert.`,
  ],
  [/^The step "(.+)" names no information\.$/, (step) => `Der Schritt „${step}“ nennt keine Information.`],
  [
    /^The step "(.+)" doesn’t say (when|where|when and where) "(.+)" is at hand\.$/,
    (step, place = '', information) =>
      `Der Schritt „${step}“ sagt nicht, ${places[place] ?? place} „${information}“ vorliegt.`,
  ],
  [
    /^(\d+ tools?), (\d+) pieces? of automation; (?:every step has one|(\d+ steps?) without)\.$/,
    (tools, automation, without) =>
      `${counts(tools)}, ${automation} ${automation === '1' ? 'Automatisierung' : 'Automatisierungen'}; ${without === '' ? 'jeder Schritt hat eines' : `${counts(without)} ohne`}.`,
  ],
  [/^The step "(.+)" names no tool\.$/, (step) => `Der Schritt „${step}“ nennt kein Werkzeug.`],
  [
    /^(\d+ contracts?) with (\d+) suppliers?\.$/,
    (contracts, suppliers) => `${counts(contracts)} mit ${suppliers} Lieferanten.`,
  ],
  [
    /^"(.+)" does work in this stream, but no step relies on a contract with it\.$/,
    (supplier) => `„${supplier}“ arbeitet in diesem Wertstrom, aber kein Schritt stützt sich auf einen Vertrag damit.`,
  ],
  [/^Contract "(.+)" ended on (\S+)\.$/, (contract, end) => `Der Vertrag „${contract}“ endete am ${dayOf(end)}.`],
  [
    /^Contract "(.+)" ends on (\S+); notice could be given until (\S+?)(, and it renews itself)?\.$/,
    (contract, end, notice, renews) =>
      `Der Vertrag „${contract}“ endet am ${dayOf(end)}; kündbar war er bis ${dayOf(notice)}${renews === '' ? '' : ', und er verlängert sich selbst'}.`,
  ],
  [
    /^(\d+ metrics?) in (\d+ reports?)\.$/,
    (metrics, reports) =>
      `${counts(metrics)} in ${reports.replace(/ reports?/, reports.startsWith('1 ') ? ' Bericht' : ' Berichten')}.`,
  ],
  [
    /^No metric measures "(.+)" as a whole, only steps\.$/,
    (stream) => `Keine Kennzahl misst „${stream}“ als Ganzes, nur Schritte.`,
  ],
  [/^The metric "(.+)" has no target\.$/, (metric) => `Die Kennzahl „${metric}“ hat kein Ziel.`],
  [/^The metric "(.+)" stands in no report\.$/, (metric) => `Die Kennzahl „${metric}“ steht in keinem Bericht.`],
  // Governance.
  [
    /^(.+) names (nothing, and so holds for everything|\d+ items?)\.$/,
    (name, what = '') =>
      what.startsWith('nothing') ? `${name} nennt nichts und gilt daher für alles.` : `${name} nennt ${counts(what)}.`,
  ],
  [
    /^(It|What is under it or based on it) reaches (no work|\d.*)\.$/,
    (start, what = '') =>
      `${start === 'It' ? 'Damit' : 'Was darunter steht oder darauf beruht,'} erreicht ${start === 'It' ? 'es' : ''} ${what === 'no work' ? 'keine Arbeit' : counts(what)}.`.replace(
        '  ',
        ' ',
      ),
  ],
  [/^(\d+) gaps? (?:is|are) left\.$/, (gaps) => (gaps === '1' ? '1 Lücke bleibt.' : `${gaps} Lücken bleiben.`)],
  [
    /^Policy "(.+)" was in force only until (\S+)\.$/,
    (policy, end) => `Die Richtlinie „${policy}“ war nur bis ${dayOf(end)} in Kraft.`,
  ],
  [
    /^Policy "(.+)" is in force only from (\S+)\.$/,
    (policy, start) => `Die Richtlinie „${policy}“ ist erst ab ${dayOf(start)} in Kraft.`,
  ],
  [
    /^Policy "(.+)" reaches no work: no step and no resource is behind what it governs\.$/,
    (policy) =>
      `Die Richtlinie „${policy}“ erreicht keine Arbeit: Hinter dem, was sie regelt, stehen weder Schritt noch Ressource.`,
  ],
  [
    /^Decision "(.+)" expired on (\S+), and (.+) (is|are) in use\.$/,
    (decision, end, what, verb) =>
      `Die Entscheidung „${decision}“ ist am ${dayOf(end)} abgelaufen, und ${quoted(what)} ${verb === 'is' ? 'ist' : 'sind'} in Gebrauch.`,
  ],
  [
    /^Practice "(.+)" is governed, but feeds no value stream\.$/,
    (practice) => `Die Practice „${practice}“ ist geregelt, speist aber keinen Wertstrom.`,
  ],
  [
    /^Step "(.+)" of "(.+)" has no resources: no people, information, tools or contracts\.$/,
    (step, stream) =>
      `Der Schritt „${step}“ von „${stream}“ hat keine Ressourcen: weder Menschen noch Information, Werkzeuge oder Verträge.`,
  ],
  [
    /^"(.+)" is made by "(.+)", but no contract covers it\.$/,
    (resource, maker) => `„${resource}“ wird von „${maker}“ hergestellt, aber kein Vertrag deckt es.`,
  ],
  // Contracts that end.
  [
    /^(.+) ended on (\S+), (\d+) days? ago, and is still in use(: it renews itself)?\.$/,
    (name, end, ago, renews) =>
      `${name} endete am ${dayOf(end)}, vor ${days(ago)}, und ist noch in Gebrauch${renews === '' ? '' : ': Er verlängert sich selbst'}.`,
  ],
  [
    /^(.+) ends on (\S+), (?:today|in (\d+) days?)(?:; notice (can|could) be given until (\S+?))?(, and it renews itself)?\.$/,
    (name, end, left, can, notice, renews) => {
      const when = left === '' ? 'heute' : `in ${days(left)}`
      const until = notice === '' ? '' : `; kündbar ${can === 'can' ? 'ist' : 'war'} er bis ${dayOf(notice)}`
      return `${name} endet am ${dayOf(end)}, ${when}${until}${renews === '' ? '' : ', und er verlängert sich selbst'}.`
    },
  ],
  [
    /^With (.+) (down|degraded|at risk), nothing else is affected\.$/,
    (name, state = '') => `Ist ${name} ${states[state] ?? state}, ist sonst nichts betroffen.`,
  ],
  [
    /^With (.+) (down|degraded|at risk): ((?:no|of \d+|the one|both|all \d+) value streams? .+); ((?:no|of \d+|the one|both|all \d+) services? .+)\.$/,
    (name, state = '', streams, services) =>
      `Ist ${name} ${states[state] ?? state}: ${affected(streams)}; ${affected(services)}.`,
  ],
  [
    /^(\d+) other items? (?:isn’t|aren’t) OK\.$/,
    (count) => `${count} ${count === '1' ? 'weiterer Eintrag ist' : 'weitere Einträge sind'} nicht in Ordnung.`,
  ],
  // What hangs on a supplier.
  [
    /^As (contract holder|sub-supplier|maker|owner of other suppliers), (.+) alone carries ([^;]+)(?:; (.+) more would be at risk without it)?\.$/,
    (as = '', name, alone, more) =>
      `Als ${capacities[as] ?? as} trägt ${name} allein ${counts(alone)}${more === '' ? '' : `; zusätzlich ohne ihn gefährdet: ${counts(more)}`}.`,
  ],
  [
    /^Without (.+) as (contract holder|sub-supplier|maker|owner of other suppliers), (.+) would be at risk\.$/,
    (name, as = '', what) => `Ohne ${name} als ${capacities[as] ?? as} wären gefährdet: ${counts(what)}.`,
  ],
  [
    /^No value stream and no service hangs on (.+)\.$/,
    (name) => `Kein Wertstrom und kein Service hängt von ${name} ab.`,
  ],
]

/** A sentence that stands within another. */
function germanOf(english: string): string | undefined {
  for (const [pattern, say] of sayings) {
    const found = pattern.exec(english)
    if (found !== null) return say(...found.slice(1).map((each: string | undefined) => each ?? ''))
  }
  return undefined
}
