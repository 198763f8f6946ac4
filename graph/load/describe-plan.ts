import type { JsonValue } from '../store/store.ts'
import { isEmpty } from './plan.ts'
import type { FieldChange, Plan } from './plan.ts'
import { countChanges, itemChanges } from './revision.ts'

const signs = { added: '+', changed: '~', removed: '-' } as const

/** A plan as people read infrastructure plans: one line an item, one a field that changes, and the sums. */
export function describePlan(plan: Plan): string {
  if (isEmpty(plan)) return 'No changes. The graph holds what the catalogue says.'
  const lines: string[] = []
  for (const { action, id, name, fields } of itemChanges(plan)) {
    lines.push(`${signs[action]} ${id}${action === 'changed' ? '' : `  ${name}`}`, ...fields.map(describeField))
  }
  return [...lines, ...(lines.length === 0 ? [] : ['']), summarizePlan(plan)].join('\n')
}

/** The sums of a plan: "Plan: 3 items to add, 1 to change, 0 to remove; …". */
export function summarizePlan(plan: Plan): string {
  const { nodes, relations } = plan
  const { added, changed, removed } = countChanges(plan)
  const sums = [
    `Plan: ${String(added)} ${added === 1 ? 'item' : 'items'} to add, ${String(changed)} to change, ${String(removed)} to remove`,
    `relations: ${String(relations.added.length)} to add, ${String(relations.changed.length)} to change, ${String(relations.removed.length)} to remove.`,
  ]
  const moved = nodes.moved.length + relations.moved.length
  return [
    sums.join('; '),
    ...(moved === 0
      ? []
      : [
          moved === 1
            ? '1 item only moved in its file.'
            : `${String(moved)} items and relations only moved in their files.`,
        ]),
    ...(plan.catalogueChanges ? ['The title, the model, the findings or the site’s settings change.'] : []),
    // It follows from what else changes; alone it would look like nothing.
    ...(isOnlyCompleteness(plan) ? ['How complete items are changes.'] : []),
  ].join('\n')
}

const isOnlyCompleteness = (plan: Plan): boolean =>
  plan.completenessChanges && isEmpty({ ...plan, completenessChanges: false })

function describeField({ field, before, after }: FieldChange): string {
  if (before === undefined) return `    + ${field}: ${excerpt(after)}`
  if (after === undefined) return `    - ${field}: ${excerpt(before)}`
  return `    ~ ${field}: ${excerpt(before)} → ${excerpt(after)}`
}

/** A value in one line of at most 60 characters. */
function excerpt(value: JsonValue | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
