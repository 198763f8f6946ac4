import { describe, expect, it } from 'vitest'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { tributary } from './tributary.ts'

const draw = (...more: readonly string[]) => tributary(['draw', ...more, '--catalogue', builtInFolder('example')])

describe('tributary draw', () => {
  it.each([{ by: [] }, { by: ['--by', 'practice'] }])(
    'draws a stream as an SVG file of its own, $by',
    async ({ by }) => {
      const { stdout, code } = await draw('resolve-user-incident', ...by)
      expect(code).toBe(0)
      expect(stdout).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      expect(stdout).toContain('s incident</title>')
      expect(stdout).toContain('8 %')
      expect(stdout).not.toContain('<a ')
    },
  )

  it('has lanes by activity, or by practice', async () => {
    const lanes = async (by: string) => (await draw('resolve-user-incident', '--by', by)).stdout
    expect(await lanes('activity')).toContain('>Obtain/build<')
    expect(await lanes('practice')).toMatch(/>Service desk</)
  })

  it('says which streams there are where it doesn’t know one', async () => {
    const { stdout, stderr, code } = await draw('resolve-user-incidents')
    expect([stdout, code]).toEqual(['', 1])
    expect(stderr).toContain('Did you mean "resolve-user-incident"')
  })
})
