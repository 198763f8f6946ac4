import { isDeepStrictEqual } from 'node:util'
import type { Draft, Reference, Said } from '../../graph/catalogue/draft.ts'
import { formerIdsField } from '../../graph/catalogue/former-ids.ts'
import { withEdits } from '../text-edits.ts'
import { mentionEdits } from './mentions.ts'

/**
 * Whether a file that was changed says what it said before, but for ids: an anchor that several fields share would have
 * changed them all.
 * @param meant the id that a reference of a draft means, before or after, by new ids.
 */
export function sameButIds(
  before: readonly Draft[],
  after: readonly Draft[],
  ids: ReadonlyMap<string, string>,
  meant: { readonly before: Meant; readonly after: Meant },
): boolean {
  const told = (draft: Draft, of: Meant): object => ({
    ...{ id: ids.get(draft.id) ?? draft.id, inside: ids.get(draft.inside ?? '') ?? draft.inside },
    references: [...draft.references.values()].map(({ relation, references }) => [
      relation.field,
      references?.map((each) => [relation.inside ? '' : of(draft, relation.field, each), withNewIds(each.values, ids)]),
    ]),
    values: [...draft.values]
      .filter(([name]) => name !== formerIdsField)
      .map(([name, { value }]: [string, Said]) => [name, withNewIds(value, ids)]),
  })
  const [one, other] = [before.map((each) => told(each, meant.before)), after.map((each) => told(each, meant.after))]
  return isDeepStrictEqual(one, other)
}

/** The id that a reference means. */
export type Meant = (draft: Draft, field: string, reference: Reference) => string

/** A value with new ids in the place of old ones in all its texts. */
function withNewIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  return value === undefined
    ? undefined
    : (JSON.parse(JSON.stringify(value), (_, part: unknown) =>
        typeof part === 'string' ? withEdits(part, mentionEdits(part, 0, ids)) : part,
      ) as unknown)
}
