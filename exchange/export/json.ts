import type { ItemRelation, Value } from '../../graph/catalogue/catalogue.ts'
import { kindOf } from '../../graph/model/model.ts'
import type { Model, ModelFile } from '../../graph/model/model.ts'
import { ownModelFiles } from '../../graph/model/read-model.ts'
import { relationsByHolder } from './exported.ts'
import type { Exported } from './exported.ts'
import { addresses } from './site-address.ts'

/**
 * Name and version of the shape, which a site publishes too, as `/catalogue.json` with its JSON Schema beside it. Members may
 * be added; none goes or changes its meaning.
 */
export const jsonFormat = 'tributary-catalogue/1'

/**
 * Everything that a catalogue says, as one JSON document, an item a line: enough to write the catalogue again. Nothing in it is
 * null or empty. Each relation stands once, with the item that holds it, by the id of the item that it leads to. Beyond what
 * a site publishes it has the calendar, the catalogue's own model, and where each relation is written.
 */
export function* exportJson(exported: Exported): Generator<string> {
  const { name, title, revision, loadedAt, calendar, model, items } = exported
  const address = addresses(exported.site)
  const counts = Map.groupBy(items.values(), ({ kind }) => kind)
  const own = ownFiles(model.files)
  const head = {
    format: jsonFormat,
    schema: address.schema,
    revision,
    loadedAt,
    name,
    title,
    calendar,
    ...(own.length === 0 ? {} : { model: own }),
    kinds: [...model.kinds.values()].map(({ name, folder, idPrefix, description }) => ({
      name,
      folder,
      idPrefix,
      description,
      count: counts.get(name)?.length ?? 0,
    })),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`
  const held = relationsByHolder(exported)
  let between = '\n'
  for (const item of items.values()) {
    const { id, kind, values, sources } = item
    const json = {
      id,
      kind,
      url: address.of(item, kindOf(model, kind)),
      fields: told(values),
      relations: relationsOf(held.get(id) ?? [], model),
      sources,
    }
    yield between + JSON.stringify(json)
    between = ',\n'
  }
  yield '\n]}\n'
}

/** What each relation carries, by its field and the id of its target. */
function relationsOf(held: readonly ItemRelation[], model: Model): Record<string, Record<string, unknown>> {
  const fields: Record<string, Record<string, unknown>> = {}
  for (const { type, to, values, sources } of held) {
    const field = model.relations.get(type)?.field
    if (field === undefined) continue
    const targets = (fields[field] ??= {})
    targets[to] = sources.length === 0 ? told(values) : { ...told(values), sources }
  }
  return fields
}

/** Values without empty lists: they say as little as nothing. */
const told = (values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !(Array.isArray(value) && value.length === 0)))

/** The model files that the catalogue's layers add to the product's own. */
export function ownFiles(files: readonly ModelFile[]): ModelFile[] {
  const product = new Set(ownModelFiles().map(({ path }) => fileName(path)))
  return (
    files
      // The product's own stand first: a catalogue's file may have the name of one of them.
      .filter(({ path }) => !product.delete(fileName(path)))
      .map(({ path, text }) => ({ path: `model/${fileName(path)}`, text }))
  )
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
