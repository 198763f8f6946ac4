import type { GraphQLSchema } from 'graphql'
import type { Model } from '../graph/model/model.ts'
import { ownFields } from './fields/own-fields.ts'
import { deriveSchema } from './schema/derive-schema.ts'

/** The API's whole schema for a model: what is derived from it, and the product's own questions (`api/fields`). */
export const apiSchema = (model: Model): GraphQLSchema => deriveSchema(model, ownFields(model))
