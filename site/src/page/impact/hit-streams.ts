import { hitShare as shareOfParts } from '../../../../graph/impact/hit-share.ts'
import type { Impact } from '../../../../graph/impact/impact.ts'
import { targetsOf } from '../../catalogue/catalogue.ts'
import type { Item } from '../../catalogue/catalogue.ts'
import type { ReadStream } from '../../catalogue/read-streams.ts'
import { failedStates } from '../../impact/question.ts'
import { partText } from '../../words/values.ts'
import { stateWords } from '../../words/states.ts'
import { itemLink, itemNamed } from '../item-link.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Cell } from '../section.ts'
import { foldedTable, stateCell } from './impact-cells.ts'

/** The value streams that a failure hits, with the steps of each and what part of the lead time they carry. */
export function hitStreams({ item: page, catalogue }: PageContext, found: Impact): Block[] {
  const hit = [...found.affected.values()].filter(({ item }) => item.kind === 'ValueStream' && item.id !== page.id)
  if (hit.length === 0) return []
  const rows = hit.map(({ item, state }) => {
    const stream = itemNamed(catalogue, item)
    const share = hitShare(catalogue.streams.get(item.id), found)
    return {
      cells: [
        { strong: true, links: [itemLink(stream)] },
        stateCell(state),
        { text: share === undefined ? 'not recorded' : partText(share) },
        stepsCell(stream, found),
      ],
    }
  })
  const columns = [
    { title: 'Value stream' },
    { title: 'State' },
    { title: 'Of its lead time', numeric: true },
    { title: 'Steps hit', wide: true },
  ]
  return foldedTable({ label: 'Value streams that are hit', steady: true, columns, rows })
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
    const links = hit.map((step) => itemLink(step))
    return hit.length === 0 ? [] : [{ label: `${stateWords(state).text}:`, cell: { inline: true, links } }]
  })
  return { details }
}
