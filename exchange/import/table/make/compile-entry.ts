import { suggest } from '../../../../graph/catalogue/suggest.ts'
import type { Attribute, Kind, Relation } from '../../../../graph/model/model.ts'
import type { Entry } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { shortened } from '../table.ts'
import { compileAttribute } from './compile-attribute.ts'
import type { ReadValues } from './compile-attribute.ts'
import { compileCondition } from './compile-condition.ts'
import { compileRelation, kindNamed, noKind } from './compile-relation.ts'
import type { Pending } from './compile-relation.ts'
import { compileEach } from './compile-source.ts'
import { longForms } from './compile-texts.ts'
import type { Compiler } from './compiler.ts'
import { entryScope } from './scope.ts'
import type { Scope } from './scope.ts'
import { compileTemplate } from './template.ts'

/** An entry of the mapping, ready to make items of rows. */
export interface CompiledEntry {
  readonly kind: Kind
  readonly repeated: 'merge' | 'number'
  /** Whether it makes an item of each row, and not of values within rows. */
  readonly ofRows: boolean
  readonly conditional: boolean
  /** Why it doesn't take a row; undefined where it does. */
  readonly refuses: (scope: Scope) => string | undefined
  /** What it makes items of: the row, or the entries within it. */
  readonly scopes: (scope: Scope) => readonly Scope[]
  /** The text that the id is made of; undefined where the row has none. */
  readonly idText: (scope: Scope) => string | undefined
  /** The columns that the id is made of, as reports call them. */
  readonly idPart: string
  readonly attributes: readonly (readonly [Attribute, ReadValues])[]
  readonly relations: readonly (readonly [Relation, (scope: Scope) => readonly Pending[]])[]
}

/**
 * Checks an entry against the model and makes functions of it. Problems are noted, all of them.
 * @returns undefined where there is no such kind.
 */
export function compileEntry(entry: Entry, path: MappingPath, compiler: Compiler): CompiledEntry | undefined {
  const kind = kindNamed(compiler.known.model, entry.kind)
  if (kind?.inside !== undefined) {
    compiler.problem(
      [...path, 'kind'],
      `Items of ${kind.name} are written inside others: they can't be imported from a table.`,
    )
    return undefined
  }
  if (kind === undefined) {
    compiler.problem([...path, 'kind'], noKind(compiler.known.model, entry.kind))
    return undefined
  }
  const { fields = {}, when = {} } = entry
  const attributes = new Map(kind.attributes.filter((each) => !each.derived).map((each) => [each.name, each]))
  const relations = new Map(kind.written.filter((each) => !each.inside).map((each) => [each.field, each]))
  for (const field of Object.keys(fields)) {
    if (attributes.has(field) || relations.has(field)) continue
    compiler.problem([...path, 'fields', field], noField(kind, field, [...attributes.keys(), ...relations.keys()]))
  }
  const each = entry.each === undefined ? undefined : longForms(entry.each, [...path, 'each'])
  const entries = each?.map((long) => compileEach(long.source, long.path, compiler))
  const conditions = Object.entries(when).map(([column, condition]) =>
    compileCondition(column, condition, [...path, 'when', column], compiler),
  )
  const idText = idReader(entry, path, compiler)
  return {
    kind,
    repeated: entry.repeated ?? 'merge',
    ofRows: entry.each === undefined,
    conditional: entry.when !== undefined,
    refuses: (scope) => conditions.map((refuses) => refuses(scope)).find((reason) => reason !== undefined),
    scopes: (scope) => entries?.flatMap((read) => read(scope).map(({ cell }) => entryScope(scope, cell))) ?? [scope],
    ...idText,
    attributes: Object.entries(fields).flatMap(([name, source]) => {
      const attribute = attributes.get(name)
      return attribute === undefined
        ? []
        : [[attribute, compileAttribute(attribute, source, [...path, 'fields', name], compiler)] as const]
    }),
    relations: Object.entries(fields).flatMap(([name, source]) => {
      const relation = relations.get(name)
      return relation === undefined
        ? []
        : [[relation, compileRelation(relation, source, [...path, 'fields', name], compiler)] as const]
    }),
  }
}

/** The id as said, or the name, or the value that `each` stands for. */
function idReader(entry: Entry, path: MappingPath, compiler: Compiler): Pick<CompiledEntry, 'idText' | 'idPart'> {
  const name = entry.fields?.['name']
  const said = entry.id ?? (name === undefined && entry.each !== undefined ? '{each}' : undefined)
  if (said !== undefined) {
    const templates = [said]
      .flat()
      .map((each) =>
        compileTemplate(each.includes('{') ? each : `{${each}}`, [...path, 'id'], compiler, entry.each !== undefined),
      )
    return {
      idText: (scope) => firstOf(templates, ({ fill }) => fill(scope)),
      idPart: templates.map(({ part }) => part).join(', '),
    }
  }
  const attribute = compiler.known.model.interfaces.get('Item')?.attributes.find((each) => each.name === 'name')
  if (name === undefined || attribute === undefined) {
    compiler.problem(path, 'Say what the id is made of, or the name: id: "{Contract ID}".')
    return { idText: () => undefined, idPart: 'id' }
  }
  const read = compileAttribute(attribute, name, [...path, 'fields', 'name'], compiler)
  const quiet = (scope: Scope): Scope => ({ ...scope, report: () => undefined })
  return {
    idText: (scope) => {
      const [first] = read(quiet(scope))
      return first === undefined ? undefined : String(first)
    },
    idPart: shortened(typeof name === 'string' ? name : 'name'),
  }
}

function firstOf<T, R>(all: readonly T[], read: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = read(each)
    if (found !== undefined) return found
  }
  return undefined
}

function noField(kind: Kind, field: string, names: readonly string[]): string {
  if (kind.attributes.some((each) => each.name === field)) return `"${field}" is set by Tributary: leave it out.`
  return `${kind.name} has no field "${field}". ${suggest(field, names) ?? `It has ${names.join(', ')}.`}`
}
