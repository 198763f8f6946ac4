import { hitShare as shareOfParts } from '../../../../graph/impact/hit-share.ts'
import type { Impact } from '../../../../graph/impact/impact.ts'
import { targetsOf } from '../../catalogue/catalogue.ts'
import type { Item } from '../../catalogue/catalogue.ts'
import type { ReadStream } from '../../catalogue/read-streams.ts'
import { failedStates } from '../../impact/question.ts'
import { messages } from '../../messages/messages.ts'
import { partText } from '../../words/values.ts'
import { stateWords } from '../../words/states.ts'
import { itemLink, itemNamed } from '../item-link.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Cell } from '../section.ts'
import { foldedTable, mostFolded, mostOpen, stateCell } from './impact-cells.ts'

/** So many steps of a stream are named for each state: the stream's page has all. */
const mostSteps = 4

/** The value streams that a failure hits, with the steps of each and what part of the lead time they carry. */
export function hitStreams({ item: page, catalogue }: PageContext, found: Impact): Block[] {
  const hit = [...found.affected.values()].filter(({ item }) => item.kind === 'ValueStream' && item.id !== page.id)
  if (hit.length === 0) return []
  const rows = hit.slice(0, mostOpen + mostFolded).map(({ item, state }) => {
    const stream = itemNamed(catalogue, item)
    const share = hitShare(catalogue.streams.get(item.id), found)
    return {
      cells: [
        { strong: true, links: [itemLink(stream)] },
        stateCell(state),
        { text: share === undefined ? messages.words.notRecorded : partText(share) },
        stepsCell(stream, found),
      ],
    }
  })
  const columns = [
    { title: messages.words.valueStream },
    { title: messages.impact.state },
    { title: messages.impact.ofLeadTime, numeric: true },
    { title: messages.impact.stepsHit, wide: true },
  ]
  return foldedTable({ label: messages.impact.streamsHit, steady: true, columns, rows }, mostOpen, hit.length)
}

/** The part of a stream's expected lead time that its degraded and down steps carry. */
export function hitShare(stream: Pick<ReadStream, 'measures'> | undefined, found: Impact): number | undefined {
  const parts = (stream?.measures.steps ?? []).flatMap(({ step, shareOfLeadTime: part }) =>
    part == null ? [] : [[step.id, part] as const],
  )
  return shareOfParts(parts.length === 0 ? undefined : new Map(parts), found, 'DEGRADED')
}

/** The steps that are hit, in the stream's order, the worst state first. */
function stepsCell(stream: Item, { affected }: Impact): Cell {
  const steps = targetsOf(stream, 'HAS_STEP').map(({ item }) => item)
  const details = failedStates.flatMap((state) => {
    const hit = steps.filter(({ id }) => affected.get(id)?.state === state)
    const links = hit.slice(0, mostSteps).map((step) => itemLink(step))
    const left = hit.length - links.length
    const cell = { inline: true, links, ...(left > 0 ? { sub: messages.more.andMore(left) } : {}) }
    return hit.length === 0 ? [] : [{ label: messages.impact.stateOf(stateWords(state).text), cell }]
  })
  return { details }
}
