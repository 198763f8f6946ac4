import type { FileValue, Imported, ImportedItem, KnownCatalogue, LeftOut } from '../../imported.ts'
import type { ReadMapping } from '../mapping/read-mapping.ts'
import { shortened } from '../table.ts'
import type { Table } from '../table.ts'
import { checkColumns, notMapped } from './columns.ts'
import { compileEntry } from './compile-entry.ts'
import type { CompiledEntry } from './compile-entry.ts'
import { emptyKey, spellings, usuallyEmpty } from './compiler.ts'
import type { Compiler } from './compiler.ts'
import { Drafts } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { Emptied } from './emptied.ts'
import { nameKey } from './id-name.ts'
import { Directory } from './look-up.ts'
import { tellMergedRows } from './merged-rows.ts'
import { resolveReferences } from './resolve.ts'
import type { ResolvedRelations } from './resolve.ts'
import { rowScope } from './scope.ts'

/** The tables of a source of the mapping. */
export interface SourceTables {
  readonly tables: readonly Table[]
  /** Whether columns are paths that need not be there: those of documents. */
  readonly loose: boolean
}

/**
 * Makes items of rows as a mapping says. Every row is in the record of an item, merged into one, or in `leftOut`.
 * @param sources for each source of the mapping, what was read.
 * @throws ImportError with every problem of the mapping, line by line: unknown kinds, fields, columns.
 */
export function importTables(read: ReadMapping, sources: readonly SourceTables[], known: KnownCatalogue): Imported {
  const same = spellings(read.mapping.same)
  const emptied = new Emptied()
  const compiled = read.mapping.sources.map((source, i) => {
    const empty = new Set([...usuallyEmpty, ...(source.empty ?? []).map(String)].map(emptyKey))
    const compiler: Compiler = { known, empty, emptied, same, used: [], problem: read.problem }
    const path = read.pathOf(i)
    const entries = source.items.flatMap((entry, j) => compileEntry(entry, [...path, 'items', j], compiler) ?? [])
    const from = sources[i] ?? { tables: [], loose: true }
    if (!from.loose) checkColumns(from.tables, compiler)
    return { entries, ...from, notes: notMapped(from.tables, compiler, source.ignore ?? []) }
  })
  read.refuse()

  const leftOut: LeftOut[] = compiled.flatMap(({ tables }) => tables.flatMap((table) => table.leftOut))
  const sums = leftOut.length
  const drafts = new Drafts(known, same, leftOut)
  let rows = 0
  for (const { entries, tables } of compiled) {
    for (const table of tables) {
      rows += table.rows.length
      for (const row of table.rows) takeRow(row, entries, drafts, leftOut)
    }
  }
  const relations = resolveReferences(drafts.all, new Directory(drafts.all, known, same), leftOut)
  const items = [...drafts.all.values()].map((draft) => itemOf(draft, relations))
  const notes = compiled.flatMap(({ tables, notes: own }) => [...tables.flatMap((table) => table.notes), ...own])
  const mergedRows = tellMergedRows(drafts.all, relations, leftOut)
  const merged =
    mergedRows === 0 ? [] : [`Rows about an item that an earlier row is about too: ${mergedRows}. They were merged.`]
  return { recordsAre: 'rows', records: rows + sums, items, leftOut, notes: [...notes, ...emptied.notes(), ...merged] }
}

/** Makes what the entries make of a row. A row that no entry makes an item of is left out, with the reason. */
function takeRow(
  row: Table['rows'][number],
  entries: readonly CompiledEntry[],
  drafts: Drafts,
  leftOut: LeftOut[],
): void {
  const scope = rowScope(row, leftOut)
  const main = entries.filter((each) => each.ofRows)
  const reasons: string[] = []
  let taken = false
  for (const entry of main) {
    const reason = entry.refuses(scope) ?? drafts.add(entry, scope)
    if (reason === undefined) taken = true
    else reasons.push(reason)
  }
  for (const entry of entries) {
    if (entry.ofRows || (main.length > 0 && !taken && !entry.conditional)) continue
    const refused = entry.refuses(scope)
    const within = refused === undefined ? entry.scopes(scope) : []
    for (const each of within) {
      const reason = drafts.add(entry, each)
      if (reason !== undefined) scope.report(entry.idPart, shortened(String(each.each)), reason)
    }
    if (main.length === 0 && within.length > 0) taken = true
    if (main.length === 0 && within.length === 0) reasons.push(refused ?? 'It has no value to make an item of.')
  }
  if (taken) return
  leftOut.push({
    record: row.record,
    text: row.summary(),
    reason: [...new Set(reasons)].join(' ') || 'No entry of the mapping takes it.',
  })
}

function itemOf(draft: Draft, relations: ResolvedRelations): ImportedItem {
  const { id, kind, record, values, gave } = draft
  const own = relations.get(id) ?? new Map<never, never>()
  const fields: Record<string, FileValue> = {}
  for (const { name } of kind.attributes) {
    const value = name === 'aliases' ? aliasesOf(draft) : values.get(name)?.value
    if (value !== undefined) fields[name] = value
  }
  for (const relation of kind.written) {
    const found = (own.get(relation) ?? []).map(({ to, pending }): FileValue => {
      const elsewhere = pending.record === record ? {} : { record: pending.record }
      const carried = { ...pending.carries, ...elsewhere }
      return Object.keys(carried).length === 0 ? to : { to, ...carried }
    })
    const [first] = found
    if (first !== undefined) fields[relation.field] = relation.list ? found : first
  }
  return { id, kind, fields, record, ...(gave.size === 0 ? {} : { merged: [...gave] }) }
}

/** Other names: those of a column, and other spellings that were merged. Its own name is none. */
function aliasesOf({ values, aliases }: Draft): readonly FileValue[] | undefined {
  const own = nameKey(String(values.get('name')?.value ?? ''))
  const said = (values.get('aliases')?.value ?? []) as readonly FileValue[]
  const all = new Map([...said, ...aliases.values()].map((each) => [nameKey(String(each)), each]))
  all.delete(own)
  return all.size === 0 ? undefined : [...all.values()]
}
