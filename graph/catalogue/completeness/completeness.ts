import { itemOwnersIn } from '../owner-of.ts'
import type { MergedItem } from '../merge-layers.ts'
import type { View } from '../view.ts'
import { expectationsOf } from './expectations.ts'
import type { Expectation } from './expectations.ts'

/** How complete an item is. */
export interface Completeness {
  /** Its id. */
  readonly item: string
  /** Name of its kind. */
  readonly kind: string
  /** 0 to 100: the part of the weights of what it should say that it does say. */
  readonly score: number
  /** Fields that it should say and doesn't, heaviest first. */
  readonly missing: readonly string[]
  /** Id of the party that can mend it. */
  readonly owner?: string
}

/**
 * How complete each item is of which the catalogue itself says something, by id. What only layers from elsewhere bring (the
 * practices of itil4 that nobody took up) doesn't count: it isn't this organisation's to complete.
 * @param foreign names of layers that come from elsewhere: the built-in ones below the catalogue.
 */
export function completenessIn(view: View, foreign: ReadonlySet<string>): Completeness[] {
  const ownerOf = itemOwnersIn(view)
  const expected = new Map([...view.model.kinds.values()].map((kind) => [kind.name, asked(kind.name, view)]))
  const own = [...view.items.values()].filter((item) => item.drafts.some(({ place }) => !foreign.has(place.layer)))
  return own.map((item) => {
    const asks = (expected.get(item.kind.name) ?? []).filter(({ applies }) => applies(item))
    const missing = asks.filter(({ isSaid }) => !isSaid(item)).map(({ expectation }) => expectation)
    const all = asks.reduce((sum, { expectation }) => sum + expectation.weight, 0)
    const lost = missing.reduce((sum, { weight }) => sum + weight, 0)
    const owner = ownerOf(item)
    return {
      item: item.id,
      kind: item.kind.name,
      score: all === 0 ? 100 : Math.round((100 * (all - lost)) / all),
      missing: missing.sort((a, b) => b.weight - a.weight).map(({ fields: [first] }) => first),
      ...(owner === undefined ? {} : { owner }),
    }
  })
}

/** An expectation with what tells of an item whether it is met. */
interface Asked {
  readonly expectation: Expectation
  readonly applies: (item: MergedItem) => boolean
  readonly isSaid: (item: MergedItem) => boolean
}

function asked(kindName: string, view: View): Asked[] {
  const kind = view.model.kinds.get(kindName)
  if (kind === undefined) return []
  return expectationsOf(kind, view.model).map((expectation): Asked => {
    const { when, unless } = expectation
    const said = expectation.fields.map((field) => saysField(kindName, field, view))
    const applies = ({ values }: MergedItem): boolean => {
      const value = when && values.get(when.field)?.value
      if (unless !== undefined && values.get(unless.field)?.value === unless.is) return false
      return when === undefined || (when.is === undefined ? value !== undefined : value === when.is)
    }
    return { expectation, applies, isSaid: (item) => said.some((says) => says(item)) }
  })
}

/** Whether an item says a field, at whichever end. A list that is written and empty says something: none. */
function saysField(kindName: string, field: string, { model, from, to }: View): (item: MergedItem) => boolean {
  const kind = model.kinds.get(kindName)
  if (kind?.attributes.some(({ name }) => name === field)) {
    return ({ values }) => {
      const value = values.get(field)?.value
      return value !== undefined && value !== ''
    }
  }
  const held = kind?.relations.find((each) => each.field === field)
  if (held !== undefined) {
    return ({ id, references }) => from(id, held.type).length > 0 || references.get(field)?.references?.length === 0
  }
  const back = [...model.relations.values()].filter((each) => each.inverse === field && each.targets.includes(kindName))
  return ({ id }) => back.some(({ type }) => to(id, type).length > 0)
}
