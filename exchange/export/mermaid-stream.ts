import type { Item, ItemRelation } from '../../graph/catalogue/catalogue.ts'
import { sharesOfWays } from '../../graph/stream/shares-of-ways.ts'
import { nameOf } from './exported.ts'
import type { Exported } from './exported.ts'
import { mermaidId, mermaidText } from './mermaid-text.ts'

/**
 * A value stream as a Mermaid flowchart: what sets it off, its steps each with the activity that it visits, the ways between
 * them with the part of the cases that take each, dotted where something is done again, and where it ends.
 * @param id of a value stream with steps: without any, only what sets it off is drawn.
 */
export function* exportMermaidStream({ items, relations }: Exported, id: string): Generator<string> {
  const steps = relations
    .filter(({ type, from }) => type === 'HAS_STEP' && from === id)
    .flatMap(({ to }) => items.get(to) ?? [])
    .sort((a, b) => Number(a.values['position']) - Number(b.values['position']))
  const isStep = new Set(steps.map((step) => step.id))
  const ways = Map.groupBy(
    relations.filter(({ type, from, to }) => type === 'NEXT' && isStep.has(from) && isStep.has(to)),
    ({ from }) => from,
  )
  const visits = new Map(relations.filter(({ type }) => type === 'VISITS').map(({ from, to }) => [from, to]))
  const starts = items.get(id)?.values['starts'] === 'OPPORTUNITY' ? 'Opportunity' : 'Demand'
  yield 'flowchart LR\n'
  yield `  start(["${starts}"])\n`
  for (const step of steps) yield stepBox(step, items.get(visits.get(step.id) ?? ''))
  const [first] = steps
  if (first === undefined) return
  yield '  finish(["Value"])\n'
  yield `  start --> ${mermaidId(first.id)}\n`
  for (const { id: from } of steps) yield* waysFrom(from, ways.get(from) ?? [])
}

function stepBox(step: Item, activity: Item | undefined): string {
  const visited = activity === undefined ? '' : `<br/>${mermaidText(nameOf(activity))}`
  return `  ${mermaidId(step.id)}["${mermaidText(nameOf(step))}${visited}"]\n`
}

function* waysFrom(from: string, written: readonly ItemRelation[]): Generator<string> {
  const next = written.map(({ to, values }) => ({
    to,
    ...(typeof values['share'] === 'number' ? { share: values['share'] } : {}),
    rework: values['rework'] === true,
  }))
  const { ways, ends } = sharesOfWays({ next }, undefined)
  for (const { to, share, rework } of ways) {
    const when = written.find((way) => way.to === to)?.values['when']
    yield way(from, mermaidId(to), [percent(share), ...(typeof when === 'string' ? [when] : [])], rework)
  }
  if (ends > 0) yield way(from, 'finish', [percent(ends)], false)
}

/** A way with what is said of it; that all cases take it says the picture. */
function way(from: string, to: string, words: readonly string[], again: boolean): string {
  const said = words.filter((word) => word !== '' && word !== '100 %')
  const label = said.length === 0 ? '' : `|"${mermaidText(said.join(', '))}"|`
  return `  ${mermaidId(from)} ${again ? '-.->' : '-->'}${label} ${to}\n`
}

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`
