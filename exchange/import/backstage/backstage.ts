import type { Imported, ImportedItem, KnownCatalogue, LeftOut } from '../imported.ts'
import { excerpt } from '../excerpt.ts'
import type { Entity } from './entity.ts'
import { idsOf, kindFor } from './entity-ids.ts'
import { leftOverParts } from './left-over.ts'
import { ownFields } from './own-fields.ts'
import { readEntities } from './read-entities.ts'
import { relationsOf } from './relations.ts'

/**
 * Imports the entities of a Backstage catalog: a file, or the YAML files of a folder tree.
 *
 * | Backstage | here | why |
 * |---|---|---|
 * | Component | application | Software that work is done with; its type is a tag. A service here is what consumers get, which no component is by itself. |
 * | Resource | application, form PLATFORM or INFRASTRUCTURE | What software runs on or keeps data in. |
 * | API | application, id ending in -api | It fails and is depended on like software: it needs who provides it, and who consumes it needs it. Its definition stays where it is. |
 * | System | product | A configuration of resources that services are built on: its components, resources and APIs. |
 * | Domain | a tag of its systems and those of its subdomains | It groups by subject, and nothing needs it. |
 * | Group | team | With its parent as the larger team. |
 * | User | left out | A catalogue names teams and roles, no people. |
 * | Location | followed within the folder | It says where others are written. |
 * | Template, others | left out | Nothing of service management. |
 *
 * `dependsOn`, `dependencyOf` and `consumesApis` are needs; `providesApis` makes the API need its provider, as essential where
 * there is one alone; a component needs its subcomponents. Ids come from references: `component:default/shop` is
 * `application/shop`, `component:payments/shop` is `application/payments-shop`.
 * @throws ImportError where nothing can be read.
 */
export async function importBackstage(source: string, { model }: Pick<KnownCatalogue, 'model'>): Promise<Imported> {
  const { entities, records, leftOut: unread } = readEntities(source)
  const leftOut: LeftOut[] = [...unread]
  const ids = idsOf(entities.values(), model)
  const relations = relationsOf(entities, ids, model, leftOut)
  const items = [...entities.values()].flatMap((entity): ImportedItem[] => {
    const kind = kindFor(entity.kind, model)
    const id = ids.get(entity.ref)
    if (kind === undefined || id === undefined) {
      leftOut.push(leftOutEntity(entity, kind !== undefined))
      return []
    }
    const leave = (left: Omit<LeftOut, 'record'>): void => {
      leftOut.push({ record: entity.ref, ...left })
    }
    const own = ownFields(entity, leave)
    const { tags: domains = [], ...related } = relations.get(entity.ref) ?? {}
    const tags = [...new Set([...((own['tags'] as string[] | undefined) ?? []), ...(domains as string[])])]
    for (const left of leftOverParts(entity)) leave(left)
    return [{ id, kind, fields: { ...own, ...(tags.length === 0 ? {} : { tags }), ...related }, record: entity.ref }]
  })
  return { recordsAre: 'entities', records, items, leftOut }
}

const reasons: Readonly<Record<string, string>> = {
  user: 'People are no part of a catalogue: it names teams and roles.',
  domain: 'A domain is no item: its systems have its name as a tag.',
  template: 'A template for new software is nothing of service management.',
}

function leftOutEntity({ ref, kind, name, metadata }: Entity, isNamed: boolean): LeftOut {
  const known = Object.hasOwn(reasons, kind) ? reasons[kind] : undefined
  const reason = isNamed
    ? 'Its name has no letter or digit that an id may have.'
    : (known ?? `There is nothing in a catalogue for an entity of kind "${kind}".`)
  return { record: ref, text: excerpt(metadata.get('title') ?? name), reason }
}
