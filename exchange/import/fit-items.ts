import { nameFormat } from '../../graph/catalogue/id-name.ts'
import { Report } from '../../graph/catalogue/report.ts'
import type { Kind, Model } from '../../graph/model/model.ts'
import { kindOf } from '../../graph/model/model.ts'
import { breakCycles } from './break-cycles.ts'
import { fitFields } from './fit-fields.ts'
import { leftOutWhole } from './left-out-whole.ts'
import { ReferenceFitter } from './fit-references.ts'
import type { FileValue, Imported, ImportedItem, LeftOut } from './imported.ts'
import { ImportError } from './imported.ts'
import type { CatalogueInView } from './known-catalogue.ts'

/** What of an import can be written, and what can't. */
export interface Fitted {
  /** With fields in the words of people's files, sorted by id. */
  readonly items: readonly ImportedItem[]
  /** What the importer left out, and what the catalogue would refuse. */
  readonly leftOut: readonly LeftOut[]
}

/** What else an import must know. */
export interface FitOptions {
  readonly system: string
  /** Items of the layer that stay though they aren't imported, with their kinds. */
  readonly standing: ReadonlyMap<string, string>
  /** Ids of items that people don't want: their files were deleted by hand. */
  readonly unwanted: ReadonlySet<string>
}

/**
 * Makes of an import what the catalogue reads without errors: fields that its reader refuses, references that lead nowhere
 * and circles are left out; then items that lack what their kind requires, and references to them.
 * @throws ImportError for ids that can't be, or that two items have: the importer's mistake.
 */
export function fitItems(imported: Imported, known: CatalogueInView, options: FitOptions): Fitted {
  refuseIds(imported.items)
  const leftOut: LeftOut[] = [...imported.leftOut]
  let items: ImportedItem[] = []
  for (const item of [...imported.items].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (options.unwanted.has(item.id)) {
      leftOut.push(
        ...leftOutWhole(
          item,
          'Its file was deleted by hand.',
          `To import it again, take ${item.id} out of .imported.jsonl. To leave it out for good, name it under "without" in tributary.config.yaml.`,
        ),
      )
      continue
    }
    const fitted = fitFields(item, known.model, options.system)
    leftOut.push(...fitted.leftOut)
    if (fitted.fields !== undefined) items.push({ ...item, fields: fitted.fields })
  }
  const report = new Report()
  for (;;) {
    const reachable = reachableIds(items, known, options)
    const fitter = new ReferenceFitter(known.model, reachable, leftOut, report)
    items = items.map((item) => ({ ...item, fields: fitter.fit(item.fields, item.kind, item.id, item.record) }))
    items = breakCycles(items, known.model, leftOut)
    const whole = items.filter((item) => isWhole(item, items, known, leftOut))
    if (whole.length === items.length) return { items, leftOut }
    items = whole
  }
}

function refuseIds(items: readonly ImportedItem[]): void {
  const seen = new Map<string, string>()
  const problems: string[] = []
  for (const { id, kind, record } of items) {
    const name = id.slice(kind.idPrefix.length + 1)
    if (!id.startsWith(`${kind.idPrefix}/`) || !nameFormat.test(name) || kind.inside !== undefined) {
      problems.push(`${record}: "${id}" can't be the id of a ${kind.name} with a file of its own.`)
    }
    const first = seen.get(id)
    if (first === undefined) seen.set(id, record)
    else problems.push(`${record}: ${id} is the id of ${first} too.`)
  }
  if (problems.length > 0) throw new ImportError(problems.join('\n'))
}

function reachableIds(
  items: readonly ImportedItem[],
  known: CatalogueInView,
  options: FitOptions,
): Map<string, string> {
  const reachable = new Map([...known.items.values()].map(({ id, kind }) => [id, kind]))
  for (const [id, kind] of options.standing) reachable.set(id, kind)
  for (const { id, kind, fields } of items) {
    reachable.set(id, kind.name)
    for (const [inner, name] of inside(id, kind, fields, known.model)) reachable.set(inner, name)
  }
  return reachable
}

/** Ids and kinds of items that are written inside of one. */
function inside(id: string, kind: Kind, fields: ImportedItem['fields'], model: Model): (readonly [string, string])[] {
  return kind.written
    .filter((each) => each.inside)
    .flatMap((relation) => {
      const { idPrefix, name } = kindOf(model, relation.targets[0] ?? '')
      const entries = fields[relation.field]
      return (Array.isArray(entries) ? (entries as readonly FileValue[]) : []).map((entry) => {
        const last = (entry as Readonly<Record<string, FileValue>> | null)?.['id']
        return [`${idPrefix}/${id.slice(id.indexOf('/') + 1)}/${String(last)}`, name] as const
      })
    })
}

/** Whether an item has what its kind requires, from this import or another layer. One that hasn't is left out, and told. */
function isWhole(
  item: ImportedItem,
  items: readonly ImportedItem[],
  known: CatalogueInView,
  leftOut: LeftOut[],
): boolean {
  const elsewhere = known.merged.get(item.id)
  const missing = [
    ...item.kind.attributes
      .filter((each) => each.required && !each.derived && each.default === undefined)
      .filter(({ name }) => item.fields[name] == null && elsewhere?.values.get(name)?.value === undefined),
    ...item.kind.relations
      .filter(({ field, required }) => required && isNothing(item.fields[field]))
      .filter(({ field }) => isNothing(elsewhere?.references.get(field)?.references))
      .filter((each) => !(each.eitherEnd && isSaidAtTarget(item.id, each.inverse, items))),
  ]
  const [first] = missing
  if (first === undefined) return true
  const field = 'field' in first ? first.field : first.name
  leftOut.push(
    ...leftOutWhole(
      item,
      `${item.kind.name} needs "${field}", and nothing says it.`,
      `${first.description} Say it in a file of the catalogue’s own with the same id, and import again.`,
    ),
  )
  return false
}

/** A list of nothing names no item either. */
const isNothing = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0)

function isSaidAtTarget(id: string, field: string, items: readonly ImportedItem[]): boolean {
  const means = (entry: FileValue): boolean =>
    typeof entry === 'string'
      ? id === entry || id.endsWith(`/${entry}`)
      : means((entry as Readonly<Record<string, FileValue>> | null)?.['to'] ?? '')
  return items.some(({ fields }) => {
    const entries = fields[field]
    return Array.isArray(entries) && (entries as readonly FileValue[]).some(means)
  })
}
