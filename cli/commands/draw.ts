import { Command, Option } from 'commander'
import { asking } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'
import { unknownStream } from '../stream/unknown-stream.ts'

export const position = 330

/** What the command line said, by option. */
interface Said extends GraphAsked {
  readonly by: 'activity' | 'practice'
}

export const command = new Command('draw')
  .description('Draw a value stream as an SVG picture: swim lanes, ways and loops, and its timeline ladder.')
  .argument('<id>', 'its id, or the last part of it')
  .addOption(
    new Option('--by <lanes>', 'a lane for each activity or for each practice')
      .choices(['activity', 'practice'])
      .default('activity'),
  )
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText('after', '\n  $ tributary draw resolve-user-incident --by practice > incident.svg')
  .action(async (id: string, said: Said) => {
    await asking(said, async (api) => {
      const { drawStream } = await import('../../site/draw-stream.ts')
      const whole = id.startsWith('value-stream/') ? id : `value-stream/${id}`
      const lanesBy = said.by === 'activity' ? 'ACTIVITY' : 'PRACTICE'
      const svg = await drawStream(api.execute, whole, lanesBy)
      if (svg === undefined) throw await unknownStream(api, id)
      answer(svg.trimEnd())
    })
  })
