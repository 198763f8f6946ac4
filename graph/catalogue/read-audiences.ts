import { isMap, isScalar, isSeq } from 'yaml'
import type { Place } from './finding.ts'
import type { Field, FieldReader, Node } from './read-fields.ts'
import { setting } from './setting.ts'

/** The settings of an audience. `fields` is read apart: its keys are kinds. */
export const audienceSettings = [
  setting('kinds', 'Kinds all of whose items are published: practice, value-stream.', true),
  setting('items', 'Ids of items that are published besides.', true),
  setting('tags', 'Tags whose items are published besides.', true),
  setting('without', 'Ids of items that aren’t published though something else names them.', true),
  setting('mayMention', 'Ids of items that aren’t published, but that texts may mention by name.', true),
  setting('pages', 'Pages and sections in the folder "site" that are published: pages/about.md.', true),
  setting('sources', 'Publish layers, files and lines. Left out: no.', false, 'Boolean'),
  setting('findings', 'Publish findings about what is published; takes "sources". Left out: no.', false, 'Boolean'),
  setting('changes', 'Publish what earlier loads changed in what is published. Left out: no.', false, 'Boolean'),
] as const

/** A word as it stands in a file. */
export interface Word {
  readonly text: string
  readonly place: Place
  /** As it stands in the file: `Reference.raw`. */
  readonly raw?: string | undefined
}

/** An audience as the configuration writes it: nothing of it is looked up yet. */
export interface WrittenAudience {
  readonly name: string
  readonly place: Place
  readonly lists: Readonly<Record<'kinds' | 'items' | 'tags' | 'without' | 'mayMention' | 'pages', readonly Word[]>>
  /** Undefined: every field of every kind, said as `fields: all`. */
  readonly fields: readonly { readonly of: Word; readonly names: readonly Word[] }[] | undefined
  readonly sources: boolean
  readonly findings: boolean
  readonly changes: boolean
}

/** The word for all fields but `body`. */
export const allFields = 'all'

/** Reads the setting `audiences`. What doesn't fit its shape is reported and left out. */
export function readAudiences(setting: Field | undefined, reader: FieldReader): WrittenAudience[] {
  if (setting?.value === undefined) return []
  if (!isMap(setting.value)) {
    reader.wrongType(setting.value, '"audiences" takes a mapping of names and what each is told')
    return []
  }
  return reader.fields(setting.value).flatMap((field) => {
    if (!/^[a-z][a-z0-9-]*$/.test(field.name)) {
      const message = `"${field.name}" can't be an audience's name.`
      reader.error('config', field.place, message, 'Write lower-case letters, digits and hyphens: all-staff.')
      return []
    }
    if (isMap(field.value)) return readAudience(field.name, field.place, reader.fields(field.value), reader)
    const message = `Audience "${field.name}" says nothing that is published.`
    reader.error('config', field.place, message, 'Name at least its "kinds" and "fields".')
    return []
  })
}

function readAudience(name: string, place: Place, said: readonly Field[], reader: FieldReader): WrittenAudience {
  const known: readonly string[] = [...audienceSettings.map((each) => each.name), 'fields']
  for (const field of said) if (!known.includes(field.name)) reader.unknownField(field, `Audience "${name}"`, known)
  const value = (of: string): Node | undefined => said.find((field) => field.name === of)?.value
  const list = (of: string): Word[] => {
    const node = value(of)
    return node === undefined ? [] : words(of, node, reader)
  }
  const isSaid = (of: 'sources' | 'findings' | 'changes'): boolean => {
    const node = value(of)
    const attribute = audienceSettings.find((each) => each.name === of)
    return node !== undefined && attribute !== undefined && reader.attribute(attribute, node) === true
  }
  const audience = {
    name,
    place,
    lists: {
      ...{ kinds: list('kinds'), items: list('items'), tags: list('tags') },
      ...{ without: list('without'), mayMention: list('mayMention'), pages: list('pages') },
    },
    fields: fieldsIn(value('fields'), reader),
    ...{ sources: isSaid('sources'), findings: isSaid('findings'), changes: isSaid('changes') },
  }
  if (audience.findings && !audience.sources) {
    const at = said.find((field) => field.name === 'findings')?.place ?? place
    reader.error('config', at, 'Findings name files and lines.', 'Say "sources: true" too, or leave the findings out.')
  }
  return audience
}

function fieldsIn(node: Node | undefined, reader: FieldReader): WrittenAudience['fields'] {
  if (node === undefined) return []
  if (isScalar(node) && node.value === allFields) return undefined
  if (!isMap(node)) {
    reader.wrongType(node, '"fields" takes "all", or a mapping of kinds and their fields')
    return []
  }
  return reader.fields(node).map(({ name, place, value }) => {
    const of = { text: name, place }
    if (value === undefined) return { of, names: [] }
    const isAll = isScalar(value) && value.value === allFields
    return { of, names: isAll ? [{ text: allFields, place: reader.placeOf(value) }] : words(name, value, reader) }
  })
}

/** The entries of a list of words. */
function words(of: string, node: Node, reader: FieldReader): Word[] {
  if (!isSeq(node)) {
    reader.wrongType(node, `"${of}" takes a list`, 'Write the entries in brackets, or each behind a hyphen.')
    return []
  }
  return reader.entries(of, node).flatMap((entry) => {
    const text = reader.attribute(setting(of, ''), entry)
    return typeof text === 'string' ? { text, place: reader.placeOf(entry), raw: reader.rawOf(entry) } : []
  })
}
