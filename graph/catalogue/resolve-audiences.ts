import type { Kind, Model } from '../model/model.ts'
import { isPage } from './audience.ts'
import type { Audience, PlacedAudience } from './audience.ts'
import { writable } from './catalogue.ts'
import type { FormerIds } from './former-ids.ts'
import type { SiteFile } from './layer.ts'
import type { MergedItem } from './merge-layers.ts'
import { allFields } from './read-audiences.ts'
import type { Word, WrittenAudience } from './read-audiences.ts'
import type { Report } from './report.ts'
import { suggest, suggestId } from './suggest.ts'

/**
 * Looks up what audiences name: kinds, fields, items, tags and pages that don't exist are reported, and so is a field without
 * which nothing is an item of its kind. Ids that an item had before mean that item.
 * @param publicLayers see `Audience`.
 */
export function resolveAudiences(
  written: readonly WrittenAudience[],
  model: Model,
  known: KnownItems,
  siteFiles: readonly SiteFile[],
  publicLayers: readonly string[],
  report: Report,
): PlacedAudience[] {
  const resolver = new Resolver(model, known, siteFiles, report)
  const open = publicLayers.length === 0 ? {} : { publicLayers }
  return written.map((each) => ({ audience: { ...resolver.audience(each), ...open }, place: each.place }))
}

/** Items that an audience can name, by the ids that they have and had. */
export interface KnownItems {
  readonly items: ReadonlyMap<string, MergedItem>
  readonly former: FormerIds
}

/** Attributes that nobody names: without its id and name nothing is an item. */
const ownAttributes = new Set(['id', 'name'])

/** What `all` stands for: everything that a file can say of such an item, save prose, which is named or isn't published. */
const everyField = (kind: Kind): string[] => fieldsOf(kind).filter((name) => name !== 'body')

const fieldsOf = ({ attributes, relations }: Pick<Kind, 'attributes' | 'relations'>): string[] =>
  [...writable(attributes), ...relations].map(nameOf).filter((name) => !ownAttributes.has(name))

/** Fields that the API promises of each item of the kind. */
const requiredFields = ({ attributes, relations }: Kind): string[] => [
  ...writable(attributes)
    .filter(({ name, required }) => required && !ownAttributes.has(name))
    .map(nameOf),
  ...relations.filter(({ required, list }) => required && !list).map(nameOf),
]

class Resolver {
  readonly #kinds: readonly Kind[]
  readonly #model: Model
  readonly #items: ReadonlyMap<string, MergedItem>
  readonly #former: FormerIds
  readonly #tags: ReadonlySet<string>
  readonly #pages: readonly string[]
  readonly #report: Report

  constructor(model: Model, { items, former }: KnownItems, siteFiles: readonly SiteFile[], report: Report) {
    this.#kinds = [...model.kinds.values()]
    this.#model = model
    this.#items = items
    this.#former = former
    this.#pages = siteFiles.map(({ path }) => path).filter(isPage)
    this.#report = report
    this.#tags = new Set([...items.values()].flatMap(tagsOf))
  }

