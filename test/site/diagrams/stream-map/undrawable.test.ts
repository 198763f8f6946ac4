import { afterAll, expect, it, vi } from 'vitest'
import { program } from '../../../../cli/main.ts'
import { Failure } from '../../../../cli/failure.ts'
import { pageDrawings } from '../../../../site/src/diagrams/stream-map/page-drawings.ts'
import { writtenStreams } from '../written-streams.ts'
import { steadyMap } from './steady-map.ts'

vi.mock('elkjs/lib/elk.bundled.js', () => ({
  default: class {
    layout(): Promise<never> {
      return Promise.reject(new RangeError('Maximum call stack size exceeded'))
    }
  },
}))

const written = writtenStreams({ any: [{ id: 'a' }, { id: 'b' }] })
afterAll(written.remove)

it('a page says that its stream can’t be drawn, and goes on', async () => {
  expect(await pageDrawings(steadyMap(5))).toMatch(
    /^This stream can’t be drawn: no room was found for 5 steps and \d+ ways \(Maximum call stack size exceeded\)\.$/,
  )
})

it('the command line ends with a message', async () => {
  const run = (await program()).parseAsync(['draw', 'any', '--catalogue', written.folder], { from: 'user' })
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Failure)
  expect(error).toMatchObject({
    exitCode: 1,
    message: 'This stream can’t be drawn: no room was found for 2 steps and 1 way (Maximum call stack size exceeded).',
  })
})
