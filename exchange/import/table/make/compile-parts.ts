import type { Attribute } from '../../../../graph/model/model.ts'
import { suggest } from '../../../../graph/catalogue/suggest.ts'
import type { FileValue } from '../../imported.ts'
import type { LongSource, Source } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { isMapping, shortened } from '../table.ts'
import { readMoney } from '../values/money.ts'
import { compileAttribute } from './compile-attribute.ts'
import type { ReadValues } from './compile-attribute.ts'
import { compileTexts, longForms } from './compile-texts.ts'
import type { Compiler } from './compiler.ts'

/**
 * Reads values with parts: each part from its own source (`parts`), amounts of money and web addresses from one column too,
 * and constants as the mapping writes them.
 */
export function compileParts(
  attribute: Attribute,
  source: LongSource,
  path: MappingPath,
  compiler: Compiler,
  inner: boolean,
): ReadValues {
  if (source.parts !== undefined) return ofParts(attribute, source.parts, [...path, 'parts'], compiler)
  const texts = compileTexts(source, path, compiler, inner)
  const names = partsOf(attribute, compiler).map((each) => each.name)
  const one = names.includes('amount') && names.includes('currency') ? money : names.includes('url') ? link : undefined
  if (one === undefined && source.is === undefined) {
    compiler.problem(
      path,
      `"${attribute.name}" has the parts ${names.join(', ')}: say what each is made of, in parts: {…}.`,
    )
  }
  const read = one?.(source, path, compiler)
  return (scope) =>
    texts(scope).flatMap((found): FileValue[] => {
      if (found.settled && isMapping(found.cell)) return [found.cell as FileValue]
      const value = read?.(scope)(found.text, found.part)
      if (value === undefined) return []
      if (!('reason' in value)) return [value]
      scope.report(found.part, shortened(found.text), String(value['reason']), String(value['hint']))
      return []
    })
}

type ReadOne = (
  source: LongSource,
  path: MappingPath,
  compiler: Compiler,
) => (scope: Parameters<ReadValues>[0]) => (text: string, part: string) => Readonly<Record<string, FileValue>>

const money: ReadOne = (source, path, compiler) => {
  const said = source.currency
  const constant = typeof said === 'string' && /^[A-Z]{3}$/.test(said) ? said : undefined
  const at = [...path, 'currency']
  const columns =
    said === undefined || constant !== undefined
      ? []
      : longForms(said, at).map((each) => compileTexts(each.source, each.path, compiler))
  return (scope) => (text) => {
    const currency = constant ?? columns.flatMap((read) => read(scope))[0]?.text.toUpperCase()
    return { ...readMoney(text, currency, source.decimal) }
  }
}

const link: ReadOne = () => () => (text, part) => {
  const url = /^www\./i.test(text) ? `https://${text}` : text
  return /^(https?:\/\/|mailto:)\S+$/i.test(url) && URL.canParse(url)
    ? { title: titleOf(part), url }
    : { reason: 'It is no web address.', hint: 'It begins with https://, http:// or mailto:.' }
}

/** A heading as a title: details_url is "Details", technical.documents.design "Design". */
function titleOf(part: string): string {
  const last = part.split('.').at(-1) ?? part
  const words = last
    .replace(/[\s_-]*\b(url|uri|link|href)s?$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/_(url|uri|link)$/i, '')
    .trim()
  return words === '' ? 'Link' : words.charAt(0).toUpperCase() + words.slice(1)
}

const partsOf = (attribute: Attribute, compiler: Compiler): readonly Attribute[] =>
  compiler.known.model.values.get(attribute.type)?.attributes ?? []

function ofParts(
  attribute: Attribute,
  parts: Readonly<Record<string, Source>>,
  path: MappingPath,
  compiler: Compiler,
): ReadValues {
  const known = partsOf(attribute, compiler)
  const readers = compileNamed(parts, known, `"${attribute.name}"`, path, compiler)
  const required = known.filter((each) => each.required && each.default === undefined).map((each) => each.name)
  for (const name of required) {
    if (parts[name] === undefined) compiler.problem(path, `"${attribute.name}" needs "${name}".`)
  }
  return (scope) => {
    const value = readers(scope)
    // Without what it must have it says nothing: a title alone is no link.
    return required.every((name) => name in value) ? [value] : []
  }
}

/** Reads attributes by name, such as those of a value's parts or of what a relation carries. */
export function compileNamed(
  sources: Readonly<Record<string, Source>>,
  attributes: readonly Attribute[],
  of: string,
  path: MappingPath,
  compiler: Compiler,
): (scope: Parameters<ReadValues>[0]) => Readonly<Record<string, FileValue>> {
  const readers = Object.entries(sources).flatMap(([name, source]): [Attribute, ReadValues][] => {
    const attribute = attributes.find((each) => each.name === name)
    if (attribute !== undefined) return [[attribute, compileAttribute(attribute, source, [...path, name], compiler)]]
    const names = attributes.map((each) => each.name)
    compiler.problem(
      [...path, name],
      `${of} has no "${name}". ${suggest(name, names) ?? `It has ${names.join(', ') || 'none'}.`}`,
    )
    return []
  })
  return (scope) =>
    Object.fromEntries(
      readers.flatMap(([{ name, list }, read]): [string, FileValue][] => {
        const values = read(scope)
        const [first] = values
        return first === undefined ? [] : [[name, list ? values : first]]
      }),
    )
}
