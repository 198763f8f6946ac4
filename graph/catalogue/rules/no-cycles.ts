import type { Rule } from '../rule.ts'
import type { FollowedRelation, View } from '../view.ts'

/** Relations that the model marks `acyclic`: parts of parts, call-offs of frameworks, decisions that supersede others. */
export const rule: Rule = {
  name: 'no-cycles',
  description: 'Relations that must not lead back to where they began don’t: parts, parents, successors.',
  severity: 'error',
  *check(view) {
    for (const relation of view.model.relations.values()) {
      if (!relation.acyclic) continue
      for (const circle of circles(view, relation.type)) {
        const [first] = circle
        if (first === undefined) continue
        yield {
          message: `"${relation.field}" goes in a circle: ${[...circle.map((each) => each.from), first.from].join(' → ')}.`,
          hint: 'Take one of these relations out.',
          place: first.place,
          item: first.from,
        }
      }
    }
  },
}

/** Each circle once. Depth first, without recursion: chains may be long. */
function circles(view: View, type: string): FollowedRelation[][] {
  const done = new Set<string>()
  const found: FollowedRelation[][] = []
  for (const start of view.relations) {
    if (start.type !== type || done.has(start.from)) continue
    const path: { readonly id: string; readonly next: FollowedRelation[] }[] = []
    const onPath = new Set<string>()
    const enter = (id: string): void => {
      path.push({ id, next: [...view.from(id, type)] })
      onPath.add(id)
    }
    enter(start.from)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const relation = top.next.shift()
      if (relation === undefined) {
        done.add(top.id)
        onPath.delete(top.id)
        path.pop()
      } else if (onPath.has(relation.to)) {
        const ids = path.slice(path.findIndex((each) => each.id === relation.to)).map((each) => each.id)
        found.push(
          ids.flatMap((id, i) => view.from(id, type).find((each) => each.to === (ids[i + 1] ?? relation.to)) ?? []),
        )
      } else if (!done.has(relation.to)) enter(relation.to)
    }
  }
  return found
}
