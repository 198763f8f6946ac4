import { didYouMean } from 'graphql/jsutils/didYouMean.js'
import type { Relation } from '../model/model.ts'
import type { Reference } from './draft.ts'
import type { Fix } from './finding.ts'
import type { MergedItem } from './merge-layers.ts'
import type { Report } from './report.ts'
import { closeIds, suggestId } from './suggest.ts'

/** Ids of items that are written, yet not there. */
export interface Absent {
  /** Left out by the configuration (`without`): lower layers' references to them fall away with them. */
  readonly leftOut: ReadonlySet<string>
  /** Of files that were refused for their names. */
  readonly refused: ReadonlySet<string>
}

/** A reference that can't be followed. */
export interface Dangling {
  readonly reference: Reference
  readonly relation: Relation
  readonly item: MergedItem
  /** The id that it means. */
  readonly to: string
  /** The item that has it, of a kind that doesn't fit. */
  readonly target: MergedItem | undefined
}

/** Reports it with what was probably meant, and how to write that where it is certain or likely. */
export function reportDangling(
  dangling: Dangling,
  absent: Absent,
  items: ReadonlyMap<string, MergedItem>,
  report: Report,
): void {
  const { reference, relation, item, to, target } = dangling
  const { written, place } = reference
  const kinds = relation.targets.length > 6 ? relation.target : relation.targets.join(', ')
  const say = (message: string, hint: string | undefined, fix?: Fix): void => {
    report.error('unknown-reference', place, message, { hint, item: item.id, fix })
  }
  const fitting = (): string[] =>
    [...items.values()].filter((each) => relation.targets.includes(each.kind.name)).map((each) => each.id)
  const nobody = `There is no ${relation.targets.length === 1 ? kinds : 'item'} "${written}".`
  if (/^[\s/]*$/.test(written)) say('This reference is empty.', "Write an item's id, or take it out.")
  else if (absent.leftOut.has(to)) {
    say(
      `"${relation.field}" names ${written}, which this catalogue leaves out.`,
      'Take it off "without" in tributary.config.yaml, or off this list.',
    )
  } else if (target !== undefined) {
    say(
      `"${relation.field}" leads to ${kinds}, but ${written} is of kind ${target.kind.name}.`,
      report.suggestion(() => suggestId(written, fitting())),
    )
  } else if (absent.refused.has(to)) say(nobody, "Its file has a name that can't be an id: see there.")
  else {
    const any = kinds === 'Item' ? 'any item' : `an item of kind ${kinds}`
    const meant = report.suggestion(() => idMeant(written, fitting()))
    say(nobody, meant?.hint ?? `It must be the id of ${any}.`, meant?.ids && fixOf(reference, to, meant.ids))
  }
}

/** The ids that may be meant, and how to say so; undefined where none is near. */
function idMeant(
  written: string,
  all: readonly string[],
): { readonly ids: readonly string[]; readonly hint: string } | undefined {
  const whole = all.filter((id) => id.endsWith(`/${written}`))
  if (whole.length > 0) return { ids: whole, hint: `Write the whole id: ${whole.join(' or ')}.` }
  const ids = closeIds(written, all)
  return ids.length === 0 ? undefined : { ids, hint: didYouMean(ids).trim() }
}

/** Another id in the place of one that nobody has, where one is near. Only one that differs just in case is certain. */
function fixOf({ raw, written, place }: Reference, to: string, [id, ...others]: readonly string[]): Fix | undefined {
  if (raw === undefined || id === undefined || others.length > 0) return undefined
  const before = to.slice(0, to.length - written.length)
  const text = id.startsWith(before) ? id.slice(before.length) : id
  const isCertain = id.toLowerCase() === to.toLowerCase()
  return { does: `Write ${text}.`, edits: [{ place, was: raw, text }], ...(isCertain ? {} : { isGuess: true }) }
}
