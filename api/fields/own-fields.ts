import { readFileSync } from 'node:fs'
import type { Model } from '../../graph/model/model.ts'
import type { OwnFields, Resolvers } from '../schema/attach-resolvers.ts'
import { catalogueResolvers } from './catalogue.ts'
import { findingsResolvers } from './findings.ts'
import { impactResolvers } from './impact.ts'
import { modelResolvers } from './model.ts'
import { revisionsResolvers } from './revisions.ts'
import { searchResolvers } from './search.ts'
import { streamResolvers } from './streams.ts'

const resolversOf: Readonly<Record<string, (model: Model) => Resolvers>> = {
  catalogue: catalogueResolvers,
  findings: findingsResolvers,
  impact: impactResolvers,
  model: modelResolvers,
  revisions: revisionsResolvers,
  search: searchResolvers,
  streams: streamResolvers,
}

/** Every question that is written by hand: `<name>.graphql` beside `<name>.ts`. */
export function ownFields(model: Model): OwnFields[] {
  return Object.entries(resolversOf).map(([name, resolvers]) => ({
    definitions: readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'),
    resolvers: resolvers(model),
  }))
}
