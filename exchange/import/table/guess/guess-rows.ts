import type { Kind, Model } from '../../../../graph/model/model.ts'
import { kindOf } from '../../../../graph/model/model.ts'
import { plain } from '../table.ts'
import type { Table } from '../table.ts'
import { kindWords } from './headings.ts'
import { profilesOf } from './profile.ts'
import type { Profile } from './profile.ts'

/** What is told of a source before its columns are looked at. */
export interface SourceHints {
  readonly kind: Kind | undefined
  readonly rows: string | undefined
  readonly model: Model
  readonly file: string | undefined
}

/** A source of which it is known what its rows are, and what tells them apart. */
export interface KnownSource {
  readonly table: Table
  readonly hints: SourceHints
  readonly kind: Kind
  readonly profiles: readonly Profile[]
  readonly id: Profile | undefined
  readonly name: Profile | undefined
  /** What references to its rows could be written as. */
  readonly ids: ReadonlySet<string>
}

/** Guesses what the rows of a source are. */
export function guessRows(table: Table, hints: SourceHints): KnownSource {
  const profiles = profilesOf(table).filter(({ filled }) => filled > 0)
  const kind = hints.kind ?? kindOf(hints.model, guessKind(table, hints.file ?? ''))
  const id = guessId(profiles)
  const name = guessName(profiles, kind)
  const ids = new Set([id, name].flatMap((each) => [...(each?.values.keys() ?? [])]))
  return { table, hints, kind, profiles, id, name, ids }
}

function guessKind({ columns }: Table, file: string): string {
  const words = `${columns.join(' ')} ${file} ${file}`.toLowerCase()
  const scores = kindWords.map(([kind, pattern]) => [kind, words.match(pattern)?.length ?? 0] as const)
  const [best] = scores.toSorted((a, b) => b[1] - a[1])
  return best === undefined || best[1] === 0 ? 'Service' : best[0]
}

/** A column that tells rows apart: by its heading and its values, or else by its values alone. */
function guessId(profiles: readonly Profile[]): Profile | undefined {
  const short = profiles.filter(
    ({ longest, dates, holds, split }) =>
      longest <= 60 && dates === undefined && holds !== 'url' && split === undefined,
  )
  const called = short.filter(
    ({ column, filled, rows }) =>
      /(^|[^a-z])(id|ref|reference|number|no|code|key|slug|nr|nummer)\.?$/i.test(
        column.replace(/([a-z])([A-Z])/g, '$1 $2'),
      ) && filled > rows * 0.9,
  )
  const best = called
    .filter(({ values, filled }) => values.size > filled * 0.3)
    .sort((a, b) => b.values.size - a.values.size)[0]
  const terse = short.filter(
    ({ unique, values }) => unique && [...values.values()].every(({ text }) => /^[\w.:/-]+$/.test(text)),
  )
  const unique = called.filter((each) => each.unique)
  // Of a number and a word for it, people know the word.
  return unique.find(({ column }) => /slug$/i.test(column)) ?? unique[0] ?? best ?? terse[0]
}

/** The column that people call it by. */
function guessName(profiles: readonly Profile[], kind: Kind): Profile | undefined {
  const text = profiles.filter(
    ({ holds, dates, filled, rows, mean }) =>
      holds === 'text' && dates === undefined && filled > rows * 0.6 && mean < 250,
  )
  const own = plain(kind.name)
  const ranks = [
    /^(friendly|display|full)(name|title)$/,
    /^name$/,
    new RegExp(`^${own}(name|title)?$`),
    /title$/,
    new RegExp(`${own}.*name`),
    /^(product|standard|system|software|service|project)name$|^(product|standard|system|software|service|project)$/,
    /^name/,
    /subject|label/,
  ]
  const found = ranks.flatMap((rank) =>
    text.filter(({ column }) => rank.test(plain(column.split('.').at(-1) ?? column))),
  )
  const spoken = found.find(({ values }) => [...values.values()].some(({ text: each }) => !/^[a-z\d._-]+$/.test(each)))
  return spoken ?? found[0] ?? text.toSorted((a, b) => b.values.size - a.values.size)[0]
}
