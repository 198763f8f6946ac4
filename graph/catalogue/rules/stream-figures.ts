import { measure } from '../../stream/measures.ts'
import type { MissingKind } from '../../stream/missing.ts'
import type { Stream } from '../../stream/stream.ts'
import type { MergedItem } from '../merge-layers.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'
import type { View } from '../view.ts'

/** What about a flow makes figures rest on an assumption. */
const assumptions: readonly MissingKind[] = ['UNREACHABLE', 'OPTIONAL_SHARE', 'BRANCH_SHARE']

/** A stream's flow must come to an end, and say who passes optional steps by: else its figures can't be, or assume something. */
export const rule: Rule = {
  name: 'stream-figures',
  description: 'Every value stream’s flow ends, reaches all its steps and says the shares that its figures need.',
  severity: 'warning',
  *check(view) {
    for (const item of view.items.values()) {
      if (item.kind.name !== 'ValueStream' || dangles(item, view)) continue
      const stream = streamOf(item, view)
      if (stream.steps.length === 0) continue
      const { measures, problems = [] } = measure(stream)
      for (const { kind, steps, message } of problems) {
        // Ways to other streams and shares above 100 are errors of `step-flow`.
        if (kind === 'NO_END')
          yield found(view, item, steps, `No figures of "${nameOf(item)}" can be worked out. ${message}`)
      }
      for (const { what, steps, message } of measures?.missing ?? []) {
        if (assumptions.includes(what)) yield found(view, item, steps, `Value stream "${nameOf(item)}": ${message}`)
      }
      for (const step of stream.steps) {
        const forward = (step.next ?? []).find(({ to, rework }) => rework && positionOf(stream, to) > step.position)
        if (forward === undefined) continue
        yield found(
          view,
          item,
          [step.id],
          `Step "${step.name}" says "rework" of a way that leads on, to ${forward.to}.`,
        )
      }
    }
  },
}

/** A finding at the first of some steps. */
function found({ items }: View, stream: MergedItem, steps: readonly string[], message: string): RuleFinding {
  const [first = stream] = steps.flatMap((id) => items.get(id) ?? [])
  return { message, hint, place: placeIn(first, 'next'), item: first.id }
}

const hint = 'Say in "next" where cases go, with shares; "next: []" where the stream ends, "rework: true" on ways back.'

const positionOf = (stream: Stream, id: string): number => stream.steps.find((step) => step.id === id)?.position ?? 0

/** Whether a way leads nowhere: that is reported, and what follows from it needn't be. */
const dangles = ({ id }: MergedItem, { items, from }: View): boolean =>
  from(id, 'HAS_STEP').some(({ to: step }) => {
    const written = items.get(step)?.references.get('next')?.references?.length ?? 0
    return written > from(step, 'NEXT').length
  })

/** A stream as far as its flow goes. */
function streamOf(item: MergedItem, { items, from }: View): Stream {
  const steps = from(item.id, 'HAS_STEP').flatMap(({ to }) => items.get(to) ?? [])
  return {
    ...{ id: item.id, name: nameOf(item), perspective: 'AS_IS', timesIn: 'WORKING_TIME' },
    steps: steps.map((step) => ({
      ...{ id: step.id, name: nameOf(step), position: Number(step.values.get('position')?.value) },
      ...{ optional: step.values.get('optional')?.value === true, activity: '' },
      ...{ practices: [], performedBy: [], contracts: [], suppliers: [] },
      next: from(step.id, 'NEXT').map(({ to, values }) => ({
        ...{ to, rework: values['rework'] === true },
        share: typeof values['share'] === 'number' ? values['share'] : undefined,
      })),
    })),
  }
}