  audience({ name, lists, fields, ...rest }: WrittenAudience): Audience {
    const kinds = lists.kinds.flatMap((word) => this.#kind(word) ?? [])
    const items = lists.items.map(this.#now).filter((word) => this.#item(word) && this.#isNoPart(word))
    const tags = lists.tags.filter((word) => this.#tag(word))
    const named = new Map<Kind, Set<string>>()
    const publish = (kind: Kind, more: readonly string[]): void => {
      named.set(kind, new Set([...(named.get(kind) ?? []), ...more]))
    }
    if (fields === undefined) for (const kind of this.#kinds) publish(kind, everyField(kind))
    for (const { of, names } of fields ?? []) {
      const type = this.#typeOf(of)
      if (type === undefined) continue
      const known = names.filter((word) => this.#field(word, type.fields, of.text)).map(textOf)
      for (const kind of type.kinds) {
        publish(
          kind,
          known.flatMap((word) => (word === allFields ? type.all : [word])),
        )
      }
    }
    this.#required(rest.place, this.#publishedKinds(kinds, items, tags, named), named)
    return {
      name,
      kinds: kinds.map((kind) => kind.name),
      items: items.map(textOf),
      tags: tags.map(textOf),
      without: lists.without
        .map(this.#now)
        .filter((word) => this.#item(word))
        .map(textOf),
      mayMention: lists.mayMention
        .map(this.#now)
        .filter((word) => this.#item(word))
        .map(textOf),
      pages: lists.pages.filter((word) => this.#page(word)).map(textOf),
      fields: Object.fromEntries([...named].map(([kind, all]) => [kind.name, [...all]])),
      ...{ sources: rest.sources, findings: rest.findings, changes: rest.changes },
    }
  }

  /** Kinds of which something may be published: those named, those of named items, and what is written inside of them. */
  #publishedKinds(
    kinds: readonly Kind[],
    items: readonly Word[],
    tags: readonly Word[],
    fields: ReadonlyMap<Kind, ReadonlySet<string>>,
  ): Set<Kind> {
    const published = new Set(kinds)
    for (const { text } of items) {
      const kind = this.#items.get(text)?.kind
      if (kind !== undefined) published.add(kind)
    }
    for (const item of this.#items.values()) {
      if (item.inside === undefined && tags.some(({ text }) => tagsOf(item).includes(text))) published.add(item.kind)
    }
    for (const holder of published) {
      for (const { inside, field, targets } of holder.relations) {
        if (!inside || fields.get(holder)?.has(field) !== true) continue
        for (const kind of this.#kinds) if (targets.includes(kind.name)) published.add(kind)
      }
    }
    return published
  }

  #required(
    place: WrittenAudience['place'],
    published: ReadonlySet<Kind>,
    fields: ReadonlyMap<Kind, ReadonlySet<string>>,
  ): void {
    for (const kind of published) {
      const missing = requiredFields(kind).filter((field) => fields.get(kind)?.has(field) !== true)
      if (missing.length === 0) continue
      const all = missing.map((field) => `"${field}"`).join(', ')
      const message = `The audience gets items of the kind ${kind.idPrefix}, but its "fields" leave out ${all}, which no ${kind.idPrefix} can be without.`
      this.#report.error('config', place, message, {
        hint: `Write under its "fields": "${kind.idPrefix}: [${missing.join(', ')}]", or "${kind.idPrefix}: all"; or take ${kind.idPrefix} off its "kinds".`,
      })
    }
  }

  /** A kind by the first part of its ids. Kinds that are written inside of others aren't named by themselves. */
  #kind({ text, place }: Word): Kind | undefined {
    const kind = this.#kinds.find(({ idPrefix }) => idPrefix === text)
    if (kind === undefined) this.#unknown(place, `There is no kind "${text}".`, text, this.#kinds.map(prefixOf))
    else if (kind.inside !== undefined) {
      this.#report.error('config', place, `A ${text} is published with what it is written inside of.`, {
        hint: `Take it off the list, and name "${kind.inside.field}" among that one’s fields.`,
      })
      return undefined
    }
    return kind
  }

  /** A kind, or what several kinds have in common: `item`, `party`, `resource`. */
  #typeOf({ text, place }: Word): { fields: string[]; all: string[]; kinds: readonly Kind[] } | undefined {
    const kind = this.#kinds.find(({ idPrefix }) => idPrefix === text)
    if (kind !== undefined) return { fields: fieldsOf(kind), all: everyField(kind), kinds: [kind] }
    const shared = [...this.#model.interfaces.values()].filter(({ members }) => members.length > 0)
    const found = shared.find(({ name }) => kebabCase(name) === text)
    if (found !== undefined) {
      const fields = fieldsOf(found)
      const kinds = this.#kinds.filter(({ name }) => found.members.includes(name))
      return { fields, all: fields.filter((name) => name !== 'body'), kinds }
    }
    const names = [...this.#kinds.map(prefixOf), ...shared.map(({ name }) => kebabCase(name))]
    this.#unknown(place, `There is no kind "${text}".`, text, names)
    return undefined
  }

  #field({ text, place }: Word, fields: readonly string[], of: string): boolean {
    if (text === allFields || fields.includes(text)) return true
    if (ownAttributes.has(text)) return false
    const turned = [...this.#model.relations.values()].find(({ inverse }) => inverse === text)
    const hint =
      turned && `It is "${turned.field}" of ${turned.holders.map(kebabCase).join(', ')}, read from the other end.`
    this.#unknown(place, `"${of}" has no field "${text}" that can be published.`, text, fields, hint)
    return false
  }

  /** An item's id, as it is now. */
  readonly #now = (word: Word): Word => ({
    ...word,
    text: this.#former.nowAt(word.text, { ...word, written: word.text }),
  })

  #item({ text, place }: Word): boolean {
    if (this.#items.has(text)) return true
    this.#report.error('unknown-reference', place, `There is no item "${text}".`, {
      hint: this.#report.suggestion(() => suggestId(text, this.#items.keys())),
    })
    return false
  }

  #isNoPart({ text, place }: Word): boolean {
    const inside = this.#items.get(text)?.inside
    if (inside === undefined) return true
    this.#report.error('config', place, `${text} is published with ${inside}, which it is written inside of.`, {
      hint: 'Take it off the list.',
    })
    return false
  }

  #tag({ text, place }: Word): boolean {
    if (this.#tags.has(text)) return true
    this.#report.add('warning', 'config', place, `No item has the tag "${text}".`, {
      hint: suggest(text, this.#tags) ?? 'Take it off the list.',
    })
    return false
  }

  #page({ text, place }: Word): boolean {
    if (this.#pages.includes(text)) return true
    const hint = this.#pages.length === 0 ? 'The catalogue has none in its folder "site".' : undefined
    this.#unknown(place, `There is no page "${text}".`, text, this.#pages, hint)
    return false
  }

  #unknown(place: Word['place'], message: string, written: string, names: readonly string[], otherwise?: string): void {
    const hint = otherwise ?? this.#report.suggestion(() => suggest(written, names)) ?? `There are ${names.join(', ')}.`
    this.#report.error('config', place, message, { hint })
  }
}

const nameOf = (each: { readonly name: string } | { readonly field: string }): string =>
  'field' in each ? each.field : each.name
const prefixOf = ({ idPrefix }: Kind): string => idPrefix
const textOf = ({ text }: Word): string => text
const kebabCase = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()

function tagsOf(item: MergedItem): readonly string[] {
  const tags = item.values.get('tags')?.value
  return Array.isArray(tags) ? tags.map(String) : []
}
