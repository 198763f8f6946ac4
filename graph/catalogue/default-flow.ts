import type { Model } from '../model/model.ts'
import type { Reference, ReferenceList } from './draft.ts'
import type { MergedItem } from './merge-layers.ts'

/**
 * Writes out the flow that streams leave unsaid: a step without `next` leads to the step that follows in its file (model,
 * `Step.next`). So the graph tells every way that a case can take, and a step without a way on is one where the stream ends.
 */
export function addDefaultFlow(items: Map<string, MergedItem>, model: Model): void {
  const relation = model.relations.get('NEXT')
  if (relation === undefined) return
  const streams = Map.groupBy(
    [...items.values()].filter((item) => relation.holders.includes(item.kind.name) && item.inside !== undefined),
    (step) => step.inside,
  )
  for (const steps of streams.values()) {
    steps.sort((a, b) => positionOf(a) - positionOf(b))
    steps.forEach((step, index) => {
      const following = steps[index + 1]
      const [draft] = step.drafts
      if (
        following === undefined ||
        draft === undefined ||
        step.references.get(relation.field)?.references !== undefined
      )
        return
      const way: Reference = { written: following.id, place: draft.place, values: {} }
      const list: ReferenceList = { relation, place: draft.place, references: [way], unreadable: false }
      const references = new Map(step.references).set(relation.field, list)
      const drafts = [
        { ...draft, references: new Map(draft.references).set(relation.field, list) },
        ...step.drafts.slice(1),
      ]
      items.set(step.id, { ...step, drafts, references })
    })
  }
}

const positionOf = (step: MergedItem): number => Number(step.values.get('position')?.value)
