import { describe, expect, it } from 'vitest'
import { SearchEngine } from '../../../site/src/search/search-engine.ts'
import type { SearchFile } from '../../../site/src/search/search-file.ts'

const file: SearchFile = {
  kinds: [
    ['Practice', 'Practices', 'practices', 'chain', 3],
    ['Schritt', 'Schritte', 'steps', 'stream', 2],
    ['Team', 'Teams', 'teams', 'resource', 1],
    ['Wertstrom', 'Wertströme', 'value-streams', 'stream', 2],
  ],
  names: [
    'Change enablement',
    'Incident management',
    'Organizational change management',
    'Capture',
    'Capture',
    'Müller’s team',
    'Resolve an incident',
    'Fulfil a request',
  ],
  paths: [
    'change-enablement',
    'incident-management',
    'organizational-change-management',
    'resolve/capture',
    'fulfil/capture',
    'mueller',
    'resolve',
    'fulfil',
  ],
  summaries: [
    'Changes go live safely.',
    'Getting users back to work.',
    'The human side of change.',
    'Straße und Ort.',
    '',
    'They keep the incident books.',
    'From a user who cannot work to one who can.',
    'Order-entry, from asking to having it.',
  ],
  aliases: [
    [0, ['Change management', 'Change control']],
    [1, ['Ticketing']],
  ],
  within: [6, 6, 0, 7, 8, 0, 6, 0],
}

const engine = await SearchEngine.prepare(file, '/itsm/', 'en')
const names = (words: string, only: readonly string[] = []): string[] =>
  engine
    .search(words, new Set(only))
    .items(0, 10)
    .map(({ name }) => name)

describe('the search', () => {
  it('finds by the beginnings of words, whatever case, diacritics, punctuation and order', () => {
    expect(names('MULL')).toStrictEqual(['Müller’s team'])
    expect(names('strasse')).toStrictEqual(['Capture'])
    expect(names('entry order')).toStrictEqual(['Fulfil a request'])
    expect(names('incid')).toStrictEqual(['Incident management', 'Resolve an incident', 'Müller’s team'])
  })

  it('puts who is called so first: by name, then by another name, then by what is said of it', () => {
    expect(names('change management')).toStrictEqual(['Change enablement', 'Organizational change management'])
    expect(names('change managem')[0]).toBe('Change enablement')
    expect(names('organizational ch')[0]).toBe('Organizational change management')
    expect(names('ticketing')).toStrictEqual(['Incident management'])
  })

  it('finds the ends of words in German names, where they are put together', async () => {
    const german = { ...file, names: [...file.names.slice(0, -1), 'Störungsmanagement'] }
    const found = async (locale: string): Promise<string[]> =>
      (await SearchEngine.prepare(german, '/', locale))
        .search('manag')
        .items(0, 10)
        .map(({ name }) => name)
    expect(await found('de')).toContain('Störungsmanagement')
    expect(await found('en')).not.toContain('Störungsmanagement')
  })

  it('finds what was meant where a letter is wrong, missing, too much or swapped', () => {
    for (const typed of ['tiketing', 'tickketing', 'tickeitng', 'tickating', 'tikceting']) {
      expect(names(typed)).toStrictEqual(['Incident management'])
    }
    expect(names('change managment')[0]).toBe('Change enablement')
    expect(names('xyz')).toStrictEqual([])
  })

  it('takes what was typed as it stands where anything has it, and never another number', async () => {
    const renamed = ['Change', 'Charge', 'Charges', 'Room 1042', ...file.names.slice(4)]
    const other = await SearchEngine.prepare({ ...file, names: renamed }, '/', 'en')
    expect(other.search('charge').items(0, 10)).toMatchObject([{ name: 'Charge' }, { name: 'Charges' }])
    expect(other.search('room 1042').total).toBe(1)
    expect(other.search('1043').total).toBe(0)
  })

  it('tells which words were found', () => {
    expect(engine.search('tiketing').items(0, 1)[0]?.matches).toContain('ticketing')
    expect(engine.search('manag').items(0, 1)[0]?.matches).toContain('management')
  })

  it('knows kinds by what the site calls them, and leads to the list of each', () => {
    expect(engine.search('wertstr')).toMatchObject({
      total: 2,
      kinds: [{ href: '/itsm/value-streams/', name: 'Wertströme', count: 2 }],
    })
    expect(engine.search('value-streams').kinds).toHaveLength(1)
    expect(names('wertstrom incident')).toStrictEqual(['Resolve an incident'])
    expect(engine.search('we').kinds).toStrictEqual([])
  })

  it('finds only the kinds that are asked for, and counts the others all the same', () => {
    expect(names('incident', ['teams'])).toStrictEqual(['Müller’s team'])
    expect(engine.search('incident', new Set(['teams']))).toMatchObject({
      total: 1,
      byKind: new Map([
        ['practices', 1],
        ['teams', 1],
        ['value-streams', 1],
      ]),
    })
  })

  it('says which item a result is inside of, or who owns it', () => {
    expect(
      engine
        .search('capture')
        .items(0, 2)
        .map(({ href, within }) => [href, within]),
    ).toStrictEqual([
      ['/itsm/steps/resolve/capture/', { name: 'Resolve an incident', is: 'holder' }],
      ['/itsm/steps/fulfil/capture/', { name: 'Fulfil a request', is: 'holder' }],
    ])
    expect(engine.search('enablement').items(0, 1)[0]?.within).toStrictEqual({ name: 'Müller’s team', is: 'owner' })
  })

  it('gives what has some of the words where nothing has all, and says so', () => {
    expect(engine.search('incident nowhere')).toMatchObject({ total: 3, hasAll: false })
    expect(engine.search('incident')).toMatchObject({ total: 3, hasAll: true })
    expect(engine.search('  ')).toMatchObject({ total: 0 })
  })

  it('does without items', async () => {
    const none = { kinds: [], names: [], paths: [], summaries: [], aliases: [], within: [] }
    expect((await SearchEngine.prepare(none, '/', 'en')).search('incident')).toMatchObject({ total: 0, kinds: [] })
  })
})
