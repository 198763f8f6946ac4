import type { Model } from '../../model/model.ts'
import { suggest } from '../suggest.ts'
import type { Completeness } from './completeness.ts'

/** Which items are asked for. */
export interface Choice {
  /** Kinds by name, prefix or folder, in any spelling: Application, application, VALUE_STREAM, value-streams. */
  readonly kinds?: readonly string[]
  /** Id of who can mend them, or "nobody". */
  readonly owner?: string
}

/** A kind that there isn't; the message says which was probably meant. */
export class UnknownKindError extends Error {
  override readonly name = 'UnknownKindError'
}

/** The items that are asked for, the least complete first. @throws UnknownKindError */
export function choose(all: readonly Completeness[], model: Model, { kinds, owner }: Choice): Completeness[] {
  const wanted = kinds && new Set(kinds.map((kind) => kindNamed(kind, model)))
  return all
    .filter((each) => (wanted?.has(each.kind) ?? true) && (owner === undefined || (each.owner ?? 'nobody') === owner))
    .sort((a, b) => a.score - b.score || (a.item < b.item ? -1 : 1))
}

function kindNamed(written: string, model: Model): string {
  const folded = fold(written)
  const kinds = [...model.kinds.values()]
  const found = kinds.find(({ name, idPrefix, folder }) => [name, idPrefix, folder].map(fold).includes(folded))
  if (found !== undefined) return found.name
  const names = kinds.map(({ idPrefix }) => idPrefix)
  const meant = suggest(folded, names) ?? `There are ${names.join(', ')}.`
  throw new UnknownKindError(`There is no kind "${written}". ${meant}`)
}

const fold = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '')
