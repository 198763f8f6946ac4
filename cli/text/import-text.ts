import { excerpt } from '../../exchange/import/excerpt.ts'
import type { Imported, LeftOut } from '../../exchange/import/imported.ts'
import type { FieldChange } from '../../exchange/import/merge-fields.ts'
import { notTakenFile } from '../../exchange/import/not-taken.ts'
import type { ImportPlan, Kept } from '../../exchange/import/plan-import.ts'

/** An import that was planned, and perhaps applied. */
export interface ImportDone {
  readonly imported: Imported
  readonly plan: ImportPlan
  readonly applied: boolean
}

/** How many lines of items, and of each reason why something was left out, are shown. */
const most = { items: 40, reasons: 20, each: 5 }

/** An import as one object: `{system, into, records, plan: {added, changed, moved, removed, kept, unchanged}, leftOut, notes, applied}`. */
export function importJson({ imported, plan, applied }: ImportDone): object {
  const { target, added, changed, moved, removed, kept, unchanged, leftOut } = plan
  return {
    system: target.system,
    into: target.into,
    records: imported.records,
    plan: {
      added,
      changed: changed.map(({ fields, ...item }) => ({
        ...item,
        fields: fields.map(({ moved: _moved, ...field }) => field),
      })),
      moved,
      removed,
      kept,
      unchanged,
    },
    leftOut,
    notes: imported.notes ?? [],
    applied,
  }
}

/** An import as people read it: what changes, what people's hands kept, what was left out and why. */
export function importText({ imported, plan, applied }: ImportDone, all: boolean): string {
  const { target, added, changed, moved, removed, unchanged } = plan
  const lines = [
    ...added.map(({ id, name }) => `+ ${id}  ${name}`),
    ...changed.flatMap(({ id, fields }) => [`~ ${id}`, ...fields.map(fieldLine)]),
    ...removed.map(({ id, name }) => `- ${id}  ${name}`),
  ]
  const sums = [
    `${many(added.length, 'item')} ${applied ? 'added' : 'to add'}`,
    `${number(changed.length)} ${applied ? 'changed' : 'to change'}`,
    `${number(removed.length)} ${applied ? 'removed' : 'to remove'}`,
    `${number(unchanged)} unchanged`,
  ]
  const parts = [
    cut(lines, all ? Infinity : most.items),
    [
      `${target.system} → ${target.into}: ${number(imported.records)} ${imported.recordsAre} read; ${sums.join(', ')}.`,
      ...(moved.length === 0 ? [] : [`${many(moved.length, 'item')} only moved in the source.`]),
    ],
    imported.notes ?? [],
    keptLines(plan.kept, all),
    leftOutLines(plan, applied, all),
  ]
  return parts.flatMap((part) => (part.length === 0 ? [] : [part.join('\n')])).join('\n\n')
}

function fieldLine({ field, before, after }: FieldChange): string {
  if (before === undefined) return `    + ${field}: ${short(after)}`
  if (after === undefined) return `    - ${field}: ${short(before)}`
  if (!Array.isArray(before) || !Array.isArray(after)) return `    ~ ${field}: ${short(before)} → ${short(after)}`
  const [old, wanted] = [before.map(told), after.map(told)]
  const gone = old.filter((each) => !wanted.includes(each)).map((each) => `- ${each}`)
  const come = wanted.filter((each) => !old.includes(each)).map((each) => `+ ${each}`)
  const changes = [...gone, ...come]
  return `    ~ ${field}: ${changes.length === 0 ? 'in another order' : changes.join(', ')}`
}

/** An entry of a list, without where the source says it. */
function told(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return short(entry)
  const { record: _record, to, ...rest } = entry as Readonly<Record<string, unknown>>
  if (to === undefined) return short(rest)
  return Object.keys(rest).length === 0 ? short(to) : short(`${String(to)} ${JSON.stringify(rest)}`)
}

function keptLines(kept: readonly Kept[], all: boolean): string[] {
  if (kept.length === 0) return []
  const lines = kept.map(({ file, field, stands, says, reason }) =>
    field === undefined
      ? `  ${file}: ${reason ?? ''}`
      : `  ${file}: ${field} is ${stands === undefined ? 'taken out' : short(stands)}; the system says ${says === undefined ? 'nothing' : short(says)}`,
  )
  return ['Kept as people wrote it:', ...cut(lines, all ? Infinity : most.items)]
}

function leftOutLines({ leftOut, target }: ImportPlan, applied: boolean, all: boolean): string[] {
  if (leftOut.length === 0) return ['Nothing was left out.']
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason)
  const reasons = [...byReason].sort(([, a], [, b]) => b.length - a.length)
  const shown = reasons.slice(0, all ? undefined : most.reasons)
  const records = new Set(leftOut.filter(({ part }) => part === undefined).map(({ record }) => record))
  const parts = leftOut.length - leftOut.filter(({ part }) => part === undefined).length
  return [
    `Left out: ${many(records.size, 'whole record')}, ${many(parts, 'part')} of others${applied ? ` (all of it in ${target.into}/${notTakenFile})` : ''}:`,
    ...shown.flatMap(([reason, list]) => reasonLines(reason, list, all)),
    ...(shown.length < reasons.length
      ? [`  and ${many(reasons.length - shown.length, 'more reason')}; --all shows them.`]
      : []),
  ]
}

/** One reason with what it is given for; a hint that is the same for all of it is told once. */
function reasonLines(reason: string, list: readonly LeftOut[], all: boolean): string[] {
  const hints = new Set(list.map(({ hint }) => hint))
  const [only] = hints.size === 1 ? hints : []
  return [
    `  ${list.length > 1 ? `${number(list.length)} times: ` : ''}${reason}${only === undefined ? '' : ` ${only}`}`,
    ...cut(
      list.map((each) => leftOutLine(each, only === undefined)),
      all ? Infinity : most.each,
    ),
  ]
}

const leftOutLine = ({ record, part, text, hint }: LeftOut, hinted: boolean): string =>
  `      ${record}${part === undefined ? '' : ` ${part}`}: ${short(text)}${hint === undefined || !hinted ? '' : `  (${hint})`}`

function cut(lines: readonly string[], at: number): string[] {
  if (lines.length <= at) return [...lines]
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? ''
  return [...lines.slice(0, at), `${indent}… and ${many(lines.length - at, 'more line')}; --all shows them.`]
}

function short(value: unknown): string {
  const text = excerpt(value)
  return text.length > 70 ? `${text.slice(0, 69)}…` : text
}

const number = (count: number): string => count.toLocaleString('en')
const many = (count: number, what: string): string => `${number(count)} ${what}${count === 1 ? '' : 's'}`
