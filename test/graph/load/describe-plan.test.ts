import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describePlan, summarizePlan } from '../../../graph/load/describe-plan.ts'
import { planLoad } from '../../../graph/load/plan.ts'
import type { Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { loadFiles, teams } from './loads.ts'

describe.each(storesUnderTest())('a plan in words, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())
  const described = async (files: Files) => describePlan(await planLoad(store, await catalogueOf(files)))

  it('of a first load', async () => {
    expect(await described(teams({ a: 'needs: [team/b]\n', b: '' }))).toBe(
      [
        '+ team/a  Team a',
        '+ team/b  Team b',
        '',
        'Plan: 2 items to add, 0 to change, 0 to remove; relations: 1 to add, 0 to change, 0 to remove.',
        'The title, the model, the findings or the site’s settings change.',
      ].join('\n'),
    )
  })

  it('of nothing', async () => {
    await loadFiles(store, teams({ a: '' }))
    expect(await described(teams({ a: '' }))).toBe('No changes. The graph holds what the catalogue says.')
  })

  it('of everything at once', async () => {
    const long = 'A sentence that is so long that nobody wants to read all of it in a plan.'
    await loadFiles(
      store,
      teams({ a: `summary: Short.\ncontact: x\nneeds: [team/b, team/c]\n`, b: '', c: '', d: '', e: '', f: '' }),
    )
    expect(
      await described({
        ...teams({
          a: `summary: ${long}\ntags: [x, y]\nneeds: [{to: team/b, note: "Two\\nlines."}]\npartOf: g\n`,
          b: '',
          d: '',
          e: '',
          g: '',
        }),
        'teams/f.yaml': '\nname: Team f\n',
      }),
    ).toBe(
      [
        '+ team/g  Team g',
        '~ team/a',
        '    ~ summary: Short. → A sentence that is so long that nobody wants to read all of…',
        '    + tags: ["x","y"]',
        '    - contact: x',
        '    + partOf: team/g',
        '    - needs: team/c',
        '    + needs: team/b: note: Two lines.',
        '- team/c  Team c',
        '',
        'Plan: 1 item to add, 1 to change, 1 to remove; relations: 1 to add, 1 to change, 1 to remove.',
        '1 item only moved in its file.',
      ].join('\n'),
    )
  })

  it('of what only moved', async () => {
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: '' }))
    expect(await described({ ...teams({ b: '' }), 'teams/a.yaml': '# Moved.\nname: Team a\nneeds: [team/b]\n' })).toBe(
      [
        'Plan: 0 items to add, 0 to change, 0 to remove; relations: 0 to add, 0 to change, 0 to remove.',
        '2 items and relations only moved in their files.',
      ].join('\n'),
    )
  })

  it('of another title', async () => {
    await loadFiles(store, teams({ a: '' }))
    const plan = await planLoad(
      store,
      await catalogueOf({ ...teams({ a: '' }), 'tributary.config.yaml': 'name: own\ntitle: Two\n' }),
    )
    expect(describePlan(plan)).toBe(summarizePlan(plan))
    expect(summarizePlan(plan)).toBe(
      [
        'Plan: 0 items to add, 0 to change, 0 to remove; relations: 0 to add, 0 to change, 0 to remove.',
        'The title, the model, the findings or the site’s settings change.',
      ].join('\n'),
    )
  })
})
