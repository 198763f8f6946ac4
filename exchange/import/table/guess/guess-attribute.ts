import type { Attribute, Kind, Model } from '../../../../graph/model/model.ts'
import { plain } from '../table.ts'
import { enumWords } from './headings.ts'
import { flow, scalar } from './mapping-text.ts'
import type { Profile } from './profile.ts'

/** A field that was guessed. */
export interface GuessedField {
  readonly field: string
  readonly profile: Profile
  /** The source, as the mapping file writes it. */
  readonly text: string
  /** Why, or what to look at. */
  readonly comment?: string
  /** For relations: the kind of the items that are meant. */
  readonly item?: Kind
  /** For relations: where the names stand, as the mapping file writes it. */
  readonly names?: Readonly<Record<string, string>>
  /** For relations to items that rows are about: what the names of those rows are compared by. */
  readonly rows?: ReadonlySet<string>
}

/** Guesses how a column is read as an attribute: undefined where its values can't be. */
export function guessAttribute(attribute: Attribute, profile: Profile, model: Model): GuessedField | undefined {
  const { name: field, type } = attribute
  const { column, dates, holds, split } = profile
  const plainText = { field, profile, text: scalar(column) }
  if (type === 'Date') return guessDay(field, profile)
  if (dates !== undefined) return undefined
  if (type === 'Money') {
    if (holds !== 'number' && holds !== 'money') return undefined
    const said = [...profile.values.values()].every(({ text }) => /[£€]|\b[A-Z]{3}\b/.test(text))
    const text = flow({ column: scalar(column), currency: currencyIn(profile) })
    return said ? plainText : { field, profile, text, comment: 'check: the currency, which not every amount says' }
  }
  if (type === 'Boolean') return holds === 'truth' ? plainText : undefined
  if (type === 'Int' || type === 'Float' || type === 'Percent') return holds === 'number' ? plainText : undefined
  if (type === 'Period' || type === 'Duration') {
    if (holds === 'number')
      return {
        field,
        profile,
        text: flow({ column: scalar(column), unit: /month|monat/i.test(column) ? 'months' : 'days' }),
        comment: 'check: what the numbers count',
      }
    return holds === 'period' ? plainText : undefined
  }
  if (attribute.category === 'enum') return guessWord(attribute, profile, model)
  if (attribute.category === 'value') return undefined
  return attribute.list && split !== undefined
    ? { field, profile, text: flow({ column: scalar(column), split: scalar(split) }) }
    : plainText
}

/** Words that are the model's own, or that usually mean one of them. */
function guessWord({ name: field, type }: Attribute, profile: Profile, model: Model): GuessedField | undefined {
  const names = model.enums.get(type)?.values.map(({ name }) => name) ?? []
  const words = [...profile.values.values()].map(({ text }) => text)
  if (words.length === 0 || words.length > 30) return undefined
  const known = words.map((word) => {
    const own = names.find((name) => plain(name) === plain(word))
    return [word, own ?? enumWords[type]?.find(([pattern]) => pattern.test(word))?.[1]] as const
  })
  const hits = known.filter(([, value]) => value !== undefined)
  if (hits.length < Math.max(1, words.length / 2)) return undefined
  const column = scalar(profile.column)
  if (hits.every(([word, value]) => plain(word) === plain(value ?? '')) && hits.length === words.length)
    return { field, profile, text: column }
  const table = flow(Object.fromEntries(hits.map(([word, value]) => [scalar(word), value ?? ''])))
  const missing = known.filter(([, value]) => value === undefined).map(([word]) => word)
  const comment = `check what the words mean (${names.join(', ')})${missing.length === 0 ? '' : `; without one: ${missing.join(', ')}`}`
  return { field, profile, text: flow({ column, words: table }), comment: comment.replace(/\s+/g, ' ') }
}

function guessDay(field: string, profile: Profile): GuessedField | undefined {
  const { column, dates, datesUnclear } = profile
  if (dates === undefined) return undefined
  const open = openEnds(profile)
  const [first = ''] = dates
  const parts = {
    column: scalar(column),
    ...(dates.length === 0 ? {} : { date: dates.length === 1 ? scalar(first) : `[${dates.map(scalar).join(', ')}]` }),
    ...(open.length === 0 ? {} : { words: flow(Object.fromEntries(open.map((word) => [scalar(word), 'null']))) }),
  }
  return {
    field,
    profile,
    text: Object.keys(parts).length === 1 ? scalar(column) : flow(parts),
    ...(datesUnclear ? { comment: 'check: nothing shows whether the day or the month comes first' } : {}),
  }
}

/** Words in a column of days that say that there is none: a contract without end. */
const openEnds = ({ values }: Profile): string[] =>
  [...values.values()]
    .map(({ text }) => text)
    .filter((text) =>
      /^[^\d]*\b(ongoing|open[ -]?end(ed)?|rolling|perpetual|indefinite(ly)?|permanent|until further notice|no end( date)?|unbefristet)\b[^\d]*$/i.test(
        text,
      ),
    )
    .slice(0, 10)

/** The currency of the sign that is there most. */
function currencyIn({ values }: Profile): string {
  const texts = [...values.values()].map(({ text }) => text)
  const signs = [
    ['£', 'GBP'],
    ['€', 'EUR'],
    ['$', 'USD'],
  ] as const
  const counted = signs.map(([sign, code]) => [code, texts.filter((text) => text.includes(sign)).length] as const)
  const [best] = counted.toSorted((a, b) => b[1] - a[1])
  return best === undefined || best[1] === 0 ? 'EUR' : best[0]
}
