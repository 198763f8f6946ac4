import { kindOf } from '../../../graph/model/model.ts'
import type { FileValue, KnownCatalogue, KnownItem, LeftOut } from '../imported.ts'
import { excerpt } from '../excerpt.ts'
import type { Concept } from './archimate-model.ts'
import { called, pick } from './archimate-model.ts'
import { documentationFields } from './documentation.ts'
import type { Draft } from './draft.ts'
import { stakeholderForm } from './element-types.ts'
import type { Target } from './element-types.ts'
import { giveIds } from './give-ids.ts'
import { ownProperties } from './own-properties.ts'
import { propertyOf } from './property-values.ts'
import { nameKey, readProperties } from './read-properties.ts'
import type { PropertyContext } from './read-properties.ts'
import type { Mapping } from './mapping.ts'

/** An element with the kind that it is to be of. */
export interface Chosen {
  readonly element: Concept
  readonly target: Exclude<Target, string>
}

/**
 * Makes drafts of elements: names, texts and properties, with ids. An element that is the only one of a name that an item
 * of the catalogue has is that item.
 */
export function makeDrafts(
  chosen: readonly Chosen[],
  { model, items }: KnownCatalogue,
  said: { readonly mapping: Mapping; readonly language: string | undefined },
): Draft[] {
  const { language } = said
  const knownByName = new Map<string, KnownItem>()
  for (const item of items.values()) {
    for (const name of [...item.aliases, item.name]) knownByName.set(nameKey(item.kind, name), item)
  }
  const names = chosen.map(({ element }) => called(element, language))
  const counts = Map.groupBy(chosen.keys(), (index) => nameKey(chosen[index]?.target.kind ?? '', names[index] ?? ''))
  const alone = (key: string): boolean => counts.get(key)?.length === 1
  const ids = idsOf(chosen, names, (index, key) => {
    const own = propertyOf(chosen[index]?.element ?? nothing, ownProperties.id)
    return own ?? (alone(key) ? knownByName.get(key)?.id : undefined)
  })
  // A name that several items have says none of them; an id does.
  const byName = new Map([...knownByName].map(([key, { id }]) => [key, id]))
  for (const [key, [index = 0, ...others]] of counts) {
    if (others.length === 0) byName.set(key, ids[index] ?? '')
    else byName.delete(key)
  }
  for (const { id, kind } of items.values()) addId(byName, kind, id)
  chosen.forEach(({ target }, index) => {
    addId(byName, target.kind, ids[index] ?? '')
  })
  const context = { ...said, model, items: byName }
  return chosen.map(({ element, target }, index) => {
    const id = ids[index] ?? ''
    return draft(element, target, { id, name: names[index] ?? '', known: items.get(id) }, context)
  })

  /** Ids that elements claim for themselves; the others' are made of their names. */
  function idsOf(
    all: readonly Chosen[],
    called: readonly string[],
    claim: (index: number, key: string) => string | undefined,
  ): string[] {
    const claimed = all.map(({ target }, index) => {
      const id = claim(index, nameKey(target.kind, called[index] ?? ''))
      const fits = id !== undefined && isIdOf(kindOf(model, target.kind).idPrefix, id)
      return fits ? id : undefined
    })
    const uses = Map.groupBy(claimed, (id) => id)
    const nameable = all.map(({ element, target }, index) => ({
      kind: kindOf(model, target.kind),
      name: called[index] ?? '',
      type: element.type,
      identifier: element.identifier,
      claims: uses.get(claimed[index])?.length === 1 ? claimed[index] : undefined,
    }))
    return giveIds(nameable)
  }
}

const nothing: Concept = { identifier: '', type: '', names: [], documentation: [], properties: [], record: '' }

const isIdOf = (prefix: string, id: string): boolean =>
  id.startsWith(`${prefix}/`) && /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/.test(id.slice(prefix.length + 1))

function addId(byName: Map<string, string>, kind: string, id: string): void {
  for (const word of [id, id.slice(id.indexOf('/') + 1)]) {
    const key = nameKey(kind, word)
    if (!byName.has(key)) byName.set(key, id)
  }
}

function draft(
  element: Concept,
  target: Exclude<Target, string>,
  { id, name, known }: Pick<Draft, 'id' | 'name' | 'known'>,
  context: PropertyContext,
): Draft {
  const { model, language } = context
  const { record, names, documentation } = element
  const kind = kindOf(model, target.kind)
  const { values: said, named, rows, leftOut } = readProperties(element, { kind, id }, context)
  const [text = '', ...translations] = pick(documentation, language)
  const isOwn = propertyOf(element, ownProperties.kind) !== undefined
  const texts = documentationFields(text, isOwn ? (propertyOf(element, 'summary') ?? '') : undefined, rows)
  const parts = [...leftOut, ...translations.map((each) => otherLanguage(record, each))]
  const spelled = typeof known?.values['name'] === 'string' ? known.name : name
  const values = new Map<string, FileValue>([['name', spelled]])
  const aliases = [
    ...new Set([...((said.get('aliases') as string[] | undefined) ?? []), ...pick(names, language).slice(1)]),
  ]
  if (aliases.length > 0) values.set('aliases', aliases)
  for (const [field, value] of Object.entries({ ...formOf(kind.name, name), ...target.fields, ...texts })) {
    if (known?.values[field] === undefined) values.set(field, value)
    else if (Object.hasOwn(texts, field)) parts.push(saidAlready(record, field, value))
  }
  for (const [field, value] of said) if (field !== 'aliases') values.set(field, value)
  return { element, kind, id, name: spelled, known, values, named, leftOut: parts }
}

const formOf = (kind: string, name: string): Readonly<Record<string, FileValue>> =>
  kind === 'Stakeholder' ? { form: stakeholderForm(name) } : {}

const otherLanguage = (record: string, text: string): LeftOut => ({
  ...{ record, part: 'documentation', text: excerpt(text) },
  reason: 'A field holds text in one language, and this is in another.',
  hint: 'Say which with --language.',
})

const saidAlready = (record: string, field: string, value: FileValue): LeftOut => ({
  ...{ record, part: field, text: excerpt(value) },
  reason: `The catalogue has this item already, with a ${field} of its own.`,
})
