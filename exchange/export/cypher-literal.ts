import type { Value } from '../../graph/catalogue/catalogue.ts'
import { isList } from './flat-values.ts'

/** A value as Cypher writes it, in one line. Nothing that stands in a text can end it. */
export function literal(value: Value): string {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(literal).join(', ')}]`
  return `{${Object.entries(value)
    .map(([name, each]) => `${key(name)}: ${literal(each)}`)
    .join(', ')}}`
}

/** Words that begin something in Cypher (`when`, `end`) aren't keys on every engine unless they are quoted. */
const key = (name: string): string =>
  /^[a-z]\w*$/i.test(name) && !reserved.has(name.toLowerCase()) ? name : `\`${name.replaceAll('`', '``')}\``

const reserved = new Set(
  'all and as asc by call case contains create delete desc detach distinct else end ends exists false in is limit match merge none not null on optional or order remove return set single skip starts then true union unique unwind when where with xor yield'.split(
    ' ',
  ),
)

/**
 * A text in quotes. Before anything else, Neo4j 5 makes a character of a backslash, `u` and four digits, also where the
 * backslash is the second of two: so no backslash stands before a `u` of the text's own.
 */
const text = (value: string): string =>
  `'${value.replace(/[\\'\n\r]/g, (character) => escapes[character] ?? character).replaceAll('\\\\u', "\\\\' + 'u")}'`

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r' }

/** Whole numbers up to what integers are exact for; beyond, and with an exponent, as Cypher has them: without a plus. */
const number = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential().replace('+', '')
    : String(value).replace('+', '')
