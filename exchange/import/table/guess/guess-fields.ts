import { kindOf } from '../../../../graph/model/model.ts'
import type { Kind, Model, Relation } from '../../../../graph/model/model.ts'
import { plain, shortened } from '../table.ts'
import { readTruth } from '../values/truth.ts'
import { guessAttribute } from './guess-attribute.ts'
import type { GuessedField } from './guess-attribute.ts'
import { fieldHeadings } from './headings.ts'
import { flow, scalar } from './mapping-text.ts'
import type { Profile } from './profile.ts'
import { severalNames } from './split-sign.ts'

/** A source whose rows may be referred to. */
export interface ReferredTo {
  readonly kind: Kind
  readonly ids: ReadonlySet<string>
}

/** Guesses fields of a kind: a column's heading says which field it could be, its values whether it can. */
export class FieldGuesser {
  readonly #model: Model
  readonly #kind: Kind
  readonly #sources: readonly ReferredTo[]
  readonly used = new Set<string>()

  constructor(model: Model, kind: Kind, sources: readonly ReferredTo[]) {
    this.#model = model
    this.#kind = kind
    this.#sources = sources
  }

  guess(profiles: readonly Profile[]): GuessedField[] {
    const headings = { ...fieldHeadings[this.#kind.name], ...fieldHeadings['Item'] }
    const attributes = this.#kind.attributes.filter((each) => !each.derived && each.name !== 'name')
    const relations = this.#kind.relations.filter((each) => !each.inside)
    const fields = [
      ...new Set([
        ...Object.keys(headings),
        ...attributes.map(({ name }) => name),
        ...relations.map(({ field }) => field),
      ]),
    ]
    const guessed = fields.flatMap((field): GuessedField[] => {
      const attribute = attributes.find(({ name }) => name === field)
      const relation = relations.find((each) => each.field === field)
      const candidates = profiles.filter(
        ({ column, filled }) =>
          filled > 0 &&
          !this.used.has(column) &&
          (headings[field]?.test(plain(column)) === true || plain(column) === plain(field)),
      )
      for (const profile of candidates.sort((a, b) => b.filled - a.filled)) {
        const found =
          attribute === undefined
            ? relation && this.#relation(relation, profile)
            : guessAttribute(attribute, profile, this.#model)
        if (found === undefined) continue
        // The number of a contract is often its id too.
        this.used.add(profile.column)
        return [found]
      }
      return []
    })
    return guessed.some(({ field }) => field === 'contributors')
      ? guessed
      : [...guessed, ...this.#contributors(guessed)]
  }

  /** Where rows name several owners, one is accountable: all of them contribute. */
  #contributors(guessed: readonly GuessedField[]): GuessedField[] {
    const relation = this.#kind.relations.find((each) => each.field === 'contributors')
    const owner = guessed.find(({ field }) => field === 'owner')
    if (owner?.item === undefined || relation?.targets.includes(owner.item.name) !== true) return []
    const { item, names = {}, profile } = owner
    if (profile.split === undefined && !profile.several) return []
    return [{ field: relation.field, profile, text: flow({ ...names, item: item.idPrefix }) }]
  }

  #relation(relation: Relation, profile: Profile): GuessedField | undefined {
    const { column, split, values, dates, holds, longest } = profile
    if (dates !== undefined || holds === 'money' || holds === 'truth' || holds === 'url' || longest > 400)
      return undefined
    const counted = this.#sources
      .filter(({ kind }) => relation.targets.includes(kind.name))
      .map(({ kind, ids }) => ({ kind, ids, hits: [...values.keys()].filter((key) => ids.has(key)).length }))
    const [best] = counted.sort((a, b) => b.hits - a.hits)
    const isReference = best !== undefined && best.hits > values.size / 5
    // A need that no row is about would make an item of every text.
    if (!isReference && relation.targets.length > 3 && relation.field !== 'owner') return undefined
    const [only = ''] = relation.targets
    const item = isReference ? best.kind : kindOf(this.#model, relation.field === 'owner' ? 'Team' : only)
    const noNames = [...values.values()].map(({ text }) => text).filter((text) => readTruth(text) !== undefined)
    const names = {
      column: scalar(column),
      ...(split === undefined ? {} : { split: scalar(split) }),
      ...(noNames.length === 0
        ? {}
        : { words: flow(Object.fromEntries(noNames.map((word) => [scalar(word), 'null']))) }),
    }
    const by = isReference && relation.field === 'parent' ? { by: '[number, name, id]' } : {}
    const comments = [
      ...(isReference ? [`${best.hits} of its ${values.size} values are rows`] : []),
      ...checkSeveral(profile),
      ...(relation.list || (split === undefined && !profile.several)
        ? []
        : ['check: some rows have several, of which the first counts']),
      ...(relation.required && profile.filled < profile.rows
        ? [
            `${nameNone(profile.rows - profile.filled)} left out: a ${this.#kind.idPrefix} needs it. To take them: otherwise: Not stated, here and where these items are made`,
          ]
        : []),
    ]
    return {
      field: relation.field,
      profile,
      text: flow({ ...names, item: item.idPrefix, ...by }),
      item,
      names,
      ...(isReference ? { rows: best.ids } : {}),
      ...(comments.length === 0 ? {} : { comment: comments.join('; ') }),
    }
  }
}

/** How many rows name none: "1 row names none and is". */
const nameNone = (rows: number): string => (rows === 1 ? '1 row names none and is' : `${rows} rows name none and are`)

/** Names a few cells that look like several names and would become one item. */
function checkSeveral({ values, split }: Profile): string[] {
  const texts = [...values.values()].flatMap(({ text }) => (split === undefined ? [text] : text.split(split)))
  const several = severalNames(texts.map((text) => text.trim()))
  if (several === undefined) return []
  const all = [...(split === undefined ? [] : [split]), ...several.signs].map((sign) => JSON.stringify(sign))
  const some = several.texts.slice(0, 3).map((text) => `"${shortened(text)}"`)
  const more = several.texts.length > some.length ? ` and ${several.texts.length - some.length} more` : ''
  return [
    `check: ${some.join(', ')}${more} may be several names, and would be one. To take them apart, here and where these items are made: split: ${all.length === 1 ? all.join('') : `[${all.join(', ')}]`}`,
  ]
}
