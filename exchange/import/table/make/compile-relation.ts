import { suggest } from '../../../../graph/catalogue/suggest.ts'
import type { Kind, Model, Relation } from '../../../../graph/model/model.ts'
import type { FileValue } from '../../imported.ts'
import type { LongSource, Source } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { compileNamed } from './compile-parts.ts'
import { compileSource } from './compile-source.ts'
import { compileTexts, longForms } from './compile-texts.ts'
import type { Compiler } from './compiler.ts'
import type { Scope } from './scope.ts'

/** What items are looked up by, besides fields of theirs. */
export type LookUpBy = 'id' | 'name' | { readonly field: string }

/** How a reference of a source is looked up. */
export interface LookUp {
  readonly kinds: readonly Kind[]
  readonly by: readonly LookUpBy[]
}

/** A reference, as the source writes it: it is looked up when all items are known. */
export interface Pending {
  readonly text: string
  readonly lookUp: LookUp
  readonly carries: Readonly<Record<string, FileValue>>
  readonly record: string
  readonly part: string
}

/** What a relation is read from. Texts are references; what they lead to is found later. */
export function compileRelation(
  relation: Relation,
  source: Source,
  path: MappingPath,
  compiler: Compiler,
): (scope: Scope) => readonly Pending[] {
  const readers = longForms(source, path).map((long) =>
    compileSource(long.source, long.path, compiler, (each, at, inner) =>
      pendingOf(relation, each, at, compiler, inner),
    ),
  )
  return (scope) => readers.flatMap((read) => read(scope))
}

function pendingOf(
  relation: Relation,
  source: LongSource,
  path: MappingPath,
  compiler: Compiler,
  inner: boolean,
): (scope: Scope) => readonly Pending[] {
  const texts = compileTexts(source, path, compiler, inner)
  const lookUp = lookUpOf(relation, source, path, compiler)
  const attributes = relation.edge?.attributes ?? []
  const carried = compileNamed(
    source.with ?? {},
    attributes,
    `A relation in "${relation.field}"`,
    [...path, 'with'],
    compiler,
  )
  return (scope) => {
    const found = texts(scope)
    if (found.length === 0) return []
    const carries = carried(scope)
    return found.map(({ text, part }) => ({ text, lookUp, carries, record: scope.record, part }))
  }
}

function lookUpOf(relation: Relation, source: LongSource, path: MappingPath, compiler: Compiler): LookUp {
  const { model } = compiler.known
  const named = source.item === undefined ? relation.targets : [source.item].flat()
  const kinds = named.flatMap((each): Kind[] => {
    const kind = kindNamed(model, each)
    if (kind === undefined) compiler.problem([...path, 'item'], noKind(model, each))
    else if (!relation.targets.includes(kind.name)) {
      const allowed = relation.targets.map((name) => model.kinds.get(name)?.idPrefix ?? name)
      compiler.problem(
        [...path, 'item'],
        `"${relation.field}" doesn't lead to ${each}. It leads to ${allowed.join(', ')}.`,
      )
    } else return [kind]
    return []
  })
  const by = [source.by ?? ['name', 'id']].flat().map((each): LookUpBy => {
    if (each === 'id' || each === 'name') return each
    const fields = kinds.flatMap((kind) => kind.attributes.map(({ name }) => name))
    if (kinds.length > 0 && !fields.includes(each)) {
      compiler.problem(
        [...path, 'by'],
        `${kinds.map(({ name }) => name).join(', ')} has no field "${each}" to look up by. ${suggest(each, fields) ?? ''}`.trim(),
      )
    }
    return { field: each }
  })
  return { kinds, by }
}

/** The kind that a mapping means: contract, Contract and contracts are one. */
export const kindNamed = (model: Model, name: string): Kind | undefined =>
  [...model.kinds.values()].find((each) => [each.idPrefix, each.name, each.folder].includes(name))

/** What to say of a kind that there isn't. */
export function noKind(model: Model, name: string): string {
  const names = [...model.kinds.values()].filter((each) => each.inside === undefined).map((each) => each.idPrefix)
  return `There is no kind "${name}". ${suggest(name, names) ?? `It is one of ${names.join(', ')}.`}`
}
