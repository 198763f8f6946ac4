/**
 * Tributary as a library: what the command line does, for programs. Everything else in the package is its own business and may
 * change.
 *
 * ```ts
 * const { catalogue, findings } = await readCatalogue('catalogue')
 * if (catalogue === undefined) throw new Error(findings.map(({ message }) => message).join('\n'))
 * const store = await openStore('memory:')
 * await applyPlan(store, await planLoad(store, catalogue))
 * const api = await createApi(store)
 * const { data } = await api.execute('{ practices(first: 3) { nodes { name } } }')
 * ```
 */

// Read and check a catalogue.
export { readCatalogue } from './graph/catalogue/read-catalogue.ts'
export type { ReadCatalogue, ReadOptions } from './graph/catalogue/read-catalogue.ts'
export type { Catalogue, Item, ItemRelation, Source, Value } from './graph/catalogue/catalogue.ts'
export type { Finding, Place, Severity } from './graph/catalogue/finding.ts'

// Load it, ask it, publish it.
export { openStore } from './graph/store/open-store.ts'
export type { Store } from './graph/store/store.ts'
export { planLoad } from './graph/load/plan.ts'
export { applyPlan } from './graph/load/apply-plan.ts'
export { createApi } from './api/execute.ts'
export type { Api } from './api/execute.ts'
export { buildSite } from './site/build.ts'
export type { SiteOptions } from './site/build.ts'

// Bring in what other systems know.
export { importTarget } from './exchange/import/import-target.ts'
export { knownCatalogue } from './exchange/import/known-catalogue.ts'
export { planImport } from './exchange/import/plan-import.ts'
export { applyImport } from './exchange/import/apply-import.ts'
export type { Imported, ImportedItem, KnownCatalogue, LeftOut } from './exchange/import/imported.ts'

// Plug-ins: what their modules export.
export type { Rule, RuleFinding } from './graph/catalogue/rule.ts'
export type { View } from './graph/catalogue/view.ts'
export type { PlugIn } from './graph/catalogue/plug-ins.ts'
export type { Importer, ImporterPlugIn } from './exchange/import/plug-in.ts'
