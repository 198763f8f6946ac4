import { baseline, catalogue, configuration, item, model, scenario } from './targets/catalogue.ts'
import { endpoint } from './targets/graphql.ts'
import { archimate, archimateMapping, backstage, exported, log } from './targets/importers.ts'
import { settings } from './targets/settings.ts'
import { csv, document, excel, guess, mapping } from './targets/tables.ts'
import type { OpenTarget } from './target.ts'

/** All that is fuzzed, by what people call it. */
export const targets = {
  item,
  catalogue,
  configuration,
  model,
  scenario,
  baseline,
  csv,
  excel,
  document,
  guess,
  mapping,
  archimate,
  'archimate-mapping': archimateMapping,
  backstage,
  exported,
  log,
  settings,
  endpoint,
} satisfies Readonly<Record<string, OpenTarget>>

/** The name of a target. */
export type TargetName = keyof typeof targets
