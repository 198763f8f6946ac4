import { describe, expect, it } from 'vitest'
import { siteFolder } from '../../cli/options.ts'
import { tributary } from './tributary.ts'

const example = ['--catalogue', 'catalogues/example']

describe('--audience', () => {
  it('answers from what the audience sees', async () => {
    const question = '{ contract(id: "cloud-production") { name number value { amount } } decisions { totalCount } }'
    const ask = async (...more: readonly string[]): Promise<unknown> =>
      JSON.parse((await tributary(['query', question, ...example, ...more])).stdout)
    expect(await ask()).toMatchObject({
      data: { contract: { number: 'C-104', value: { amount: 3_700_000 } }, decisions: { totalCount: 10 } },
    })
    expect(await ask('--audience', 'everyone')).toEqual({
      data: {
        contract: { name: 'Cloud production order', number: null, value: null },
        decisions: { totalCount: 0 },
      },
    })
  })

  it('names the audiences that there are where it is none of them', async () => {
    const { code, stdout, stderr } = await tributary(['impact', 'ticketing', ...example, '--audience', 'everone'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('The catalogue has no audience "everone". Did you mean "everyone"?')
  })

  it('has a site of its own', () => {
    expect(siteFolder({})).toBe('.tributary/site')
    expect(siteFolder({ audience: 'everyone' })).toBe('.tributary/site-everyone')
    expect(siteFolder({ audience: 'everyone', site: 'public' })).toBe('public')
  })
})
