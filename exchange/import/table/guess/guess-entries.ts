import type { Kind, Model } from '../../../../graph/model/model.ts'
import type { GuessedField } from './guess-attribute.ts'
import { enumWords } from './headings.ts'
import { comment, flow, scalar } from './mapping-text.ts'
import { readTruth } from '../values/truth.ts'
import type { Profile } from './profile.ts'

/** An entry of the mapping, as it will be written. */
export interface EntryText {
  readonly kind: string
  readonly comment?: string | undefined
  readonly id?: string | undefined
  readonly idComment?: string | undefined
  readonly repeated?: string | undefined
  readonly when?: string | undefined
  readonly each?: string | undefined
  readonly fields: readonly { readonly field: string; readonly text: string; readonly comment?: string }[]
}

/** The lines of an entry. */
export function entryLines({ kind, comment: why, id, idComment, repeated, when, each, fields }: EntryText): string[] {
  const behind = (text: string | undefined): string => (text === undefined ? '' : ` ${comment(text)}`)
  return [
    `  - kind: ${kind}${behind(why)}`,
    ...(when === undefined ? [] : [`    when: ${when}`]),
    ...(each === undefined ? [] : [`    each: ${each}`]),
    ...(id === undefined ? [] : [`    id: ${id}${behind(idComment)}`]),
    ...(repeated === undefined ? [] : [`    repeated: ${repeated}`]),
    ...(fields.length === 0 ? [] : ['    fields:']),
    ...fields.map((field) => `      ${field.field}: ${field.text}${behind(field.comment)}`),
  ]
}

/** Entries for items that columns only name: suppliers, teams, frameworks; and decisions on products, where words say so. */
export function relatedEntries(
  model: Model,
  kind: Kind,
  fields: readonly GuessedField[],
  profiles: readonly Profile[],
): { readonly lines: readonly string[]; readonly used: ReadonlySet<string> } {
  const used = new Set<string>()
  const made = new Set<string>()
  const named = fields.flatMap(({ item, rows, names = {}, profile: { column }, field }): string[] => {
    if (item === undefined || item.name === kind.name || rows !== undefined) return []
    if (made.has(`${item.name} ${column}`)) return []
    made.add(`${item.name} ${column}`)
    return entryLines({
      kind: item.idPrefix,
      comment: `one of each name in "${column}", for ${field}`,
      each: Object.keys(names).length === 1 ? scalar(column) : flow(names),
      fields: [{ field: 'name', text: `'{each}'` }],
    })
  })
  return { lines: [...named, ...frameworks(kind, fields), ...decisions(model, kind, profiles, used)], used }
}

/** Frameworks that are in the register by name only become items, with those who hold call-offs as their panel. */
function frameworks(kind: Kind, fields: readonly GuessedField[]): string[] {
  const parent = fields.find(({ field }) => field === 'parent')
  const suppliers = fields.find(({ field }) => field === 'suppliers')
  if (kind.name !== 'Contract' || parent === undefined || suppliers === undefined) return []
  const { profile, rows = new Set() } = parent
  const column = scalar(profile.column)
  const others = [...profile.values].filter(([key, { text }]) => rows.has(key) || readTruth(text) !== undefined)
  if (others.length === profile.values.size) return []
  const not = others.length === 0 ? {} : { not: `[${others.map(([, { text }]) => scalar(text)).join(', ')}]` }
  return entryLines({
    kind: 'contract',
    comment: 'frameworks that no row is about; their panel is whoever holds a call-off',
    when: flow({ [column]: flow({ empty: 'false', ...not }) }),
    id: `'{${profile.column}}'`,
    fields: [
      { field: 'name', text: column },
      { field: 'form', text: '{ is: FRAMEWORK }' },
      { field: 'suppliers', text: suppliers.text.replace(/ }$/, ', with: { as: { is: PANEL_MEMBER } } }') },
    ],
  })
}

function decisions(model: Model, kind: Kind, profiles: readonly Profile[], used: Set<string>): string[] {
  if (kind.name !== 'Application' && kind.name !== 'Product') return []
  const patterns = enumWords['DecisionStatus'] ?? []
  const status = profiles.find(({ column, values }) => {
    const words = [...values.values()].map(({ text }) => text)
    const hits = words.filter((word) => patterns.some(([pattern]) => pattern.test(word)))
    return (
      /status|decision|approval/i.test(column) &&
      words.length <= 12 &&
      hits.length > words.length / 2 &&
      words.some((word) => /approv|den(y|ied)/i.test(word))
    )
  })
  const name = profiles.find(({ unique, holds, longest }) => unique && holds === 'text' && longest < 400)
  if (status === undefined || name === undefined || !model.kinds.has('Decision')) return []
  const expiry = profiles.find(({ column, dates }) => dates !== undefined && /expir|until|end/i.test(column))
  used.add(status.column)
  if (expiry !== undefined) used.add(expiry.column)
  const words = [...status.values.values()].flatMap(({ text }): [string, string][] => {
    const value = patterns.find(([pattern]) => pattern.test(text))?.[1]
    return value === undefined ? [] : [[scalar(text), value]]
  })
  const patternsOf = expiry?.dates ?? []
  const expires =
    expiry === undefined
      ? []
      : [
          {
            field: 'expires',
            text:
              patternsOf.length === 0
                ? scalar(expiry.column)
                : flow({ column: scalar(expiry.column), date: `[${patternsOf.map(scalar).join(', ')}]` }),
          },
        ]
  return entryLines({
    kind: 'decision',
    comment: 'its status reads as a decision on it',
    id: `'{${name.column}}'`,
    fields: [
      { field: 'name', text: `'Use of {${name.column}}'` },
      { field: 'status', text: flow({ column: scalar(status.column), words: flow(Object.fromEntries(words)) }) },
      ...expires,
      { field: 'about', text: flow({ column: scalar(name.column), item: kind.idPrefix }) },
    ],
  })
}
