import type { GraphQLSchema } from 'graphql'
import type { LoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { Model } from '../graph/model/model.ts'
import { modelFromFiles } from '../graph/model/read-model.ts'
import { apiSchema } from './api-schema.ts'
import { Documents } from './documents.ts'

/** What follows from a model: the same for all revisions that have it. */
export interface ModelShape {
  readonly model: Model
  readonly modelText: string
  readonly schema: GraphQLSchema
  readonly documents: Documents
}

/** @param before that of the revision before: kept where the model is the same. @throws ModelError for one that can't be read. */
export function shapeOf({ model: files }: LoadedCatalogue, before: ModelShape | undefined): ModelShape {
  const modelText = JSON.stringify(files)
  if (before?.modelText === modelText) return before
  const model = modelFromFiles(files)
  const schema = apiSchema(model)
  return { model, modelText, schema, documents: new Documents(schema) }
}
