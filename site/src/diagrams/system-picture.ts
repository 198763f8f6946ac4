import { targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { stepsOf } from '../page/flow.ts'
import type { Picture } from './picture.ts'
import { emptyChain, streamPicture } from './stream-picture.ts'
import type { Room } from './stream-picture.ts'
import { aroundLanes } from './system-layout.ts'

/** The three ideas in one picture: the system around the chain, and one stream on its way through it. */
export interface SystemPicture {
  readonly description: string
  /** The chain's lanes, with the stream's line where there is a stream. */
  readonly chain: Picture
  /** The stream that is drawn. */
  readonly stream: { readonly name: string; readonly href: string; readonly others: number } | undefined
  /** Parts of the system around the chain, with their pages. */
  readonly above: readonly Part[]
  readonly below: readonly Part[]
}

/** A part of the system. */
export interface Part {
  readonly name: string
  readonly href: string | undefined
  readonly note: string
}

/** A picture of more steps than this tells the start page's reader more than it should. */
const mostSteps = 7

/** Draws the system of a catalogue, with its most telling stream: to-be, short, and through many activities. */
export function systemPicture(catalogue: Catalogue, room: Room): SystemPicture {
  const streams = catalogue.byKind.get('ValueStream') ?? []
  const [stream] = [...streams].sort((a, b) => telling(b) - telling(a))
  const drawn = stream && streamPicture(stream, catalogue, room, aroundLanes[room])
  const count = (kind: string): number => catalogue.byKind.get(kind)?.length ?? 0
  const part = (kind: string, name: string, note: string): Part => {
    const known = catalogue.model.kinds.get(kind)
    return { name, note, href: known && linkTo({ allOf: known }) }
  }
  return {
    description:
      `${messages.system.description} ` +
      (stream === undefined ? messages.system.noStream : messages.system.streamDrawn(stream.name)),
    chain: drawn ?? emptyChain(catalogue, room, aroundLanes[room]),
    stream: stream && { name: stream.name, href: linkTo(stream), others: streams.length - 1 },
    above: [
      part('GuidingPrinciple', messages.system.principles, String(count('GuidingPrinciple'))),
      part('GoverningBody', messages.system.governance, messages.system.governanceNote),
    ],
    below: [
      part('Practice', messages.system.practices, String(count('Practice'))),
      part('Improvement', messages.system.improvement, ''),
    ],
  }
}

function telling(stream: Item): number {
  const steps = stepsOf(stream)
  const visited = new Set(steps.flatMap((step) => targetsOf(step, 'VISITS').map(({ item }) => item))).size
  return visited + (stream.values['perspective'] === 'TO_BE' ? 10 : 0) - (steps.length > mostSteps ? 5 : 0)
}
