import { expect, it } from 'vitest'
import { searchEngine } from '../../../site/src/scripts/search-engine.ts'

const search = searchEngine(
  {
    kinds: [
      ['Practice', 'practices', 'chain'],
      ['Team', 'teams', 'resource'],
    ],
    items: [
      [0, 'change-enablement', 'Change enablement', 'Changes go live safely.', 'Change management'],
      [0, 'incident-management', 'Incident management', 'Getting users back to work.'],
      [0, 'organizational-change-management', 'Organizational change management', 'The human side of change.'],
      [1, 'mueller', 'Müller’s team', 'They keep the incident books.'],
    ],
  },
  '/itsm/',
)
const names = (words: string): string[] => search(words).map(({ name }) => name)

it('finds by the beginning of a word, whatever case and diacritics', () => {
  expect(names('muell')).toStrictEqual([])
  expect(names('MULL')).toStrictEqual(['Müller’s team'])
  expect(names('incid')).toStrictEqual(['Incident management', 'Müller’s team'])
})

it('finds by other names, and with a letter wrong', () => {
  expect(names('change managem')).toStrictEqual(['Change enablement', 'Organizational change management'])
  expect(names('incidnet')).toContain('Incident management')
})

it('links under the base', () => {
  expect(search('books')[0]?.href).toBe('/itsm/teams/mueller/')
})
