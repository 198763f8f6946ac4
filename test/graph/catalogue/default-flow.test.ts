import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { catalogueWith } from './catalogue-folder.ts'

/** The ways of a stream whose steps are a, b and c, with what is written under b's name. */
async function ways(ofB: string): Promise<string[]> {
  const step = (id: string, more = ''): string =>
    `  - id: ${id}\n    name: ${id}\n    activity: engage\n    practices: [service-desk]\n${more}`
  const stream =
    'name: S\nperspective: TO_BE\nsituation: Any.\nstarts: DEMAND\ntrigger: T.\nvalue: V.\nvalueFor: [user]\nsteps:\n' +
    step('a') +
    step('b', ofB) +
    step('c')
  const folder = catalogueWith({
    'tributary.config.yaml': 'name: own\nextends: [itil4]\n',
    'stakeholders/user.yaml': 'name: User\nform: USER\n',
    'value-streams/s.yaml': stream,
  })
  const { catalogue, findings } = await readCatalogue(folder)
  if (catalogue === undefined) throw new Error(findings.map((each) => each.message).join('\n'))
  return catalogue.relations
    .filter((each) => each.type === 'NEXT')
    .map(
      ({ from, to, values, sources }) => `${from} → ${to} ${JSON.stringify(values)} line ${String(sources[0]?.line)}`,
    )
}

describe('the flow of a stream', () => {
  it('goes from step to step where nothing is said, and ends with the last', async () => {
    expect(await ways('')).toEqual([
      'step/s/a → step/s/b {"rework":false} line 9',
      'step/s/b → step/s/c {"rework":false} line 13',
    ])
  })

  it('ends in the middle where a step says so', async () => {
    expect(await ways('    next: []\n')).toEqual(['step/s/a → step/s/b {"rework":false} line 9'])
  })

  it('is what a step says, and nothing else', async () => {
    expect(await ways('    next:\n      - to: a\n        rework: true\n')).toEqual([
      'step/s/a → step/s/b {"rework":false} line 9',
      'step/s/b → step/s/a {"rework":true} line 18',
    ])
  })

  it('is the default where a field without a value takes back what is said', async () => {
    expect(await ways('    next:\n')).toHaveLength(2)
  })
})
