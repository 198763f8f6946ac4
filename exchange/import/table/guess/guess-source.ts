import { nameKey } from '../make/id-name.ts'
import { shortened, textOf } from '../table.ts'
import type { Row } from '../table.ts'
import { entryLines, relatedEntries } from './guess-entries.ts'
import { FieldGuesser } from './guess-fields.ts'
import type { GuessedField } from './guess-attribute.ts'
import type { KnownSource } from './guess-rows.ts'
import { comment, flow, scalar } from './mapping-text.ts'
import type { Profile } from './profile.ts'
import { alikeNames } from './spellings.ts'

/**
 * The lines of a source's mapping.
 * @param all the sources that are imported together: references across them are found.
 */
export function guessSource(source: KnownSource, all: readonly KnownSource[]): string[] {
  const { table, kind, profiles, id, name } = source
  const { kind: said, rows, model } = source.hints
  const guesser = new FieldGuesser(model, kind, all)
  if (name !== undefined) guesser.used.add(name.column)
  const fields = guesser.guess(profiles)
  const related = relatedEntries(model, kind, fields, profiles)
  const rest = profiles.filter(({ column }) => !guesser.used.has(column) && !related.used.has(column))
  const links = rest.filter(({ holds }) => holds === 'url')
  const tags = rest.filter((each) => each.column !== id?.column && isTag(each)).slice(0, 6)
  const left = rest.filter((each) => ![...links, ...tags, id].includes(each))
  const key = rowKey(source, fields.find(({ field }) => field === 'start')?.profile)
  if (id !== undefined && name !== undefined && id !== name && !guesser.used.has(id.column) && id.holds === 'text') {
    fields.unshift({ field: 'aliases', profile: id, text: scalar(id.column) })
  }
  const repeated = key === undefined ? [] : repeatedRows(source, key)
  const repeats = repeated.reduce((sum, { length }) => sum + length - 1, 0)
  return [
    ...table.notes.map(comment),
    ...table.leftOut.slice(0, 3).map(({ record, text, reason }) => comment(`${record} is left out: ${reason} ${text}`)),
    ...(rows === undefined ? [] : [`rows: ${scalar(rows)}`]),
    ...(profiles.some(({ html }) => html) ? ['html: true # there are tags or entities in cells'] : []),
    ...sameLines(fields),
    'items:',
    ...entryLines({
      kind: kind.idPrefix,
      comment: said === undefined ? 'the kind is guessed from the headings' : undefined,
      id: key?.text,
      idComment:
        repeats > 0
          ? `${repeats === 1 ? '1 row repeats' : `${repeats} rows repeat`} another row’s: repeated: merge makes one item of them, number keeps them apart`
          : undefined,
      repeated: differ(source, repeated) ? 'number' : undefined,
      fields: [
        ...(name === undefined ? [] : [{ field: 'name', text: scalar(name.column) }]),
        ...fields,
        ...(tags.length === 0 ? [] : [{ field: 'tags', text: tagsText(tags) }]),
        ...(links.length === 0
          ? []
          : [{ field: 'links', text: `[${links.map(({ column }) => scalar(column)).join(', ')}]` }]),
      ],
    }),
    ...related.lines,
    ...left.map((each) =>
      comment(
        `not mapped: ${each.column} (${each.filled} of ${each.rows} rows, such as "${shortened([...each.values.values()][0]?.text ?? '')}")`,
      ),
    ),
  ]
}

/** What the id of a row is made of: columns in braces, of several alternatives the first that says something. */
interface RowKey {
  readonly text: string
  readonly alternatives: readonly (readonly Profile[])[]
}

/** The column that tells rows apart; where some rows have none, the name with the day on which it starts, if there is one. */
function rowKey({ id, name }: KnownSource, start: Profile | undefined): RowKey | undefined {
  const first = id ?? name
  if (first === undefined) return undefined
  const other = [name, start].filter((each) => each !== undefined)
  const isLacking = first.filled < first.rows && name !== undefined && name !== first
  const alternatives = isLacking ? [[first], other] : [[first]]
  const texts = alternatives.map((columns) => scalar(columns.map(({ column }) => `{${column}}`).join(' ')))
  return { text: texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`, alternatives }
}

/** Rows that have one id, where there are several. */
function repeatedRows({ table }: KnownSource, { alternatives }: RowKey): (readonly Row[])[] {
  const keyOf = (row: Row): string =>
    alternatives
      .map((columns) =>
        columns
          .map(({ column }) => keyAt(row, column))
          .join(' ')
          .trim(),
      )
      .find(Boolean) ?? ''
  return [...Map.groupBy(table.rows, keyOf)].flatMap(([key, rows]) => (key === '' || rows.length < 2 ? [] : [rows]))
}

/** Whether half of the rows with one id, or more, have different names: then the id doesn't tell what a row is about. */
function differ({ id, name }: KnownSource, repeated: readonly (readonly Row[])[]): boolean {
  if (id === undefined || name === undefined || id === name) return false
  const apart = repeated.filter((rows) => new Set(rows.map((row) => keyAt(row, name.column))).size > 1)
  return apart.length > 0 && apart.length >= repeated.length / 2
}

const keyAt = ({ at }: Row, column: string): string => nameKey(textOf(at(column)[0] ?? null))

/** Columns with few words that come up again and again group items; but people's names don't. */
const isTag = ({ column, values, filled, holds, dates, longest }: Profile): boolean =>
  !speaksOfPeople.test(column) &&
  holds === 'text' &&
  dates === undefined &&
  longest <= 80 &&
  values.size > 1 &&
  values.size <= 80 &&
  values.size <= filled / 3

const speaksOfPeople = /contact|officer|manager|person|e-?mail|phone|telephone|ansprechpartner/i

const tagsText = (tags: readonly Profile[]): string =>
  `[${tags.map(({ column, split }) => (split === undefined ? scalar(column) : flow({ column: scalar(column), split: scalar(split) }))).join(', ')}]`

/** Spellings that look like one company's are proposed, not decided. */
function sameLines(fields: readonly GuessedField[]): string[] {
  const suppliers = fields.filter(({ item }) => item?.name === 'Supplier')
  const counted = suppliers.flatMap(({ profile: { values, split } }) =>
    [...values.values()].flatMap(({ text, count }) =>
      (split === undefined ? [text] : text.split(split)).map((each) => ({ text: each.trim(), count })),
    ),
  )
  const once = [...Map.groupBy(counted, ({ text }) => text)].map(([text, all]) => ({
    text,
    count: all.reduce((sum, { count }) => sum + count, 0),
  }))
  const alike = alikeNames(once).slice(0, 60)
  if (alike.length === 0) return []
  return [
    comment('These look like other spellings of one name. Take the # away where they are:'),
    '# same:',
    ...alike.map(([name, others]) => `#   ${scalar(name)}: [${others.map(scalar).join(', ')}]`),
  ]
}
