import { readFileSync } from 'node:fs'
import type { Model } from '../../graph/model/model.ts'
import type { OwnFields, Resolvers } from '../schema/attach-resolvers.ts'
import { catalogueResolvers } from './catalogue.ts'
import { completenessResolvers } from './completeness.ts'
import { contributionsResolvers } from './contributions.ts'
import { findingsResolvers } from './findings.ts'
import { governanceResolvers } from './governance.ts'
import { impactResolvers } from './impact.ts'
import { modelResolvers } from './model.ts'
import { reachResolvers } from './reach.ts'
import { revisionsResolvers } from './revisions.ts'
import { searchResolvers } from './search.ts'
import { singlePointsResolvers } from './single-points.ts'
import { streamAnswersResolvers } from './stream-answers.ts'
import { streamComparisonsResolvers } from './stream-comparisons.ts'
import { streamMeasuresResolvers } from './stream-measures.ts'
import { suppliersAndContractsResolvers } from './suppliers-and-contracts.ts'

/** In the order in which the schema lists the questions of one type. */
const resolversOf: Readonly<Record<string, (model: Model) => Resolvers>> = {
  catalogue: catalogueResolvers,
  findings: findingsResolvers,
  completeness: completenessResolvers,
  impact: impactResolvers,
  reach: reachResolvers,
  'single-points': singlePointsResolvers,
  'suppliers-and-contracts': suppliersAndContractsResolvers,
  governance: governanceResolvers,
  model: modelResolvers,
  revisions: revisionsResolvers,
  search: searchResolvers,
  'stream-measures': streamMeasuresResolvers,
  'stream-answers': streamAnswersResolvers,
  contributions: contributionsResolvers,
  'stream-comparisons': streamComparisonsResolvers,
}

/** Every question that is written by hand: `<name>.graphql` beside `<name>.ts`. */
export function ownFields(model: Model): OwnFields[] {
  return Object.entries(resolversOf).map(([name, resolvers]) => ({
    definitions: readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'),
    resolvers: resolvers(model),
  }))
}
